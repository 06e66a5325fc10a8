import type { SparseRows } from '../../../src/simulations/ctr/sparse-rows.ts';

/** A table of plain numbers without ids. */
export const denseRows = (table: readonly (readonly number[])[]): SparseRows => ({
  rows: table.length,
  width: 0,
  indices: new Int32Array(0),
  size: 0,
  denseWidth: table[0]?.length ?? 0,
  dense: Float64Array.from(table.flat()),
});
