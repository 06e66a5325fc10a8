import { describe, expect, test } from 'vitest';
import type { ParameterValues, ResultRow } from '../../../src/domain/simulation-result.ts';
import { createBench } from '../../../src/simulations/bench.ts';
import { ctr } from '../../../src/simulations/ctr/ctr.ts';
import { figureOf } from '../../../src/simulations/ctr/findings.ts';
import { withDefaults } from '../../../src/simulations/parameters.ts';
import type { Findings, RunEvent, SimulationData } from '../../../src/simulations/simulation.ts';
import { criteoTable } from './criteo-table.ts';
import fixture from '../../fixtures/simulations/ctr.json' with { type: 'json' };

type Run = { rows: ResultRow[]; events: RunEvent[]; findings: Findings };
const runOf = (set: ParameterValues, seed = 1, data?: SimulationData): Run => {
  let clock = 0;
  const run = ctr.run(
    withDefaults(ctr.parameters, set),
    createBench(seed, () => (clock += 1), data),
  );
  const events: RunEvent[] = [];
  let step = run.next();
  for (; !step.done; step = run.next()) events.push(step.value);
  return { rows: events.flatMap((one) => (one.kind === 'row' ? [one.row] : [])), events, findings: step.value };
};
const ladder = ['base rate', 'LR', 'FM', 'GBDT', 'GBDT + LR', 'MLP', 'Bayes (true p)'];
const small = { rows: 8000, 'test-rows': 5000 };
const leaky = runOf({ 'leak-trees': true, 'leak-target': true });

