import { expect, test, vi } from 'vitest';
import type { ParameterValues, SimulationResult } from '../../../src/domain/simulation-result.ts';
import { createBench } from '../../../src/simulations/bench.ts';
import { withDefaults } from '../../../src/simulations/parameters.ts';
import { retrain } from '../../../src/simulations/retrain/retrain.ts';
import { runSimulation } from '../../../src/simulations/run-simulation.ts';
import fixture from '../../fixtures/simulations/retrain.json' with { type: 'json' };

vi.setConfig({ testTimeout: 60_000 });

const known = new Map<string, SimulationResult>();

function run(set: ParameterValues, seed = 1): SimulationResult {
  const key = JSON.stringify([set, seed]);
  const before = known.get(key);
  if (before) return before;
  const params = withDefaults(retrain.parameters, { rows: 1000, worlds: 1, ...set });
  const steps = runSimulation(
    retrain,
    { params, seed },
    createBench(seed, () => 0),
  );
  let event = steps.next();
  while (!event.done) event = steps.next();
  known.set(key, event.value);
  return event.value;
}

function figure(result: SimulationResult, policy: string, key = 'excess'): number {
  const value = result.rows.find((row) => row['policy'] === policy)?.[key];
  return typeof value === 'number' ? value : NaN;
}

// The prototype's runs are shapes: what was more than so many times as much must be so here as well.
test.each(['sudden-concept', 'gradual-concept'])('under %s the trigger on inputs never fires', (scenario) => {
  const target =
    scenario === 'sudden-concept'
      ? fixture.shapeTargets.retrain.concept_drift_day20
      : fixture.shapeTargets.retrain.gradual_concept;
  const result = run({ scenario });
  expect(figure(result, 'PSI > 0.1', 'retrains')).toBe(target.psi_gt_0_1[1]);
  expect(figure(result, 'PSI > 0.1')).toBe(figure(result, 'never'));
  expect(figure(result, 'every 7 days')).toBeLessThan(figure(result, 'never') / 1.5);
  expect(figure(result, 'every 7 days', 'retrains')).toBe(target.weekly[1]);
  expect(result.claim).toContain('never fired and kept');
});

test('under a sudden change the trigger on loss pays itself with few retrains', () => {
  const result = run({ scenario: 'sudden-concept' });
  expect(figure(result, 'loss up 5 %')).toBeLessThan(figure(result, 'never') / 3);
  expect(figure(result, 'loss up 5 %', 'retrains')).toBeLessThan(10);
  expect(figure(result, 'every day')).toBeLessThan(figure(result, 'every 30 days'));
  expect(figure(result, 'every day', 'recovery')).toBeGreaterThanOrEqual(
    figure(result, 'daily, labels at once', 'recovery') + 3,
  );
  expect(result.rows.find((row) => row['policy'] === 'never')?.['recovery']).toBeNull();
});

test('under a covariate shift the trigger on inputs is busy for nothing', () => {
  const result = run({ scenario: 'covariate', rows: 4000 });
  const { covariate_drift_only: target } = fixture.shapeTargets.retrain;
  expect(figure(result, 'PSI > 0.1', 'retrains')).toBeGreaterThanOrEqual(target.psi_gt_0_1[1] ?? NaN);
  expect(figure(result, 'never')).toBeLessThan(2);
  expect(figure(result, 'PSI > 0.1', 'cost')).toBeGreaterThan(figure(result, 'never', 'cost'));
  expect(result.claim).toMatch(/more than they are worth|made it worse/u);
});

test('on a broken pipeline retraining is worse than leaving the model alone', () => {
  const result = run({ scenario: 'pipeline-bug' });
  for (const policy of ['every day', 'PSI > 0.1', 'daily, labels at once'])
    expect(figure(result, policy)).toBeGreaterThan(figure(result, 'never'));
  expect(figure(result, 'never', 'recovery')).toBe(10);
  expect(result.claim).toContain('never retraining');
  expect(result.claim).toContain('made it worse');
});

test('with a season of 28 days, late labels and a fortnightly calendar are out of step', () => {
  const result = run({ scenario: 'seasonal' });
  expect(figure(result, 'every 14 days')).toBeGreaterThan(figure(result, 'never'));
});

