/**
 * What is done about empty bins: `floor` raises every share below it to it and renormalises nothing (so the shares may
 * sum to a little more than 1); `count` adds so much to every count before dividing. A floor of 0 smooths nothing.
 */
export type Smoothing = { readonly floor: number } | { readonly count: number };

/** Empty bins stay empty. */
export const noSmoothing: Smoothing = { floor: 0 };

/**
 * Counts as shares of their sum, smoothed so that a logarithm of them can be taken.
 * In an interview: the question behind every PSI, "what did you do with empty bins?"; the answer decides the figure.
 *
 * Formula: floor: max(c / n, floor); count: (c + a) / (n + a B), B the number of bins. Cost: O(B).
 *
 * @param counts a bin each, or weights of any sum; none negative
 * @throws RangeError without a positive count, or for a negative one
 * @example smoothedShares([3, 1, 0], { count: 1 }) // [4 / 7, 2 / 7, 1 / 7]
 */
export function smoothedShares(counts: ArrayLike<number>, smoothing: Smoothing): Float64Array {
  const added = 'count' in smoothing ? smoothing.count : 0;
  const floor = 'floor' in smoothing ? smoothing.floor : 0;
  let sum = 0;
  for (let i = 0; i < counts.length; i += 1) {
    if (!((counts[i] as number) >= 0)) throw new RangeError('`smoothedShares` requires counts of at least 0');
    sum += (counts[i] as number) + added;
  }
  if (!(sum > 0)) throw new RangeError('`smoothedShares` requires at least one positive count');
  const shares = new Float64Array(counts.length);
  for (let i = 0; i < counts.length; i += 1) shares[i] = Math.max(((counts[i] as number) + added) / sum, floor);
  return shares;
}
