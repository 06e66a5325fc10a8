import { studentQuantile } from './student-t.ts';

/**
 * The mean of a sample with its 95 % confidence interval: what a Monte Carlo figure is worth.
 * In an interview: a figure without its interval is a rumour; half as wide costs four times the sample.
 *
 * Formula: mean ± t · s / √n, s the standard deviation with n - 1 and t Student's 97.5 % point at n - 1 degrees
 * (1.96 for many values, 2.57 for six). Cost: O(n), two passes.
 *
 * Source: Student, "The probable error of a mean", Biometrika 6 (1908).
 *
 * @param values independent ones (users, not clicks; seeds, not rows)
 * @returns all in the unit of the values; a single value tells no width, so its interval is NaN
 * @throws RangeError without a value
 * @example meanInterval([1, 2, 3]) // { mean: 2, low: -0.48413771175033, high: 4.48413771175033 }
 */
export function meanInterval(values: ArrayLike<number>): { mean: number; low: number; high: number } {
  const n = values.length;
  if (n === 0) throw new RangeError('`meanInterval` requires at least one value');
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += values[i] as number;
  const mean = sum / n;
  if (n === 1) return { mean, low: NaN, high: NaN };
  let squares = 0;
  for (let i = 0; i < n; i += 1) squares += ((values[i] as number) - mean) * ((values[i] as number) - mean);
  const half = studentQuantile(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { mean, low: mean - half, high: mean + half };
}
