import { logGamma, regularisedGamma, regularisedGammaTail } from './gamma-function.ts';

/**
 * The chance that a chi-square variate exceeds x: the p-value of a chi-square test, and of PSI without drift.
 *
 * Formula: the tail of the regularised gamma function at (degrees / 2, x / 2). Error about 1e-14 relative.
 *
 * Source: K. Pearson, Philosophical Magazine 50 (1900).
 *
 * @param x from 0
 * @param degrees of freedom, above 0 (bins less one)
 * @throws RangeError for an x below 0 or degrees not above 0
 * @example chiSquareTail(10, 1) // 0.001565402258002549
 */
export function chiSquareTail(x: number, degrees: number): number {
  return regularisedGammaTail(degrees / 2, x / 2);
}

/**
 * The value that a chi-square variate stays below with probability p: a critical value.
 *
 * Formula: Newton's steps in ln x, on the logarithm of the chance (the smaller of both sides). In ln x that
 * logarithm is concave, so the steps converge. Error about 1e-14 relative for up to 10 000 degrees.
 *
 * @param p from 0 to 1; .95 is the 5 % critical value
 * @param degrees of freedom, above 0
 * @throws RangeError for a p outside 0 to 1 or degrees not above 0
 * @example chiSquareQuantile(0.95, 9) // 16.918977604620448
 */
export function chiSquareQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError('`chiSquareQuantile` requires a p from 0 to 1');
  if (!(degrees > 0)) throw new RangeError('`chiSquareQuantile` requires degrees above 0');
  if (p === 0 || p === 1) return p === 0 ? 0 : Infinity;
  const shape = degrees / 2;
  const chance = p < 0.5 ? regularisedGamma : regularisedGammaTail;
  const goal = Math.log(p < 0.5 ? p : 1 - p);
  const sign = p < 0.5 ? 1 : -1;
  // In u, the logarithm of half of x: from the mean on, halving the bracket where a step would leave it.
  let u = Math.log(shape);
  let low = -745;
  let high = 709;
  for (let step = 0; step < 200; step += 1) {
    const half = Math.exp(u);
    const value = chance(shape, half);
    const short = Math.log(value) - goal;
    if (sign * short > 0) high = u;
    else low = u;
    const slope = (sign * Math.exp(shape * u - half - logGamma(shape))) / value;
    const next = u - short / slope;
    if (Math.abs(next - u) < 1e-9) return 2 * Math.exp(next);
    u = next > low && next < high ? next : (low + high) / 2;
  }
  return 2 * Math.exp(u);
}
