import type { Random } from './mersenne-twister.ts';
import { power } from './power.ts';

/**
 * The shares of Zipf's law: how much of the traffic the first, second, … most popular thing has.
 *
 * Formula: the share at 0-based rank i is 1 / (i + 1)^exponent, over the sum of these. Cost: O(count).
 *
 * @param count a whole number of things, at least 1
 * @param exponent 0 for all alike, about 1 for words and videos
 * @returns `count` shares that fall with the rank and sum to 1
 * @throws RangeError for a count below 1 or an exponent that is negative or not finite
 * @example zipfShares(2, 1) // [0.6666666666666666, 0.3333333333333333]
 */
export function zipfShares(count: number, exponent: number): Float64Array {
  if (!Number.isInteger(count) || count < 1) throw new RangeError('`zipfShares` requires a whole count of at least 1');
  if (!(exponent >= 0 && exponent < Infinity)) throw new RangeError('`zipfShares` requires a finite exponent from 0');
  const shares = new Float64Array(count);
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    shares[i] = power(i + 1, -exponent);
    total += shares[i] as number;
  }
  for (let i = 0; i < count; i += 1) shares[i] = (shares[i] as number) / total;
  return shares;
}

/**
 * Draws 0-based ranks by Zipf's law: few things are asked for often, most hardly ever.
 * In an interview: ids, queries and items have this long tail; caches live from it, embeddings starve in it.
 *
 * Formula: the first rank whose cumulative share exceeds a uniform number, found by halving.
 * Cost: O(count) to build the table of 8 bytes a rank, O(log count) and one uniform number a draw.
 *
 * Source: G. K. Zipf, "Human Behavior and the Principle of Least Effort" (1949).
 *
 * @throws RangeError for a count below 1 or an exponent that is negative or not finite
 * @example zipfSampler(2, 1)(() => 0.7) // 1
 */
export function zipfSampler(count: number, exponent: number): (random: Random) => number {
  const cumulative = zipfShares(count, exponent);
  for (let i = 1; i < count; i += 1) cumulative[i] = (cumulative[i] as number) + (cumulative[i - 1] as number);
  return (random) => {
    const u = random();
    let low = 0;
    // The last rank takes what rounding leaves, so that no draw falls off the end.
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cumulative[middle] as number) > u) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