// Older models are worse, and most of it comes early: staleness rises with the label delay.
test('the later the labels, the more even a daily retrain loses', () => {
  const excess = [0, 3, 7, 14].map((delay) =>
    figure(run({ delay, scenario: 'gradual-concept', worlds: 2, rows: 300 }), 'every day'),
  );
  const { excess_NE } = fixture.shapeTargets.staleness;
  expect(excess_NE.at(-1)).toBeGreaterThan(excess_NE[0] ?? NaN);
  excess.slice(1).forEach((value, i) => expect(value).toBeGreaterThan(excess[i] ?? NaN));
});

test('nobody beats the true probabilities, and fresh labels beat late ones', () => {
  for (const scenario of ['sudden-concept', 'gradual-concept', 'seasonal']) {
    const result = run({ scenario });
    for (const row of result.rows) expect(row['excess']).toBeGreaterThanOrEqual(0);
    expect(figure(result, 'true probabilities')).toBe(0);
    expect(figure(result, 'daily, labels at once')).toBeLessThan(figure(result, 'every day'));
  }
});

test('costs are the loss and the retrains at the prices that were set', () => {
  const result = run({ 'retrain-cost': 50, 'loss-value': 4 });
  for (const row of result.rows)
    expect(Number(row['cost'])).toBeCloseTo(Number(row['excess']) * 60 * 4 + Number(row['retrains']) * 50, 4);
});

test('free retrains make the rule say every day; dear ones, never', () => {
  const rows = (set: ParameterValues) => run({ scenario: 'gradual-concept', ...set }).rows.map((row) => row['policy']);
  expect(rows({ 'retrain-cost': 0 })).toContain('by rule: 1 d');
  const dear = run({ scenario: 'gradual-concept', 'retrain-cost': 10_000, 'loss-value': 0.1 });
  expect(dear.rows.map((row) => String(row['policy'])).filter((name) => name.startsWith('by rule'))).toEqual([]);
  expect(dear.price).toContain('says not to retrain');
  expect(dear.claim).toContain('never retraining');
});

test('the rule foretells the cost of a calendar where decay is steady', () => {
  const result = run({ scenario: 'gradual-concept', worlds: 6, rows: 300 });
  for (const policy of ['every 7 days', 'every 14 days'])
    expect(Math.abs(figure(result, policy, 'byRule') / figure(result, policy, 'cost') - 1)).toBeLessThan(0.25);
});

test('with few rows a day the input trigger fires by chance, and the claim says so', () => {
  const few = run({ rows: 100, scenario: 'gradual-concept' });
  expect(figure(few, 'PSI > 0.1', 'retrains')).toBeGreaterThan(20);
  expect(few.claim).toContain('some of it is chance');
  expect(run({ scenario: 'pipeline-bug' }).claim).not.toContain('chance');
});

test('a small world with late labels runs, whatever its rows are', () => {
  for (const scenario of ['sudden-concept', 'pipeline-bug'])
    for (const row of run({ rows: 100, window: 1, delay: 14, days: 20, scenario }).rows)
      expect(Number(row['excess'])).toBeGreaterThanOrEqual(0);
});

test('the same seed gives the same bytes, another one others', () => {
  const again = { ...run({}), sim: 'retrain' };
  known.clear();
  expect(JSON.stringify(run({}))).toBe(JSON.stringify(again));
  expect(JSON.stringify(run({}, 2).rows)).not.toBe(JSON.stringify(again.rows));
});

test('a guess is compared with the table', () => {
  const result = run({});
  const answers = retrain.predictions.map((one) => one.answer(result.rows, result.params));
  expect(answers[0]).toBe(0);
  expect(answers[1]).toBeCloseTo((100 * figure(result, 'every day')) / figure(result, 'every 7 days'), 9);
  expect(retrain.predictions[0]?.answer([], result.params)).toBeUndefined();
});

test('without delay there is one ceiling, and no row twice', () => {
  const names = run({ delay: 0 }).rows.map((row) => row['policy']);
  expect(names).not.toContain('daily, labels at once');
  expect(new Set(names).size).toBe(names.length);
});
