import { logGamma } from './gamma-function.ts';
import { normalQuantile } from './normal.ts';
import { regularisedBeta } from './regularised-beta.ts';

/**
 * The chance that Student's t exceeds a value: half of the two-sided p-value of a t-test.
 * In an interview: the t-test between two arms, and intervals over a handful of seeds.
 *
 * Formula: half the regularised beta function at degrees / (degrees + t²), shapes degrees / 2 and ½.
 * Error about 1e-14 relative.
 *
 * Source: Student, "The probable error of a mean", Biometrika 6 (1908).
 *
 * @param t any number
 * @param degrees of freedom, above 0; need not be whole (Welch)
 * @throws RangeError for a t that is NaN or degrees not above 0
 * @example studentTail(1, 1) // 0.25
 */
export function studentTail(t: number, degrees: number): number {
  if (Number.isNaN(t)) throw new RangeError('`studentTail` requires a t that is a number');
  if (!(degrees > 0 && degrees < Infinity)) throw new RangeError('`studentTail` requires finite degrees above 0');
  if (t < 0) return 1 - studentTail(-t, degrees);
  if (t * t === Infinity) return 0;
  const all = degrees + t * t;
  return regularisedBeta(degrees / all, degrees / 2, 0.5, (t * t) / all) / 2;
}

/**
 * The value that Student's t stays below with probability p: a critical value.
 *
 * Formula: Newton's steps in ln t on the logarithm of the tail, which is concave in ln t, from the normal quantile.
 * Error about 1e-13,
 * relative in the tails and absolute in the middle.
 *
 * @param p from 0 to 1; .975 for a two-sided 95 % interval
 * @param degrees of freedom, above 0
 * @throws RangeError for a p outside 0 to 1 or degrees not above 0
 * @example studentQuantile(0.975, 5) // 2.5705818356363146
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError('`studentQuantile` requires a p from 0 to 1');
  if (!(degrees > 0 && degrees < Infinity)) throw new RangeError('`studentQuantile` requires finite degrees above 0');
  if (p === 0.5) return 0;
  if (p < 0.5) return -upperQuantile(p, degrees);
  return upperQuantile(1 - p, degrees);
}

function upperQuantile(tail: number, degrees: number): number {
  if (tail === 0) return Infinity;
  const logDensityAt0 = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - 0.5 * Math.log(degrees * Math.PI);
  let u = Math.log(-normalQuantile(tail));
  for (let step = 0; step < 200; step += 1) {
    const t = Math.exp(u);
    const value = studentTail(t, degrees);
    const density = Math.exp(logDensityAt0 - ((degrees + 1) / 2) * Math.log1p((t * t) / degrees));
    const move = (Math.log(value / tail) * value) / (density * t);
    u += move;
    if (Math.abs(move) < 1e-9) break;
  }
  return Math.exp(u);
}
