import { normalQuantile } from './normal.ts';

/**
 * Wilson's interval of a share: which true shares fit with so many hits out of so many tries.
 * In an interview: recall on 200 queries, clicks of a new item; unlike p ± 1.96 s it stays within 0 to 1 and has a
 * width at no hit at all.
 *
 * Formula: (p + z²/2n ± z √(p (1 - p) / n + z²/4n²)) / (1 + z²/n), p = hits / n.
 *
 * Source: E. B. Wilson, JASA 22 (1927).
 *
 * @param hits from 0 to `tries`
 * @param tries independent ones, above 0
 * @param confidence between 0 and 1
 * @returns two shares from 0 to 1
 * @throws RangeError for hits or a confidence out of range, or without a try
 * @example proportionInterval(0, 10) // { low: 0, high: 0.2775327998628892 }
 */
export function proportionInterval(hits: number, tries: number, confidence = 0.95): { low: number; high: number } {
  if (!(tries > 0)) throw new RangeError('`proportionInterval` requires at least one try');
  if (!(hits >= 0 && hits <= tries)) throw new RangeError('`proportionInterval` requires hits from 0 to the tries');
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError('`proportionInterval` requires a confidence between 0 and 1');
  const z = -normalQuantile((1 - confidence) / 2);
  const p = hits / tries;
  const middle = p + (z * z) / (2 * tries);
  const half = z * Math.sqrt((p * (1 - p)) / tries + (z * z) / (4 * tries * tries));
  const all = 1 + (z * z) / tries;
  return { low: hits === 0 ? 0 : (middle - half) / all, high: hits === tries ? 1 : (middle + half) / all };
}
