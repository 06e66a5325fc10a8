import type { Random } from './mersenne-twister.ts';

/**
 * A waiting time without memory: gaps between arrivals, service times, delays of a label.
 *
 * Formula: -mean * ln(1 - u) with u from 0 (included) to 1 (excluded), so that the logarithm of 0 never comes up.
 * Cost: one uniform number.
 *
 * Source: J. von Neumann, "Various techniques used in connection with random digits" (1951).
 *
 * @param random a seeded stream
 * @param mean in the unit wanted, at least 0
 * @throws RangeError for a mean that is negative or not finite
 * @example exponential(() => 0.5, 10) // 6.931471805599453
 */
export function exponential(random: Random, mean: number): number {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError('`exponential` requires a finite mean from 0');
  return 0 - mean * Math.log(1 - random());
}
