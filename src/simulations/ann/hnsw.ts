import type { Random } from '../../math/mersenne-twister.ts';
import { countedAt, type KernelName } from './distance-kernel.ts';
import { drawLevels, graphSizes, layerCapacity, layGraph, reachableShare, type HnswGraph } from './hnsw-graph.ts';
import { layerSearch, markBytes, type Work } from './layer-search.ts';
import type { NearestKeys } from './nearest-keys.ts';
import { queryAt, vectorTable, type VectorTable, type Vectors } from './vector-table.ts';

/** M, the candidates of an insertion, and the greatest `ef` that will be asked for. */
export type HnswShape = { links: number; efConstruction: number; mostEf: number };

/** A graph index: Hierarchical Navigable Small World. */
export type Hnsw = {
  table: VectorTable;
  graph: HnswGraph;
  /** Inserts the rows from `from` to `to`; all must be inserted in order before the first search. */
  insert: (from: number, to: number) => void;
  search: (query: number, ef: number, nearest: NearestKeys) => void;
  /** What was computed since the last call: of insertions or of searches. */
  takeWork: () => Work;
  reachable: () => number;
};

/**
 * HNSW: a proximity graph in layers. A query walks greedily down to layer 0 and there explores the `ef` best candidates.
 *
 * Neighbours are chosen for diversity (algorithm 4 of the paper): a candidate that is nearer to one already chosen than to
 * the new node is left out; without that rule far clusters become islands. Full nodes are pruned by the same rule.
 * Cost: about M · ef distances a query, M · efConstruction and the pruning an insertion; 4(1 + 2M) bytes of links a row.
 *
 * Source: Y. Malkov, D. Yashunin, IEEE TPAMI 42 (2020); layer 0 with 2M links as in hnswlib.
 *
 * @param random one number a row: its top layer
 */
export function createHnsw(
  base: Vectors,
  queries: Vectors,
  { links, efConstruction, mostEf }: HnswShape,
  random: Random,
  kernelName: KernelName,
): Hnsw {
  const levels = drawLevels(base.rows, links, random);
  const chosenBytes = 8 * (Math.max(efConstruction, 2 * links) + 4);
  const extra = [...graphSizes(levels, links), markBytes(base.rows), chosenBytes];
  const table = vectorTable(base, queries, kernelName, extra);
  const graph = layGraph(table, levels, links);
  const layer = layerSearch(table, graph, Math.max(efConstruction, mostEf));
  const { arena, rowsAt, stride } = table;
  const { kernel, keys, words } = arena;
  const chosenAt = arena.take(chosenBytes);
  const firstChosen = chosenAt >>> 3;
  const chosenWord = chosenAt >>> 2;
  const ownNeighbours = new Int32Array(2 * links);
  const { work, found } = layer;
  let entryPoint = 0;
  let top = -1;

  function insertRow(row: number): void {
    const level = levels[row] as number;
    if (top >= 0) {
      const query = rowsAt + row * stride;
      layer.enterAt(query, entryPoint);
      layer.descend(query, top, level + 1);
      for (let l = Math.min(top, level); l >= 0; l -= 1) connect(row, l, layer.search(query, l, efConstruction));
    }
    if (level > top) {
      top = level;
      entryPoint = row;
    }
  }

  /** Links a row with the best of what was found on a layer, and these with the row. */
  function connect(row: number, level: number, size: number): void {
    for (let i = 0; i < size; i += 1) keys[firstChosen + i] = found[i] as number;
    const count = choose(size, links);
    const at = graph.linksAt(row, level) >>> 2;
    words[at] = count;
    for (let i = 0; i < count; i += 1) words[at + 1 + i] = ownNeighbours[i] = words[chosenWord + 2 * i] as number;
    const capacity = layerCapacity(links, level);
    for (let i = 0; i < count; i += 1) {
      const neighbour = ownNeighbours[i] as number;
      const back = graph.linksAt(neighbour, level) >>> 2;
      const held = words[back] as number;
      if (held < capacity) {
        words[back + 1 + held] = row;
        words[back] = held + 1;
      } else prune(neighbour, row, back, capacity);
    }
  }

  /** Chooses the links of a full node anew, among those it has and one more. */
  function prune(node: number, added: number, at: number, capacity: number): void {
    words[0] = added;
    kernel.listed(rowsAt + node * stride, rowsAt, stride, 4 * (at + 1), capacity, chosenAt);
    kernel.listed(rowsAt + node * stride, rowsAt, stride, 0, 1, chosenAt + 8 * capacity);
    work.distances += capacity + 1;
    sortRun(keys, firstChosen, capacity + 1);
    const count = choose(capacity + 1, capacity);
    words[at] = count;
    for (let i = 0; i < count; i += 1) words[at + 1 + i] = words[chosenWord + 2 * i] as number;
  }

  /** Brings the diverse ones of a rising run of keys to its front; all, where they are few. */
  function choose(size: number, most: number): number {
    if (size < most) return size;
    const count = kernel.diverse(rowsAt, stride, chosenAt, size, most);
    work.distances += words[countedAt >>> 2] as number;
    return count;
  }

  function insert(from: number, to: number): void {
    for (let row = from; row < to; row += 1) insertRow(row);
  }

  function search(query: number, ef: number, nearest: NearestKeys): void {
    const at = queryAt(table, query);
    layer.enterAt(at, entryPoint);
    layer.descend(at, top, 1);
    nearest.offer(found, 0, layer.search(at, 0, ef));
  }

  function takeWork(): Work {
    const taken = { ...work };
    work.distances = 0;
    work.hops = 0;
    return taken;
  }

  return { table, graph, insert, search, takeWork, reachable: () => reachableShare(table, graph, entryPoint) };
}

/** Sorts a short run of keys by insertion. */
function sortRun(keys: Float64Array, from: number, count: number): void {
  for (let i = from + 1; i < from + count; i += 1) {
    const key = keys[i] as number;
    let at = i;
    while (at > from && (keys[at - 1] as number) > key) {
      keys[at] = keys[at - 1] as number;
      at -= 1;
    }
    keys[at] = key;
  }
}
