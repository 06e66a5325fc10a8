import type { BinnedRows } from './bins.ts';
import { leafOf, type BoostedTrees } from './boosted-trees.ts';
import type { SparseRows } from './sparse-rows.ts';

/**
 * Each row as the leaves it falls into, one id a tree: what a logistic regression on top of trees is fed.
 *
 * Source: X. He et al., "Practical lessons from predicting clicks on ads at Facebook", ADKDD (2014).
 */
export function leafFeatures({ trees }: BoostedTrees, data: BinnedRows): SparseRows {
  const indices = new Int32Array(data.rows * trees.length);
  let first = 0;
  trees.forEach((tree, t) => {
    for (let row = 0; row < data.rows; row += 1) indices[row * trees.length + t] = first + leafOf(tree, data, row);
    first += tree.value.length;
  });
  return {
    rows: data.rows,
    width: trees.length,
    indices,
    size: first,
    denseWidth: 0,
    dense: new Float64Array(0),
  };
}
