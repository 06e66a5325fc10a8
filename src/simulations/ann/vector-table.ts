import { openArena, strideOf, writeRows, type Arena } from './arena.ts';
import type { KernelName } from './distance-kernel.ts';
import { nearestKeys, type NearestKeys } from './nearest-keys.ts';

/** Vectors as data: row-major 32-bit floats. */
export type Vectors = { values: Float32Array; rows: number; dimension: number };

/** Base and queries side by side in one memory, with room for what an index adds. */
export type VectorTable = {
  arena: Arena;
  rows: number;
  queries: number;
  dimension: number;
  stride: number;
  rowsAt: number;
  queriesAt: number;
  /** Room for the keys that one call of the kernel returns. */
  keysAt: number;
  /** Room for the ids that are listed for one call. */
  idsAt: number;
};

/** The most rows that are scanned in one call: enough to hide the call, few enough for the limit to tighten. */
const blockRows = 512;

/** Lays base (in the order of `order`, where one is given) and queries out in one memory, with `extra` sizes to take. */
export function vectorTable(
  base: Vectors,
  queries: Vectors,
  kernel: KernelName,
  extra: readonly number[] = [],
  order?: Int32Array,
): VectorTable {
  if (base.dimension !== queries.dimension)
    throw new RangeError('`vectorTable` requires queries of the dimension of the base');
  const { dimension } = base;
  const stride = strideOf(dimension);
  const sizes = [base.rows * stride, queries.rows * stride, 8 * blockRows, 4 * blockRows];
  const arena = openArena(kernel, [...sizes, ...extra]);
  const [rowsAt, queriesAt, keysAt, idsAt] = sizes.map((size) => arena.take(size)) as [number, number, number, number];
  writeRows(arena, rowsAt, base.values, dimension, order);
  writeRows(arena, queriesAt, queries.values, dimension);
  return { arena, rows: base.rows, queries: queries.rows, dimension, stride, rowsAt, queriesAt, keysAt, idsAt };
}

/**
 * Takes in those of a run of rows that are nearest to a query; `rowsAt` is where row 0 stands.
 * The limit is the farthest kept so far, so that after the first block almost nothing leaves the kernel.
 *
 * @param ids what to call each row, where that is not its place
 */
export function scanRows(
  table: VectorTable,
  query: number,
  { rowsAt, from, to, ids }: { rowsAt: number; from: number; to: number; ids?: Int32Array },
  nearest: NearestKeys,
): void {
  const { arena, stride, keysAt } = table;
  const { kernel, keys, words } = arena;
  for (let first = from; first < to; first += blockRows) {
    const count = Math.min(blockRows, to - first);
    const found = kernel.scan(query, rowsAt + first * stride, stride, count, nearest.limit(), first, keysAt);
    if (ids) {
      const word = keysAt >>> 2;
      for (let i = 0; i < found; i += 1) words[word + 2 * i] = ids[words[word + 2 * i] as number] as number;
    }
    nearest.offer(keys, keysAt >>> 3, found);
  }
}

/** Takes in listed rows by their exact distance: what re-ranking does with the candidates of a coarse index. */
export function offerListed(table: VectorTable, query: number, listed: NearestKeys, nearest: NearestKeys): void {
  const { arena, rowsAt, stride, keysAt, idsAt } = table;
  const { kernel, keys, words } = arena;
  for (let first = 0; first < listed.size(); first += blockRows) {
    const count = Math.min(blockRows, listed.size() - first);
    for (let i = 0; i < count; i += 1) words[(idsAt >>> 2) + i] = listed.idAt(first + i);
    kernel.listed(query, rowsAt, stride, idsAt, count, keysAt);
    nearest.offer(keys, keysAt >>> 3, count);
  }
}

/** Where a query's vector stands. */
export function queryAt(table: VectorTable, query: number): number {
  return table.queriesAt + query * table.stride;
}

/**
 * Exact search: the distance to every row, the k least. The ceiling of every other index.
 * Of two rows as near, the smaller id comes first. Cost: O(rows * d).
 */
export function exactNearest(table: VectorTable, query: number, k: number): NearestKeys {
  const nearest = nearestKeys(Math.min(k, table.rows));
  scanRows(table, queryAt(table, query), { rowsAt: table.rowsAt, from: 0, to: table.rows }, nearest);
  return nearest;
}
