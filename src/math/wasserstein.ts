import { bucketOf, bucketsOver, countInBuckets, sortedInBuckets, type Buckets } from './buckets.ts';

/**
 * The Wasserstein-1 distance of two samples of numbers (earth mover's): how far the values have moved on average.
 * In an interview: it has the feature's unit, so it says how much and not only whether; outliers pull at it.
 *
 * Formula: the area between the two distribution functions, ∫ |F(x) - G(x)| dx. Cost: O(n + m): where F - G cannot
 * change its sign within a bucket, the area follows from counts and sums; only the other buckets are sorted.
 *
 * Source: S. S. Vallender, Theory of Probability and Its Applications 18 (1974).
 *
 * @param first one number a row, in any order; not changed
 * @param second the same of the other sample
 * @returns in the unit of the values; divide by the reference's standard deviation to compare features
 * @throws RangeError for an empty sample or a value that is not finite
 * @example wasserstein([0, 1, 3], [5, 6, 8]) // 5
 */
export function wasserstein(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const [n, m] = [first.length, second.length];
  const buckets = bucketsOver([first, second], 'wasserstein');
  const a = countInBuckets(first, buckets);
  const b = countInBuckets(second, buckets);
  const offsetsA = offsetSums(first, buckets);
  const offsetsB = offsetSums(second, buckets);
  // 1. Which buckets the sign could change in.
  const crossed = new Uint8Array(buckets.count);
  for (let k = 0, i = 0, j = 0; k < buckets.count; k += 1) {
    const [endI, endJ] = [i + (a[k] as number), j + (b[k] as number)];
    if (i * m < endJ * n && j * n < endI * m) crossed[k] = 1;
    [i, j] = [endI, endJ];
  }
  const sortedFirst = sortedInBuckets(first, buckets, a, crossed);
  const sortedSecond = sortedInBuckets(second, buckets, b, crossed);
  // 2. The area of each bucket: from sums, or by walking its values.
  let area = 0;
  for (let k = 0, i = 0, j = 0; k < buckets.count; k += 1) {
    if (crossed[k] === 1) area += areaWithin(sortedFirst(k), sortedSecond(k), i / n, j / m, n, m, k, buckets);
    else {
      const steps = (a[k] as number) / n - (b[k] as number) / m;
      const moved = (offsetsA[k] as number) / n - (offsetsB[k] as number) / m;
      area += Math.abs((i / n - j / m + steps) * buckets.width - moved);
    }
    i += a[k] as number;
    j += b[k] as number;
  }
  return area;
}

/** How far the values of each bucket lie above its lower end, summed. */
function offsetSums(values: ArrayLike<number>, buckets: Buckets): Float64Array {
  const sums = new Float64Array(buckets.count);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    const k = bucketOf(value, buckets);
    sums[k] = (sums[k] as number) + (value - buckets.low - k * buckets.width);
  }
  return sums;
}

function areaWithin(
  xs: Float64Array,
  ys: Float64Array,
  shareA: number,
  shareB: number,
  n: number,
  m: number,
  bucket: number,
  { low, width }: Buckets,
): number {
  let area = 0;
  let at = low + bucket * width;
  let x = 0;
  let y = 0;
  while (x < xs.length || y < ys.length) {
    const value = Math.min(xs[x] ?? Infinity, ys[y] ?? Infinity);
    area += Math.abs(shareA + x / n - shareB - y / m) * (value - at);
    at = value;
    if (xs[x] === value) x += 1;
    else y += 1;
  }
  return area + Math.abs(shareA + x / n - shareB - y / m) * (low + (bucket + 1) * width - at);
}
