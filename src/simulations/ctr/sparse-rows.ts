/**
 * Rows as models for clicks see them: the same number of ids in each, as places in one long table of weights, and a
 * few plain numbers beside them. Flat arrays, so that training walks memory in order.
 */
export type SparseRows = {
  rows: number;
  /** Ids a row; each stands for the value 1. */
  width: number;
  /** `indices[row * width + i]`, from 0 to `size - 1`. */
  indices: Int32Array;
  /** How many places the table has. */
  size: number;
  /** Plain numbers a row. */
  denseWidth: number;
  /** `dense[row * denseWidth + i]`. */
  dense: Float64Array;
};

/** The rows from `from` to before `to`, as views on the same memory. */
export function sliceRows(features: SparseRows, from: number, to: number): SparseRows {
  return {
    ...features,
    rows: to - from,
    indices: features.indices.subarray(from * features.width, to * features.width),
    dense: features.dense.subarray(from * features.denseWidth, to * features.denseWidth),
  };
}
