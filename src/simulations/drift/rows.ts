import type { ResultRow } from '../../domain/simulation-result.ts';
import { familyWiseError } from '../../math/family-wise-error.ts';
import { kolmogorovTail } from '../../math/kolmogorov.ts';
import { populationStabilityIndex } from '../../math/population-stability-index.ts';
import { populationStabilityTail } from '../../math/population-stability-null.ts';
import type { Smoothing } from '../../math/smoothed-shares.ts';
import { shareOf, weeksWithAlarm, type CleanComparisons } from './clean-comparisons.ts';
import type { Comparison } from './comparison.ts';
import { exactLogLoss, logLossOn, slopes } from './concept.ts';
import { driftTests, habits, kolmogorovCritical } from './drift-tests.ts';
import type { ErrorRates } from './error-rates.ts';
import { changeOf } from './population.ts';
import { smoothings, type Settings } from './settings.ts';
import { trueFigures } from './true-figures.ts';

/** The names of rows that predictions and sentences look up. */
export const names = {
  psi: 'PSI',
  chiSquare: 'chi-square',
  unbinned: 'PSI without bins',
  clean: (rows: number, threshold: number): string => `PSI > ${threshold}, clean, n ${rows}`,
  any: 'any alarm, clean features',
  bonferroni: 'the same, Bonferroni',
  before: 'log loss before',
  after: 'log loss after',
  retrained: 'log loss retrained',
};

/** A row for each test on this comparison, and what PSI would read without bins. */
export function testRows(comparison: Comparison, settings: Settings, rates: ErrorRates): ResultRow[] {
  const change = changeOf(settings.kind, settings.shift, settings.scale, settings.bins);
  const truth = trueFigures(change, settings.bins);
  const rows = driftTests.flatMap((test): ResultRow[] => {
    const value = test.measure(comparison);
    if (value === undefined) return [];
    const threshold = test.threshold(comparison, settings.alpha);
    const clean = rates.clean[test.name] ?? [];
    const above = (limit: number): number | null =>
      clean.length === 0 ? null : (1 + clean.filter((one) => one >= limit).length) / (1 + clean.length);
    const alarms = shareOf(clean, (one) => one > threshold);
    return [
      {
        test: test.name,
        value,
        truth: truth[test.name] ?? null,
        threshold,
        p: test.tail ? test.tail(value, comparison) : above(value),
        falseAlarms: test.tail ? test.tail(threshold, comparison) : clean.length === 0 ? null : alarms.share,
        missed: settings.kind === 'none' ? null : (rates.missed[test.name] ?? null),
        alarm: yes(value > threshold),
      },
    ];
  });
  const unbinned = truth[names.unbinned];
  return unbinned === undefined ? rows : [...rows, { test: names.unbinned, truth: unbinned, threshold: habits.psi }];
}

/** How often a clean comparison exceeds a threshold of PSI: repeated, and by the chi-square law. */
export function cleanRow(rows: number, threshold: number, bins: number, found: CleanComparisons): ResultRow {
  const { share, error } = shareOf(found.psi, (psi) => psi > threshold);
  const truth = populationStabilityTail(threshold, rows, rows, bins);
  return { test: names.clean(rows, threshold), value: share, error, truth, threshold };
}

/** How often at least one of many clean features raises an alarm, with each tested at alpha and at alpha / features. */
export function featureRows(found: CleanComparisons, features: number, alpha: number): ResultRow[] {
  return [
    { test: names.any, threshold: alpha },
    { test: names.bonferroni, threshold: alpha / features },
  ].map((row) => {
    const { share, error } = weeksWithAlarm(found.p, features, row.threshold);
    return { ...row, value: share, error, truth: familyWiseError(row.threshold, features) };
  });
}

const reference = [50, 30, 20];
const emptied = [60, 40, 0];

/** One pair of samples with an empty bin under three ways of smoothing it. */
export function emptyBinRows(): ResultRow[] {
  return Object.entries(smoothings).map(([name, smoothing]: [string, Smoothing]) => {
    const value = populationStabilityIndex(reference, emptied, smoothing);
    return { test: `PSI, empty bin, ${name}`, value, threshold: habits.psi, alarm: yes(value > habits.psi) };
  });
}

const manyRows = 100_000;
const smallShift = 0.02;

/** A shift that nobody would act on, in samples so large that it is certain. */
export function largeSampleRows({ bins, alpha }: Settings): ResultRow[] {
  const truth = trueFigures(changeOf('mean', smallShift, 1, bins), bins);
  const [distance, psi] = [truth.KS as number, truth.PSI as number];
  const critical = kolmogorovCritical(alpha, manyRows, manyRows);
  const about = `shift ${smallShift}, n ${manyRows}`;
  return [
    {
      test: `KS, ${about}`,
      truth: distance,
      threshold: critical,
      p: kolmogorovTail(distance, manyRows, manyRows),
      alarm: yes(distance > critical),
    },
    { test: `PSI, ${about}`, truth: psi, threshold: habits.psi, alarm: yes(psi > habits.psi) },
  ];
}

/** What happens to log loss when the world's slope turns and no input moves; a model that knew loses the least. */
export function conceptRows(inputs: Float64Array): ResultRow[] {
  const { before, after } = slopes;
  return [
    { test: names.before, value: logLossOn(inputs, before, before), truth: exactLogLoss(before, before) },
    { test: names.after, value: logLossOn(inputs, after, before), truth: exactLogLoss(after, before) },
    { test: names.retrained, value: logLossOn(inputs, after, after), truth: exactLogLoss(after, after) },
  ];
}

function yes(alarm: boolean): string {
  return alarm ? 'yes' : 'no';
}
