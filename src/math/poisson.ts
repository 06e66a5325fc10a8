import { logGamma } from './gamma-function.ts';
import type { Random } from './mersenne-twister.ts';

/**
 * How many independent events fall into one interval: requests a second, clicks a day.
 * The stream is that of numpy's `RandomState(seed).poisson(mean)`.
 *
 * Formula: below a mean of 10 multiply uniform numbers until the product falls to e^-mean; from there transformed
 * rejection. Cost: mean + 1 uniform numbers, or some 2.5 whatever the mean.
 *
 * Source: D. E. Knuth, TAOCP volume 2; W. Hörmann, "The transformed rejection method", Insurance 12 (1993), PTRS.
 *
 * @param random a seeded stream
 * @param mean from 0
 * @returns a whole number from 0
 * @throws RangeError for a mean that is negative or not finite
 * @example poisson(() => 0.5, 1) // 1
 */
export function poisson(random: Random, mean: number): number {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError('`poisson` requires a finite mean from 0');
  if (mean === 0) return 0;
  return mean < 10 ? byMultiplication(random, mean) : byRejection(random, mean);
}

function byMultiplication(random: Random, mean: number): number {
  const goal = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > goal; product *= random()) count += 1;
  return count;
}

function byRejection(random: Random, mean: number): number {
  const logMean = Math.log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const inner = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= inner) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const bound = -mean + k * logMean - logGamma(k + 1);
    if (Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b) <= bound) return k;
  }
}
