import type { Random } from '../../math/mersenne-twister.ts';
import { strideOf, writeRows } from './arena.ts';
import type { KernelName } from './distance-kernel.ts';
import { kMeans } from './k-means.ts';
import { nearestCentres } from './nearest-centres.ts';
import { nearestKeys, type NearestKeys } from './nearest-keys.ts';
import { trainingRows } from './training-rows.ts';
import { queryAt, scanRows, vectorTable, type VectorTable, type Vectors } from './vector-table.ts';

/** An inverted file: the rows of each list stand side by side. */
export type InvertedFile = {
  table: VectorTable;
  lists: number;
  /** The original row at each place, list after list; within a list in rising order. */
  order: Int32Array;
  /** Where each list begins; one more entry than lists. */
  starts: Int32Array;
  /** The lists whose centres are nearest to a query. */
  probe: (query: number, nprobe: number) => NearestKeys;
  /** Scans them; returns the distances computed, of centres and of rows. */
  search: (query: number, nprobe: number, nearest: NearestKeys) => number;
  buildDistances: number;
};

const rounds = 12;

/**
 * IVF-Flat: k-means puts the vectors into lists; a query scans only the lists of the `nprobe` nearest centres.
 * A neighbour just across a border is missed, however near; `nprobe = lists` is exact search.
 *
 * Cost: about lists + nprobe · rows / lists distances a query, least at lists = √(nprobe · rows).
 * Yields the share that is done.
 *
 * Source: J. Sivic, A. Zisserman, "Video Google", ICCV 2003; H. Jégou and others, IEEE TPAMI 33 (2011).
 */
export function* buildInvertedFile(
  base: Vectors,
  queries: Vectors,
  asked: number,
  random: Random,
  kernelName: KernelName,
): Generator<number, InvertedFile> {
  // 1. Centres, learnt from a sample.
  const lists = Math.min(asked, base.rows);
  const sample = trainingRows(base, lists, random);
  const initial = Int32Array.from({ length: lists }, (_, i) => i);
  const trained = yield* kMeans(sample, initial, rounds, kernelName);
  const centres = Float32Array.from(trained.centres);
  // 2. Every row to its list, in list order.
  const labels = nearestCentres(base, centres, kernelName);
  const { order, starts } = groupBy(labels, lists);
  const stride = strideOf(base.dimension);
  const table = vectorTable(base, queries, kernelName, [lists * stride], order);
  const centresAt = table.arena.take(lists * stride);
  writeRows(table.arena, centresAt, centres, base.dimension);

  function probe(query: number, nprobe: number): NearestKeys {
    const nearest = nearestKeys(Math.min(nprobe, lists));
    scanRows(table, queryAt(table, query), { rowsAt: centresAt, from: 0, to: lists }, nearest);
    return nearest;
  }

  function search(query: number, nprobe: number, nearest: NearestKeys): number {
    const probed = probe(query, nprobe);
    let distances = lists;
    for (let rank = 0; rank < probed.size(); rank += 1) {
      const list = probed.idAt(rank);
      const from = starts[list] as number;
      const to = starts[list + 1] as number;
      scanRows(table, queryAt(table, query), { rowsAt: table.rowsAt, from, to, ids: order }, nearest);
      distances += to - from;
    }
    return distances;
  }

  const buildDistances = trained.distances + base.rows * lists;
  return { table, lists, order, starts, probe, search, buildDistances };
}

/** Rows in the order of their labels, and where each label begins: a counting sort. */
function groupBy(labels: Int32Array, count: number): { order: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (const label of labels) starts[label + 1] = (starts[label + 1] as number) + 1;
  for (let i = 0; i < count; i += 1) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const next = starts.slice(0, count);
  const order = new Int32Array(labels.length);
  labels.forEach((label, row) => {
    order[next[label] as number] = row;
    next[label] = (next[label] as number) + 1;
  });
  return { order, starts };
}

/**
 * The distances that a query of IVF computes when lists are even, and the number of lists for which that is least.
 *
 * Formula: lists + nprobe · rows / lists; least at √(nprobe · rows).
 *
 * @example bestLists(1e6, 1) // 1000
 */
export function bestLists(rows: number, nprobe: number): number {
  return Math.sqrt(nprobe * rows);
}

/** @example expectedIvfDistances(1e6, 1000, 1) // 2000 */
export function expectedIvfDistances(rows: number, lists: number, nprobe: number): number {
  return lists + (nprobe * rows) / lists;
}
