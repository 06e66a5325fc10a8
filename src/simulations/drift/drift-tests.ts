import { chiSquareStatistic } from '../../math/chi-square-statistic.ts';
import { chiSquareQuantile, chiSquareTail } from '../../math/chi-square.ts';
import { jensenShannonDistance } from '../../math/jensen-shannon.ts';
import { kolmogorovSmirnovStatistic } from '../../math/kolmogorov-smirnov.ts';
import { kolmogorovTail } from '../../math/kolmogorov.ts';
import { kullbackLeibler } from '../../math/kullback-leibler.ts';
import { populationStabilityIndex } from '../../math/population-stability-index.ts';
import { populationStabilityTail } from '../../math/population-stability-null.ts';
import { wasserstein } from '../../math/wasserstein.ts';
import type { Comparison } from './comparison.ts';

/** A drift test: its figure, the threshold that people set, and how often nothing at all exceeds a figure. */
export type DriftTest = {
  name: string;
  /** Undefined where the test is for numbers and the feature is none. */
  measure: (comparison: Comparison) => number | undefined;
  threshold: (comparison: Comparison, alpha: number) => number;
  /** The share of clean comparisons above a value; undefined where there is no closed form. */
  tail?: (value: number, comparison: Comparison) => number;
};

/** The thresholds by habit: of credit scoring for PSI, of monitoring tools for the others. */
export const habits = { psi: 0.1, psiStrong: 0.25, kl: 0.1, js: 0.1, wasserstein: 0.1 };

export const driftTests: readonly DriftTest[] = [
  {
    name: 'PSI',
    measure: ({ reference, current, smoothing }) => populationStabilityIndex(reference, current, smoothing),
    threshold: () => habits.psi,
    tail: psiTail,
  },
  {
    name: 'KL',
    measure: ({ reference, current, smoothing }) => kullbackLeibler(reference, current, smoothing),
    threshold: () => habits.kl,
    tail: (value, comparison) => psiTail(2 * value, comparison),
  },
  {
    name: 'JS distance',
    measure: ({ reference, current }) => jensenShannonDistance(reference, current),
    threshold: () => habits.js,
    tail: (value, comparison) => psiTail(8 * value * value, comparison),
  },
  {
    name: 'chi-square',
    measure: ({ reference, current }) => chiSquareStatistic(reference, current).statistic,
    threshold: ({ bins }, alpha) => chiSquareQuantile(1 - alpha, Math.max(1, bins - 1)),
    tail: (value, { bins }) => (bins < 2 ? 1 : chiSquareTail(value, bins - 1)),
  },
  {
    name: 'KS',
    measure: ({ numbers }) => numbers && kolmogorovSmirnovStatistic(numbers.reference, numbers.current),
    threshold: ({ numbers, n, m }, alpha) =>
      kolmogorovCritical(alpha, numbers?.reference.length ?? n, numbers?.current.length ?? m),
    tail: (value, { numbers, n, m }) =>
      kolmogorovTail(value, numbers?.reference.length ?? n, numbers?.current.length ?? m),
  },
  {
    name: 'Wasserstein',
    measure: ({ numbers }) => numbers && inDeviations(numbers.reference, numbers.current),
    threshold: () => habits.wasserstein,
  },
];

function psiTail(value: number, { n, m, bins }: Comparison): number {
  return bins < 2 ? 1 : populationStabilityTail(value, n, m, bins);
}

/** The distance of two samples' distribution functions that a test at alpha calls drift, by the limit law. */
export function kolmogorovCritical(alpha: number, n: number, m: number): number {
  return Math.sqrt(-Math.log(alpha / 2) / 2) * Math.sqrt((n + m) / (n * m));
}

/** The distance in standard deviations of the reference; undefined where it has none. */
function inDeviations(reference: Float64Array, current: Float64Array): number | undefined {
  let sum = 0;
  for (const value of reference) sum += value;
  const mean = sum / reference.length;
  let squares = 0;
  for (const value of reference) squares += (value - mean) * (value - mean);
  const deviation = Math.sqrt(squares / reference.length);
  return deviation > 0 ? wasserstein(reference, current) / deviation : undefined;
}
