import { bucketsOver, countInBuckets, sortedInBuckets } from './buckets.ts';

/**
 * The Kolmogorov-Smirnov statistic of two samples: the widest gap between their distribution functions.
 * In an interview: the drift test for numbers that needs no bins; at a million rows it flags what nobody would notice.
 *
 * Formula: D = max over x of |F(x) - G(x)|, F and G the shares of values up to x; tied values step together. Gaps are
 * compared as whole numbers (n m D) and divided once. Cost: O(n + m): the gap at the buckets' ends bounds the gap
 * within them, so only the few buckets that can hold the maximum are sorted.
 *
 * Source: N. V. Smirnov, Annals of Mathematical Statistics 19 (1948).
 *
 * @param first one number a row, in any order; not changed
 * @param second the same of the other sample
 * @returns from 0 to 1
 * @throws RangeError for an empty sample or a value that is not finite
 * @example kolmogorovSmirnovStatistic([1, 2, 3], [2, 3, 4]) // 0.3333333333333333
 */
export function kolmogorovSmirnovStatistic(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const [n, m] = [first.length, second.length];
  // 1. Count both samples in buckets; the gap is known at every bucket's end.
  const buckets = bucketsOver([first, second], 'kolmogorovSmirnovStatistic');
  const a = countInBuckets(first, buckets);
  const b = countInBuckets(second, buckets);
  let widest = 0;
  for (let k = 0, i = 0, j = 0; k < buckets.count; k += 1) {
    i += a[k] as number;
    j += b[k] as number;
    widest = Math.max(widest, Math.abs(i * m - j * n));
  }
  // 2. Within a bucket the gap is widest when one sample has all its values first.
  const wanted = new Uint8Array(buckets.count);
  for (let k = 0, i = 0, j = 0; k < buckets.count; k += 1) {
    const [endI, endJ] = [i + (a[k] as number), j + (b[k] as number)];
    if (Math.max(endI * m - j * n, endJ * n - i * m) > widest) wanted[k] = 1;
    [i, j] = [endI, endJ];
  }
  const sortedFirst = sortedInBuckets(first, buckets, a, wanted);
  const sortedSecond = sortedInBuckets(second, buckets, b, wanted);
  // 3. Walk up the values of those buckets, tied ones together.
  for (let k = 0, i = 0, j = 0; k < buckets.count; k += 1) {
    if (wanted[k] === 1) widest = Math.max(widest, widestWithin(sortedFirst(k), sortedSecond(k), i, j, n, m));
    i += a[k] as number;
    j += b[k] as number;
  }
  return widest / (n * m);
}

function widestWithin(xs: Float64Array, ys: Float64Array, i: number, j: number, n: number, m: number): number {
  let widest = 0;
  let x = 0;
  let y = 0;
  while (x < xs.length || y < ys.length) {
    const value = Math.min(xs[x] ?? Infinity, ys[y] ?? Infinity);
    while (x < xs.length && xs[x] === value) x += 1;
    while (y < ys.length && ys[y] === value) y += 1;
    widest = Math.max(widest, Math.abs((i + x) * m - (j + y) * n));
  }
  return widest;
}
