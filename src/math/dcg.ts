import { power } from './power.ts';

/** How a relevance grade becomes a gain: as it is, or 2^grade - 1, which favours the best documents. */
export type Gain = 'linear' | 'exponential';

/**
 * Discounted cumulative gain (DCG): what a list is worth when lower places are seen less.
 *
 * Formula: the sum over places 1, 2, … of gain / log2(place + 1). Cost: O(cutoff).
 *
 * Source: K. Järvelin, J. Kekäläinen, ACM TOIS 20 (2002); exponential gain: C. Burges et al., ICML (2005).
 *
 * @param relevances the grades from the top of the list down, 0 for irrelevant
 * @param gain say it with the figure: the two prefer different lists
 * @param cutoff how many places count; all when absent
 * @example discountedGain([3, 2], 'linear') // 4.2618595071429155
 */
export function discountedGain(relevances: ArrayLike<number>, gain: Gain, cutoff = Infinity): number {
  let sum = 0;
  for (let i = 0; i < Math.min(relevances.length, cutoff); i += 1)
    sum += gainOf(relevances[i] as number, gain) * discountAt(i);
  return sum;
}

/**
 * The gain of one grade.
 *
 * @example gainOf(3, 'exponential') // 7
 */
export function gainOf(relevance: number, gain: Gain): number {
  return gain === 'linear' ? relevance : power(2, relevance) - 1;
}

/**
 * The weight of a 0-based place.
 *
 * @example discountAt(0) // 1
 */
export function discountAt(place: number): number {
  return 1 / Math.log2(place + 2);
}
