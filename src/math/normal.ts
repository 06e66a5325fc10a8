/**
 * The density of the standard normal law.
 *
 * Formula: e^(-x² / 2) / √(2π). The square is taken in two parts, so that the far tail keeps its digits.
 *
 * @example normalDensity(0) // 0.3989422804014327
 */
export function normalDensity(x: number): number {
  const size = Math.abs(x);
  const coarse = Math.min(40, Math.round(size * 16) / 16);
  const fine = ((size - coarse) * (size + coarse)) / 2;
  return (Math.exp((-coarse * coarse) / 2) * Math.exp(-fine)) / Math.sqrt(2 * Math.PI);
}

/**
 * The chance that a standard normal variate exceeds x, exact also where it is tiny: half of a two-sided p-value.
 *
 * Formula: density(x) / (1 + x) times a Chebyshev series in (x - 5) / (x + 5), which covers all x from 0 on.
 * Error about 1e-15 relative.
 *
 * Source: M. M. Shepherd, J. G. Laframboise, Mathematics of Computation 36 (1981) for the form; the coefficients are
 * computed from the definition with 50 digits.
 *
 * @example normalTail(10) // 7.61985302416052e-24
 */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x);
  if (x === Infinity) return 0;
  const at = (x - 5) / (x + 5);
  let current = 0;
  let before = 0;
  for (let k = coefficients.length - 1; k >= 1; k -= 1) {
    const next = 2 * at * current - before + (coefficients[k] as number);
    before = current;
    current = next;
  }
  return (normalDensity(x) / (1 + x)) * (at * current - before + (coefficients[0] as number));
}

/**
 * The chance that a standard normal variate is at most x.
 *
 * @example normalCdf(1.959963984540054) // 0.975
 */
export function normalCdf(x: number): number {
  return normalTail(-x);
}

/**
 * The value that a standard normal variate stays below with probability p: 1.96 for .975.
 *
 * Formula: a rational start (error below .0005), then three of Newton's steps on the logarithm of the tail, which is
 * nearly a parabola. Error about 1e-15, relative in the tails and absolute in the middle.
 *
 * Source: M. Abramowitz, I. Stegun, "Handbook of Mathematical Functions" (1964), 26.2.23 for the start.
 *
 * @param p from 0 to 1
 * @returns -Infinity at 0, Infinity at 1
 * @throws RangeError for a p outside 0 to 1
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError('`normalQuantile` requires a p from 0 to 1');
  if (p < 0.5) return 0 - normalUpperQuantile(p);
  return normalUpperQuantile(1 - p);
}

function normalUpperQuantile(tail: number): number {
  if (tail === 0) return Infinity;
  if (tail === 0.5) return 0;
  const logTail = Math.log(tail);
  const t = Math.sqrt(-2 * logTail);
  let x = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 3; step += 1) {
    const value = normalTail(x);
    x += (Math.log(value / tail) * value) / normalDensity(x);
  }
  return x;
}

const coefficients = [
  1.1579976221305188, -0.1633449388451398, -0.013683136055781576, 0.03082200019810004, -0.016220073012046806,
  0.005616691016460094, -0.0014133933783549216, 0.0002502625460725661, -2.468907239728387e-5, -1.0107964061837592e-6,
  7.495419179740573e-7, -7.600274268728337e-8, -1.1574771441328644e-8, 3.333386472599843e-9, 7.538039628171347e-11,
  -1.1104247263727494e-10, 3.509243776551059e-12, 3.6894953861750955e-12, -2.3376697776383095e-13,
  -1.3271797523541405e-13, 9.921706995888276e-15, 5.276004995455379e-15, -3.373097694187922e-16,
  -2.2804338776379946e-16,
];