describe('at its defaults, with both leaks', () => {
  const { rows, findings, events } = leaky;
  const entropy = (model: string): number => figureOf(rows, model, 'ne');

  test('rows come in order of the ladder, with every figure of every column', () => {
    expect(rows.map((row) => row['model']).filter((name) => ladder.includes(String(name)))).toEqual(ladder);
    expect(rows).toHaveLength(9);
    for (const row of rows) expect(Object.keys(row).sort()).toEqual(ctr.columns.map((one) => one.key).sort());
  });

  test('no model beats the true probabilities, in entropy or area', () => {
    for (const name of rows.map((row) => String(row['model'])).slice(0, -1)) {
      expect(entropy(name)).toBeGreaterThan(entropy('Bayes (true p)'));
      expect(figureOf(rows, name, 'auc')).toBeLessThan(figureOf(rows, 'Bayes (true p)', 'auc'));
    }
  });

  // Prototype runs at 150,000 rows: bands, not values.
  test('the ladder has the shape of the prototype', () => {
    const shape = fixture.shape_targets.ctr;
    const within = (value: number, [...targets]: number[], slack: number): boolean =>
      value > Math.min(...targets) - slack && value < Math.max(...targets) + slack;
    expect(within(entropy('Bayes (true p)'), shape.bayes_NE, 0.015)).toBe(true);
    expect(within(entropy('LR'), shape.LR, 0.015)).toBe(true);
    expect(within(entropy('FM'), shape.FM, 0.015)).toBe(true);
    expect(within(entropy('GBDT'), shape.GBDT, 0.015)).toBe(true);
    expect(within(entropy('GBDT + LR'), shape.GBDT_plus_LR_on_other_half, 0.015)).toBe(true);
    expect(within(100 * figureOf(rows, 'GBDT + LR', 'belowLr'), shape.NE_reduction_GBDT_LR_vs_LR_pct, 1)).toBe(true);
  });

  test('each step stands below logistic regression by more than its interval', () => {
    for (const name of ['FM', 'GBDT', 'GBDT + LR', 'MLP'])
      expect(figureOf(rows, name, 'belowLr')).toBeGreaterThan(figureOf(rows, name, 'belowLrError'));
    expect(entropy('GBDT')).toBeLessThan(entropy('FM'));
    expect(entropy('base rate')).toBeCloseTo(1, 2);
    expect(figureOf(rows, 'base rate', 'auc')).toBe(0.5);
  });

  test('both leaks cost at least half a percent, and the claim says so', () => {
    expect(entropy('GBDT + LR, same rows')).toBeGreaterThan(1.005 * entropy('GBDT + LR'));
    expect(entropy('GBDT, rates in fold')).toBeGreaterThan(1.005 * entropy('GBDT'));
    expect(findings.claim).toContain('Fitting LR on the rows that grew the trees raises it');
    expect(findings.claim).toContain('Letting each row see its own label in the click rates of its ids raises it');
  });

  test('costs rise up the ladder, and every model keeps within 30 ms', () => {
    const operations = ['LR', 'FM', 'GBDT', 'MLP'].map((name) => figureOf(rows, name, 'operations'));
    expect([...operations].sort((a, b) => a - b)).toEqual(operations);
    for (const name of ladder.slice(1, -1)) {
      expect(figureOf(rows, name, 'budgetShare')).toBeGreaterThan(0);
      expect(figureOf(rows, name, 'budgetShare')).toBeLessThan(0.1);
    }
    expect(figureOf(rows, 'LR', 'bytes')).toBe(4 * (484 + 6 + 1));
    expect(figureOf(rows, 'FM', 'bytes')).toBe(4 * (484 + 6 + 1 + 4 * 490));
    expect(figureOf(rows, 'MLP', 'bytes')).toBe(4 * (4 * 484 + 16 * 24 + 1));
  });

  test('progress only grows and comes often', () => {
    const shares = events.flatMap((one) => (one.kind === 'progress' ? [one.share] : []));
    expect(shares.length).toBeGreaterThan(100);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  test('predictions are answered in their unit', () => {
    expect(ctr.predictions.map((one) => one.answer(rows, {}))).toEqual([
      100 * figureOf(rows, 'GBDT + LR', 'belowLr'),
      entropy('Bayes (true p)'),
    ]);
    for (const one of ctr.predictions) expect(one.ask({})).toMatch(/\?$/u);
  });
});

test('fitting LR on the rows that grew the trees ends worse than plain LR where rows are few', () => {
  const set = { rows: 30_000, 'base-logit': -3.9, nonlinearity: 0.45, 'leak-trees': true };
  const { rows, findings } = runOf(set);
  expect(figureOf(rows, 'GBDT + LR, same rows', 'ne')).toBeGreaterThan(figureOf(rows, 'LR', 'ne'));
  expect(findings.claim).toContain('worse than plain LR');
});

test('where the truth is additive, logistic regression is at least as good as a factorisation machine', () => {
  const { rows } = runOf({ ...small, rows: 20_000, interaction: 0, nonlinearity: 0 });
  expect(figureOf(rows, 'LR', 'ne')).toBeLessThan(figureOf(rows, 'FM', 'ne'));
  expect(figureOf(rows, 'LR', 'ne')).toBeLessThan(figureOf(rows, 'MLP', 'ne'));
});

test('the same seed gives the same rows, another seed others', () => {
  const { rows, findings } = runOf(small);
  expect(runOf(small)).toMatchObject({ rows, findings });
  expect(runOf(small, 2).rows).not.toEqual(rows);
});

test('sampled labels move the figures but not the models', () => {
  const [expected, noisy] = [runOf(small).rows, runOf({ ...small, labels: true }).rows];
  expect(figureOf(noisy, 'LR', 'ne')).not.toBe(figureOf(expected, 'LR', 'ne'));
  expect(figureOf(noisy, 'GBDT', 'operations')).toBe(figureOf(expected, 'GBDT', 'operations'));
  expect(figureOf(noisy, 'LR', 'belowLrError') || figureOf(noisy, 'FM', 'belowLrError')).toBeGreaterThan(
    2 * figureOf(expected, 'FM', 'belowLrError'),
  );
  expect(figureOf(expected, 'Bayes (true p)', 'calibration')).toBe(1);
  expect(figureOf(noisy, 'Bayes (true p)', 'calibration')).not.toBe(1);
});

test('FTRL trains the logistic regression with fewer weights and no other row', () => {
  const [adagrad, ftrl] = [runOf(small).rows, runOf({ ...small, optimiser: 'ftrl' }).rows];
  expect(figureOf(ftrl, 'LR', 'ne')).not.toBe(figureOf(adagrad, 'LR', 'ne'));
  expect(Math.abs(figureOf(ftrl, 'LR', 'ne') - figureOf(adagrad, 'LR', 'ne'))).toBeLessThan(0.02);
  expect(figureOf(ftrl, 'LR', 'bytes') / 8).toBeLessThan(491);
  expect(figureOf(ftrl, 'FM', 'ne')).toBe(figureOf(adagrad, 'FM', 'ne'));
});

test('a Criteo table has no Bayes row, and says so', () => {
  const data: SimulationData = { files: [criteoTable(3000)], notes: [] };
  const { rows, findings } = runOf({ 'leak-target': true, trees: 10 }, 1, data);
  expect(rows.map((row) => row['model'])).toEqual([
    'base rate',
    'LR',
    'FM',
    'GBDT',
    'GBDT, rates in fold',
    'GBDT + LR',
    'MLP',
  ]);
  expect(findings.claim).toContain('Nobody knows the true probabilities');
  for (const name of ['LR', 'GBDT']) expect(figureOf(rows, name, 'ne')).toBeLessThan(0.95);
  expect(ctr.predictions[1]?.answer(rows, {})).toBeUndefined();
});

test('two rows are not enough', () => {
  expect(() => runOf({}, 1, { files: [criteoTable(1)], notes: [] })).toThrow('fewer than three rows');
});

test('wall times stand in timings alone, one a row and one for the data', () => {
  expect(Object.keys(leaky.findings.timings).sort()).toEqual(
    ['data', ...leaky.rows.map((row) => String(row['model']))].sort(),
  );
});

test('the estimate grows with rows, trees and leaks', () => {
  const seconds = (set: ParameterValues): number => ctr.estimateSeconds(withDefaults(ctr.parameters, set));
  expect(seconds({})).toBeLessThan(2);
  for (const more of [
    { rows: 120_000 },
    { trees: 80 },
    { hidden: 32 },
    { 'leak-trees': true },
    { 'leak-target': true },
  ])
    expect(seconds(more)).toBeGreaterThan(seconds({}));
});

test('the explanation has 120 to 250 words', () => {
  const words = ctr.explain.split(/\s+/u).length;
  expect(words).toBeGreaterThanOrEqual(120);
  expect(words).toBeLessThanOrEqual(250);
});
