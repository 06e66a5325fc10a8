import type { ResultColumn } from '../../domain/simulation-result.ts';
import { projection, type IndexBytes } from './index-bytes.ts';
import type { Measured } from './measure.ts';
import type { Settings } from './settings.ts';

/** Which line of the plot a row belongs to. */
export type Family = 'Exact' | 'HNSW' | 'IVF' | 'PQ' | 'PQ + re-rank' | 'IVF-PQ + re-rank';

/** A point of the frontier: an index at one setting. */
export type FrontierRow = {
  index: string;
  recall: number;
  low: number;
  high: number;
  distances: number;
  codes: number | null;
  hops: number | null;
  fetched: number | null;
  bytes: number;
  build: number;
  reachable: number | null;
  projected: number;
  shards: number;
};

export const columns: readonly ResultColumn[] = [
  { key: 'index', title: 'Index' },
  { key: 'recall', title: 'Recall', better: 'higher', format: 'percent' },
  { key: 'low', title: 'from', format: 'percent', detail: true },
  { key: 'high', title: 'to', format: 'percent', detail: true },
  { key: 'distances', title: 'Distances', better: 'lower', format: 'integer' },
  { key: 'codes', title: 'Codes', unit: 'per query', format: 'integer', detail: true },
  { key: 'hops', title: 'Hops', unit: 'per query', format: 'integer', detail: true },
  { key: 'fetched', title: 'Fetched', unit: 'per query', format: 'integer', detail: true },
  { key: 'bytes', title: 'A vector', better: 'lower', format: 'bytes' },
  { key: 'build', title: 'To build', format: 'integer' },
  { key: 'reachable', title: 'Reachable', better: 'higher', format: 'percent', detail: true },
  { key: 'projected', title: 'Projected', format: 'bytes' },
  { key: 'shards', title: 'Shards', format: 'integer' },
];

/** Puts what was measured and what is held together into a row; costs that an index does not know are empty. */
export function frontierRow(
  index: string,
  measured: Measured,
  held: { bytes: IndexBytes; build: number; reachable?: number },
  settings: Settings,
  rows: number,
): FrontierRow {
  const there = projection(held.bytes, settings.projectTo, settings.shardBytes);
  return {
    index,
    recall: measured.recall,
    low: measured.low,
    high: measured.high,
    distances: measured.distances,
    codes: measured.codes || null,
    hops: measured.hops || null,
    fetched: measured.fetched || null,
    bytes: held.bytes.perVector + held.bytes.besides(rows) / rows,
    build: held.build,
    reachable: held.reachable ?? null,
    projected: there.bytes,
    shards: there.shards,
  };
}
