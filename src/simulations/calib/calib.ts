import type { ParameterValues, ResultRow } from '../../domain/simulation-result.ts';
import { exponential } from '../../math/exponential.ts';
import { generateClicks, sliceClicks } from '../ctr/click-data.ts';
import { clickFeatures } from '../ctr/click-features.ts';
import { predict, trainLogisticRegression } from '../ctr/logistic-regression.ts';
import { sliceRows } from '../ctr/sparse-rows.ts';
import { choiceOf, defineSimulation, isOn, numberOf, type Bench, type Findings, type RunEvent } from '../simulation.ts';
import { bothShares, calibFindings } from './calib-findings.ts';
import { columns, scoreRow, type CalibRow } from './calib-row.ts';
import { explain, parameters } from './calib-texts.ts';
import { methods, recalibration, type Method } from './recalibrate.ts';
import { keepRows, sampleDraws } from './sampled-rows.ts';

const shares = [1, 0.5, 0.25, 0.1, 0.05, 0.025, 0.01, 0.001];
/** What `--positives-too` keeps of the positives. */
const positivesKept = 0.5;
const interaction = 0.55;
const nonlinearity = 0.6;
const asked = 0.05;

/** Negative down-sampling: what it saves, what it does to probabilities, and who pays for that in an auction. */
export const calib = defineSimulation({
  id: 'calib',
  title: 'Negative sampling and calibration',
  question: 'You kept one in twenty negatives. What do your probabilities mean, and who gets hurt?',
  version: 1,
  parameters,
  columns,
  predictions: [
    {
      id: 'raw-calibration',
      ask: (params) =>
        `With a share of ${askedShare(params)} of the negatives kept and nothing corrected: how many clicks are predicted for each real one?`,
      unit: 'x',
      answer: (rows, params) => figureOf(rows, 'none', askedShare(params), 'calibration'),
    },
    {
      id: 'rows-kept',
      ask: (params) => `Which share of the training rows is left at ${askedShare(params)} of the negatives?`,
      unit: '%',
      answer: (rows, params) => {
        const share = figureOf(rows, 'none', askedShare(params), 'rows');
        return share === undefined ? undefined : 100 * share;
      },
    },
  ],
  estimateSeconds: (params) => {
    const [rows, test, extra] = ['rows', 'test-rows', 'calibration-rows'].map((name) => numberOf(params, name)) as [
      number,
      number,
      number,
    ];
    const own = sharesOf(params);
    const trained = rows * own.reduce((sum, share) => sum + share, 1);
    const scored = own.length * (methodsOf(params).length * test + extra);
    return 1.5e-6 * (rows + test + extra) + 6e-7 * trained + 1.5e-6 * scored;
  },
  run: runCalib,
  explain,
});

function* runCalib(params: ParameterValues, bench: Bench): Generator<RunEvent, Findings> {
  const [rows, extra, test] = ['rows', 'calibration-rows', 'test-rows'].map((name) => numberOf(params, name)) as [
    number,
    number,
    number,
  ];
  const world = { rows: rows + extra + test, baseLogit: numberOf(params, 'base-logit'), interaction, nonlinearity };
  const clicks = generateClicks(world, bench.stream('data'));
  const features = clickFeatures(clicks);
  yield { kind: 'progress', share: 0.2 };

  // 1. Three parts that never mix: training, calibration, test.
  const part = (from: number, to: number) => ({
    features: sliceRows(features, from, to),
    clicks: sliceClicks(clicks, from, to),
  });
  const [training, held, scored] = [part(0, rows), part(rows, rows + extra), part(rows + extra, world.rows)];
  const draws = sampleDraws(rows, bench.stream('sampling'));
  const policy = bench.stream('policy');
  const bids = Float64Array.from({ length: test }, () => exponential(policy, 1));
  const positives = isOn(params, 'positives-too') ? positivesKept : 1;

  // 2. The rival in mixed auctions has seen every row.
  const { truth } = scored.clicks;
  const whole = trainLogisticRegression(training.features, training.clicks.label);
  const scoring = { truth, bids, rival: predict(whole, scored.features) };
  yield { kind: 'progress', share: 0.3 };

  // 3. A model for each share of negatives, and each way to set it right.
  const own = sharesOf(params);
  const finished: CalibRow[] = [];
  for (const negatives of own) {
    const sample = keepRows(training.features, training.clicks.label, draws, { negatives, positives });
    const untouched = sample.labels.length === rows;
    const model = untouched ? whole : trainLogisticRegression(sample.features, sample.labels);
    const raw = predict(model, scored.features);
    const calibrationRows = { raw: predict(model, held.features), labels: held.clicks.label };
    const name = { kept: negatives, rows: sample.labels.length / rows };
    const add = function* (label: string, method: Method, keep: number): Generator<RunEvent, void> {
      const row = scoreRow({ method: label, ...name }, raw.map(recalibration(method, keep, calibrationRows)), scoring);
      finished.push(row);
      yield { kind: 'row', row };
    };
    for (const method of methodsOf(params)) yield* add(method, method, negatives);
    if (positives < 1) yield* add(bothShares, 'formula', negatives / positives);
    yield { kind: 'progress', share: 0.3 + (0.7 * (own.indexOf(negatives) + 1)) / own.length };
  }
  const ceiling = scoreRow({ method: 'true probabilities', kept: null, rows: null }, truth, scoring);
  yield { kind: 'row', row: ceiling };
  return calibFindings(finished, ceiling, positives);
}

/** One share, or the whole list where `keep` is 0. */
function sharesOf(params: ParameterValues): readonly number[] {
  const keep = numberOf(params, 'keep');
  return keep > 0 ? [keep] : shares;
}

/** Uncorrected rows always stand beside the corrected ones. */
function methodsOf(params: ParameterValues): readonly Method[] {
  const chosen = choiceOf(params, 'recalibration');
  return methods.filter((method) => method === 'none' || chosen === 'all' || method === chosen);
}

function askedShare(params: ParameterValues): number {
  return numberOf(params, 'keep') || asked;
}

function figureOf(rows: readonly ResultRow[], method: string, kept: number, key: string): number | undefined {
  const value = rows.find((row) => row['method'] === method && row['kept'] === kept)?.[key];
  return typeof value === 'number' ? value : undefined;
}
