import { drawnSamples } from './drawn-samples.ts';
import type { ResultColumn } from '../../domain/simulation-result.ts';
import { defineSimulation, numberOf, type Parameter, type Prediction } from '../simulation.ts';
import { repetitionsOf } from './error-rates.ts';
import { cleanPlan, runGenerated } from './generated-run.ts';
import { habits } from './drift-tests.ts';
import { names } from './rows.ts';
import { readSettings, smoothings } from './settings.ts';
import { runTables } from './table-run.ts';
import { figureOf } from './words.ts';

const parameters: readonly Parameter[] = [
  rowsOf('n-reference', 'rows of the reference sample', 10_000),
  rowsOf('n-current', 'rows of the current sample', 1000),
  {
    kind: 'number',
    name: 'bins',
    about: 'bins, by quantiles of the reference',
    from: 5,
    to: 50,
    scale: 'linear',
    whole: true,
    default: 10,
  },
  {
    kind: 'choice',
    name: 'kind',
    about: 'what has changed',
    choices: ['none', 'mean', 'scale', 'category', 'missing', 'label', 'concept'],
    default: 'mean',
  },
  {
    kind: 'number',
    name: 'shift',
    about: 'size of the change of mean, category, missing or label',
    from: 0,
    to: 3,
    scale: 'linear',
    whole: false,
    unit: 'standard deviations',
    default: 0.25,
  },
  {
    kind: 'number',
    name: 'scale',
    about: 'the new standard deviation over the old one, for kind scale',
    from: 0.2,
    to: 5,
    scale: 'log',
    whole: false,
    default: 1.5,
  },
  {
    kind: 'number',
    name: 'features',
    about: 'features watched at the same time',
    from: 1,
    to: 1000,
    scale: 'log',
    whole: true,
    default: 50,
  },
  {
    kind: 'number',
    name: 'alpha',
    about: 'level of the significance tests',
    from: 0.001,
    to: 0.2,
    scale: 'log',
    whole: false,
    default: 0.05,
  },
  {
    kind: 'choice',
    name: 'smoothing',
    about: 'what is done about empty bins',
    choices: Object.keys(smoothings),
    default: 'half-a-row',
  },
];

function rowsOf(name: string, about: string, value: number): Parameter {
  return { kind: 'number', name, about, from: 50, to: 1e6, scale: 'log', whole: true, unit: 'rows', default: value };
}

const columns: readonly ResultColumn[] = [
  { key: 'test', title: 'test' },
  { key: 'value', title: 'value', digits: 4 },
  { key: 'error', title: 's.e.' },
  { key: 'truth', title: 'truth', digits: 4 },
  { key: 'threshold', title: 'limit' },
  { key: 'p', title: 'p-value' },
  { key: 'falseAlarms', title: 'false alarms', better: 'lower', format: 'percent' },
  { key: 'missed', title: 'missed', better: 'lower', format: 'percent' },
  { key: 'alarm', title: 'alarm' },
  { key: 'significant', title: 'significant' },
  { key: 'ks', title: 'KS' },
  { key: 'wasserstein', title: 'Wasserstein' },
  { key: 'missingBefore', title: 'missing before', format: 'percent' },
  { key: 'missingAfter', title: 'missing after', format: 'percent' },
];

const predictions: readonly Prediction[] = [
  {
    id: 'clean-200',
    ask: ({ bins }) =>
      `Nothing has changed. In what share of comparisons of 200 rows with 200 does PSI exceed 0.1 (${String(bins)} bins)?`,
    unit: '%',
    answer: (rows) => timesHundred(figureOf(rows, names.clean(200, habits.psi), 'truth')),
  },
  {
    id: 'any-feature',
    ask: (params) =>
      `${String(params.features)} features are clean and each is tested at ${String(params.alpha)}. In what share of the weeks does at least one ring?`,
    unit: '%',
    answer: (rows) => timesHundred(figureOf(rows, names.any, 'truth')),
  },
  {
    id: 'concept',
    ask: () =>
      'The one coefficient of the world changes its sign, no input moves, the model stays. How many times its old value is log loss?',
    unit: 'x',
    answer: (rows) => {
      const [before, after] = [names.before, names.after].map((name) => figureOf(rows, name, 'truth'));
      return before && after ? after / before : undefined;
    },
  },
];

function timesHundred(share: number | undefined): number | undefined {
  return share === undefined ? undefined : share * 100;
}

const secondsPerValue = 1.2e-7;

/** Drift tests on one comparison, how often each is wrong, and what none of them can see. */
export const drift = defineSimulation({
  id: 'drift',
  title: 'Drift tests and their alarms',
  question: 'The stability index of a feature is 0.12. Do you retrain?',
  version: 1,
  parameters,
  columns,
  predictions,
  accepts: {
    about: 'two tables with a header, the reference first: a row for each column that both have',
    files: 2,
    kind: 'table',
  },
  estimateSeconds: (params) => {
    const [n, m] = [numberOf(params, 'n-reference'), numberOf(params, 'n-current')];
    const clean = cleanPlan(numberOf(params, 'features')).reduce((sum, [rows, times]) => sum + 2 * rows * times, 0);
    return secondsPerValue * (n + 2 * m + repetitionsOf(n, m) * (n + 2 * m) + clean);
  },
  draw: (params, bench) => drawnSamples(readSettings(params), bench),
  run: (params, bench) => {
    const settings = readSettings(params);
    return bench.data ? runTables(settings, bench.data, bench) : runGenerated(settings, bench);
  },
  explain: `A PSI of 0.12 is a question, not an answer. Ask four things before anybody retrains.

**How many rows?** PSI is a divergence, KL in both directions added. With nothing changed it is about (1/n + 1/m) times a chi-square variable with one degree of freedom less than there are bins. With ten bins and 200 rows on each side a third of all clean comparisons exceed 0.1; with thousands of rows none does, and yet a real shift of 0.3 standard deviations stays below it. The limits 0.1 and 0.25 are a habit of credit scoring and know nothing of sample size.

**How many features?** A hundred at 5 % ring on nearly every clean day. Correct for their number, or rank by importance and page on few.

**Does it matter?** Significance tests find shifts at a hundred thousand rows that nobody would act on. Report a size with a unit beside the p-value: Wasserstein in standard deviations says how far.

**What did the bins do?** Empty bins make PSI infinite, and the floor then picks the figure. Take bins from the reference, give missing values their own, and say how you smooth. Jensen-Shannon needs none of it.

And no test on inputs sees a change of the labels given the inputs. Watch loss and calibration as labels arrive; until then, drift tests mostly find broken pipelines, where retraining is the wrong cure.`,
});
