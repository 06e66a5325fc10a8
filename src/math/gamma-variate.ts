import { gaussianStream } from './gaussian.ts';
import type { Random } from './mersenne-twister.ts';
import { power } from './power.ts';

/**
 * A gamma variate of scale 1: the wait for `shape` events at one a second; rates that differ from user to user.
 * For another scale multiply.
 *
 * Formula: (shape - ⅓) (1 + c x)³ for a normal x and c = 1 / √(9 shape - 3), accepted about 97 times in 100; for a
 * shape below 1 that of shape + 1 times u^(1 / shape). Cost: some 3 to 4 uniform numbers.
 *
 * Source: G. Marsaglia, W. W. Tsang, ACM TOMS 26 (2000).
 *
 * @param random a seeded stream
 * @param shape above 0, which is also the mean and the variance
 * @throws RangeError for a shape that is not above 0 or not finite
 * @example gammaVariate(mersenneTwister(42), 2.5) // 2.983135365424813
 */
export function gammaVariate(random: Random, shape: number): number {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError('`gammaVariate` requires a finite shape above 0');
  if (shape < 1) return gammaVariate(random, shape + 1) * power(1 - random(), 1 / shape);
  const gaussian = gaussianStream(random);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = gaussian();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = random();
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return d * v;
    if (Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
  }
}
