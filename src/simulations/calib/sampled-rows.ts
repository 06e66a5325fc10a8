import type { Random } from '../../math/mersenne-twister.ts';
import type { SparseRows } from '../ctr/sparse-rows.ts';

/** Training rows that were kept, with their labels. */
export type KeptRows = { features: SparseRows; labels: Uint8Array };

/** One uniform number a row: a row is kept where it lies below the share, so smaller shares keep subsets of larger. */
export function sampleDraws(rows: number, random: Random): Float64Array {
  return Float64Array.from({ length: rows }, () => random());
}

/**
 * Keeps a share of the negatives and a share of the positives.
 *
 * @throws RangeError where no row is left
 */
export function keepRows(
  features: SparseRows,
  labels: Uint8Array,
  draws: Float64Array,
  { negatives, positives }: { negatives: number; positives: number },
): KeptRows {
  const kept: number[] = [];
  for (let row = 0; row < features.rows; row += 1)
    if ((draws[row] as number) < (labels[row] === 1 ? positives : negatives)) kept.push(row);
  if (kept.length === 0) throw new RangeError('`keepRows` requires shares that leave a row');
  const { width, denseWidth } = features;
  const indices = new Int32Array(kept.length * width);
  const dense = new Float64Array(kept.length * denseWidth);
  kept.forEach((row, at) => {
    indices.set(features.indices.subarray(row * width, (row + 1) * width), at * width);
    dense.set(features.dense.subarray(row * denseWidth, (row + 1) * denseWidth), at * denseWidth);
  });
  return {
    features: { ...features, rows: kept.length, indices, dense },
    labels: Uint8Array.from(kept, (row) => labels[row] as number),
  };
}
