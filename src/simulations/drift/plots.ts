import type { ResultPlot } from '../../domain/simulation-result.ts';
import { familyWiseError } from '../../math/family-wise-error.ts';
import { normalQuantile } from '../../math/normal.ts';
import { populationStabilityQuantile, populationStabilityTail } from '../../math/population-stability-null.ts';
import { shareOf, type CleanComparisons } from './clean-comparisons.ts';
import { habits, kolmogorovCritical } from './drift-tests.ts';
import type { Settings } from './settings.ts';
import { shiftAtPsi } from './true-figures.ts';

const sizes = [50, 70, 100, 140, 200, 280, 400, 560, 800, 1100, 1600, 3200, 10_000, 100_000, 1_000_000];
const small = sizes.filter((rows) => rows <= 1600);
const counts = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** False alarms by sample size, the smallest shift that is flagged by sample size, alarms by number of features. */
export function driftPlots(settings: Settings, clean: ReadonlyMap<number, CleanComparisons>): ResultPlot[] {
  const { bins, alpha } = settings;
  const [first, second] = [habits.psi, habits.psiStrong];
  const simulated = (threshold: number): (readonly [number, number])[] =>
    [...clean].map(([rows, found]) => [rows, shareOf(found.psi, (psi) => psi > threshold).share] as const);
  const closed = (threshold: number): (readonly [number, number])[] =>
    small.map((rows) => [rows, populationStabilityTail(threshold, rows, rows, bins)] as const);
  return [
    {
      title: 'Clean comparisons that raise an alarm',
      x: { title: 'rows in each sample', scale: 'log' },
      y: { title: 'share above the threshold', scale: 'linear' },
      series: [
        { name: `PSI > ${first}`, points: closed(first) },
        { name: `PSI > ${second}`, points: closed(second) },
        { name: `PSI > ${first}, simulated`, points: simulated(first) },
        { name: `PSI > ${second}, simulated`, points: simulated(second) },
      ],
    },
    {
      title: 'The smallest shift of a mean that reaches the threshold',
      x: { title: 'rows in each sample', scale: 'log' },
      y: { title: 'shift in standard deviations', scale: 'log' },
      series: [
        { name: `PSI > ${first}`, points: flat(shiftAtPsi(first, bins)) },
        { name: `PSI > ${second}`, points: flat(shiftAtPsi(second, bins)) },
        {
          name: `PSI tested at ${alpha}`,
          points: sizes.map((rows) => [
            rows,
            shiftAtPsi(populationStabilityQuantile(1 - alpha, rows, rows, bins), bins),
          ]),
        },
        {
          name: `KS tested at ${alpha}`,
          points: sizes.map((rows) => [rows, 2 * normalQuantile((1 + kolmogorovCritical(alpha, rows, rows)) / 2)]),
        },
      ],
    },
    {
      title: 'Clean weeks with at least one alarm',
      x: { title: 'features watched', scale: 'log' },
      y: { title: 'share of weeks', scale: 'linear' },
      series: [
        { name: `each at ${alpha}`, points: counts.map((count) => [count, familyWiseError(alpha, count)]) },
        { name: 'Bonferroni', points: counts.map((count) => [count, familyWiseError(alpha / count, count)]) },
      ],
    },
  ];
}

function flat(height: number): (readonly [number, number])[] {
  return sizes.map((rows) => [rows, height] as const);
}
