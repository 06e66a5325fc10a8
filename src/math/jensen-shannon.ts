import { noSmoothing, smoothedShares } from './smoothed-shares.ts';

/**
 * The Jensen-Shannon divergence: how far two samples lie from their mixture.
 * In an interview: symmetric, finite with empty bins (at most ln 2) and so needing no smoothing; near 0 it is PSI / 8.
 *
 * Formula: (KL(p‖m) + KL(q‖m)) / 2 with m = (p + q) / 2, in nats. Cost: O(bins).
 *
 * Source: J. Lin, "Divergence measures based on the Shannon entropy", IEEE Trans. Information Theory 37 (1991).
 *
 * @param p counts or shares of the bins, any sum
 * @param q those of the same bins
 * @returns nats, from 0 to ln 2
 * @throws RangeError for different numbers of bins, or where either sample is empty
 * @example jensenShannonDivergence([1, 0], [0, 1]) // 0.6931471805599453
 */
export function jensenShannonDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  if (p.length !== q.length) throw new RangeError('`jensenShannonDivergence` requires the same bins in both samples');
  const first = smoothedShares(p, noSmoothing);
  const second = smoothedShares(q, noSmoothing);
  let sum = 0;
  for (let i = 0; i < first.length; i += 1) {
    const [a, b] = [first[i] as number, second[i] as number];
    if (a > 0) sum += a * Math.log((2 * a) / (a + b));
    if (b > 0) sum += b * Math.log((2 * b) / (a + b));
  }
  return Math.max(0, sum / 2);
}

/**
 * The Jensen-Shannon distance, the root of the divergence and a metric: what scipy's `jensenshannon` returns.
 *
 * @returns from 0 to √(ln 2) = .833
 * @throws RangeError as the divergence does
 * @example jensenShannonDistance([1, 0], [0, 1]) // 0.8325546111576977
 */
export function jensenShannonDistance(p: ArrayLike<number>, q: ArrayLike<number>): number {
  return Math.sqrt(jensenShannonDivergence(p, q));
}
