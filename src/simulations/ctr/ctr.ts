import type { ResultColumn } from '../../domain/simulation-result.ts';
import { defineSimulation } from '../simulation.ts';
import { claimOf, figureOf, ladderPlot, priceOf } from './findings.ts';
import { climbLadder, names } from './ladder.ts';
import { clickTable } from './click-table.ts';
import { drawClicks, drawSamples } from './samples.ts';
import { parameters, settingsOf, type Settings } from './settings.ts';
import { conventions, doesNotModel, explain, sources } from './words.ts';

const columns: readonly ResultColumn[] = [
  { key: 'model', title: 'model' },
  { key: 'ne', title: 'NE', better: 'lower', digits: 4 },
  { key: 'belowLr', title: 'below LR', format: 'percent', better: 'higher' },
  { key: 'belowLrError', title: '±', format: 'percent', detail: true },
  { key: 'auc', title: 'AUC', better: 'higher', digits: 4 },
  { key: 'logLoss', title: 'log loss', digits: 5, detail: true },
  { key: 'calibration', title: 'calib.' },
  { key: 'operations', title: 'train ops', format: 'integer' },
  { key: 'bytes', title: 'bytes', format: 'bytes' },
  { key: 'multiplyAdds', title: 'multiply-adds an item', format: 'integer', detail: true },
  { key: 'lookUps', title: 'look-ups an item', format: 'integer', detail: true },
  { key: 'budgetShare', title: 'of 30 ms', format: 'percent' },
];

/**
 * The ladder of click models on data whose true probabilities are known: logistic regression, factorisation machine,
 * boosted trees, trees with a regression on top, a small net, and what nobody can beat.
 * In an interview: why the first answer is logistic regression, and what has to be shown before the next step.
 */
export const ctr = defineSimulation({
  id: 'ctr',
  title: 'The ladder of click models',
  question: 'Why not just logistic regression? What does each step buy within 30 ms?',
  version: 1,
  parameters,
  columns,
  predictions: [
    {
      id: 'hybrid-below-lr',
      ask: () => 'By how many percent is the log loss of trees + LR below that of LR alone?',
      unit: '%',
      answer: (rows) => known(100 * figureOf(rows, names.hybrid, 'belowLr')),
    },
    {
      id: 'best-possible',
      ask: () => 'What normalised entropy is left when a model knows every true probability (1 is the base rate)?',
      unit: '',
      answer: (rows) => known(figureOf(rows, names.bayes, 'ne')),
    },
  ],
  accepts: {
    about:
      'click logs in the columns of the Criteo display set (label, I1 to I13, C1 to C26): hashed to 2^18 places, the last third is scored; without true probabilities there is no Bayes row',
    files: 1,
    kind: 'criteo',
  },
  estimateSeconds: (params) => secondsOf(settingsOf(params)),
  draw: (params, bench) => [{ name: 'clicks', data: clickTable(drawClicks(settingsOf(params), bench)) }],
  *run(params, bench) {
    const settings = settingsOf(params);
    const timings: Record<string, number> = {};
    const from = bench.elapsed();
    const samples = drawSamples(settings, bench);
    timings['data'] = bench.elapsed() - from;
    yield { kind: 'progress', share: 0 };
    const rows = yield* climbLadder(samples, settings, bench, timings);
    return {
      plots: ladderPlot(rows),
      claim: claimOf(rows),
      price: priceOf(rows),
      costUnit: 'training operations, counted',
      conventions,
      doesNotModel,
      sources,
      timings,
    };
  },
  explain,
});

/** Counted operations at 2.5 ns each, 1 µs a generated row and 3 µs a scored one. */
function secondsOf(settings: Settings): number {
  const { rows, testRows, epochs, factors, trees, levels, hidden } = settings;
  const gradients = rows * epochs * (22 + 10 * (2 + 4 * factors) + 3 * hidden * (4 * factors + 8));
  const levelsCounted = 1 + (levels - 1) / 2;
  const updates =
    rows * trees * 10 * levelsCounted * (1.5 + (settings.leakTrees ? 1 : 0) + (settings.leakTarget ? 1 : 0));
  const leaves = rows * epochs * trees * 2;
  return 2.5e-9 * (gradients + updates + leaves) + 1e-6 * (rows + testRows) + 3e-6 * testRows;
}

function known(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}
