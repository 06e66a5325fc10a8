import { gammaVariate } from './gamma-variate.ts';
import type { Random } from './mersenne-twister.ts';

/**
 * A beta variate: a click rate drawn from what a hits and b misses (each less one) leave possible.
 * In an interview: Thompson sampling shows the item whose draw is greatest.
 *
 * Formula: x / (x + y) for gamma variates x of shape a and y of shape b. With both shapes below 1, where these may
 * both come out as 0, Jöhnk's way: u^(1/a) and v^(1/b) until their sum is at most 1, by their logarithms.
 *
 * Source: M. D. Jöhnk, Metrika 8 (1964); G. Marsaglia, W. W. Tsang, ACM TOMS 26 (2000).
 *
 * @param random a seeded stream
 * @param a above 0
 * @param b above 0
 * @returns from 0 to 1, on average a / (a + b)
 * @throws RangeError for a shape that is not above 0 or not finite
 * @example betaVariate(() => 0.5, 0.5, 0.5) // 0.5
 */
export function betaVariate(random: Random, a: number, b: number): number {
  if (!(a > 0 && b > 0 && a + b < Infinity)) throw new RangeError('`betaVariate` requires finite shapes above 0');
  if (a < 1 && b < 1) return ofSmallShapes(random, a, b);
  const x = gammaVariate(random, a);
  return x / (x + gammaVariate(random, b));
}

function ofSmallShapes(random: Random, a: number, b: number): number {
  for (;;) {
    const logX = Math.log(1 - random()) / a;
    const logY = Math.log(1 - random()) / b;
    const greater = Math.max(logX, logY);
    const logSum = greater + Math.log(Math.exp(logX - greater) + Math.exp(logY - greater));
    if (logSum <= 0) return Math.exp(logX - logSum);
  }
}
