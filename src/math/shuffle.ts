import type { Random } from './mersenne-twister.ts';

/** An array, typed or not, whose values may be moved: a read-only one cannot be reversed. */
type Movable = { readonly length: number; [place: number]: unknown; reverse: () => unknown };

/**
 * Puts values into random order, in place: each order is equally likely (Fisher-Yates, from the top).
 * In an interview: epochs over training rows, random assignment, permutation tests.
 *
 * Formula: for i from the last place down to 1, swap the value at i with the one at a uniform place from 0 to i.
 * Cost: O(n), n - 1 uniform numbers.
 *
 * Source: R. Durstenfeld, "Algorithm 235: Random permutation", CACM 7 (1964).
 *
 * @param values changed
 * @param random a seeded stream
 * @returns the same array
 * @example shuffle([1, 2, 3], () => 0) // [2, 3, 1]
 */
export function shuffle<Values extends Movable>(values: Values, random: Random): Values {
  const places: Movable = values;
  for (let i = places.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const kept = places[i];
    places[i] = places[j];
    places[j] = kept;
  }
  return values;
}
