import { expect, test, vi } from 'vitest';
import type { ParameterValues, SimulationResult } from '../../../src/domain/simulation-result.ts';
import { createBench } from '../../../src/simulations/bench.ts';
import { calib } from '../../../src/simulations/calib/calib.ts';
import { withDefaults } from '../../../src/simulations/parameters.ts';
import { runSimulation } from '../../../src/simulations/run-simulation.ts';
import fixture from '../../fixtures/simulations/calib.json' with { type: 'json' };

vi.setConfig({ testTimeout: 60_000 });

const known = new Map<string, SimulationResult>();

function run(set: ParameterValues = {}, seed = 1): SimulationResult {
  const key = JSON.stringify([set, seed]);
  const before = known.get(key);
  if (before) return before;
  const small = { rows: 30_000, 'test-rows': 10_000, 'calibration-rows': 10_000 };
  const params = withDefaults(calib.parameters, { ...small, ...set });
  const steps = runSimulation(
    calib,
    { params, seed },
    createBench(seed, () => 0),
  );
  let event = steps.next();
  while (!event.done) event = steps.next();
  known.set(key, event.value);
  return event.value;
}

function figure(result: SimulationResult, method: string, kept: number | null, key: string): number {
  const value = result.rows.find((row) => row['method'] === method && row['kept'] === kept)?.[key];
  return typeof value === 'number' ? value : NaN;
}

const { w, rows: targetRows, raw_NE, raw_calibration, recalibrated_NE } = fixture.shapeTargets.neg_downsampling;

// The prototype's run at 150,000 rows: shapes, so wide bands.
test.each(w.map((share, i) => [share, i] as const))(
  'at w = %f the figures have the shape of the prototype',
  (share, i) => {
    const result = run();
    expect(Math.abs(figure(result, 'none', share, 'rows') / ((targetRows[i] ?? NaN) / 150_000) - 1)).toBeLessThan(0.15);
    const calibration = figure(result, 'none', share, 'calibration');
    expect(Math.abs(calibration / (raw_calibration[i] ?? NaN) - 1)).toBeLessThan(0.3);
    const [raw, mended] = [figure(result, 'none', share, 'ne'), figure(result, 'formula', share, 'ne')];
    expect(Math.abs(raw / (raw_NE[i] ?? NaN) - 1)).toBeLessThan(0.3);
    expect(Math.abs(mended / (recalibrated_NE[i] ?? NaN) - 1)).toBeLessThan(0.1);
    if (share <= 0.01) expect(raw).toBeGreaterThan(3 * mended);
    if (share >= 0.01) expect(Math.abs(Math.log(figure(result, 'formula', share, 'calibration')))).toBeLessThan(0.15);
  },
);

test('the formula keeps the order, hence the AUC to the last digit', () => {
  const result = run();
  for (const share of w) expect(figure(result, 'formula', share, 'auc')).toBe(figure(result, 'none', share, 'auc'));
});

test('with all negatives the formula is the identity', () => {
  const result = run();
  const [none, formula] = ['none', 'formula'].map((method) => result.rows.find((row) => row['method'] === method));
  expect({ ...formula, method: 'none' }).toEqual(none);
});

test('fewer negatives: more of the auctions won, more of the value lost, until it is corrected', () => {
  const result = run();
  for (const key of ['calibration', 'ne', 'won', 'lostMixed']) {
    const figures = w.map((share) => figure(result, 'none', share, key));
    figures.slice(1).forEach((value, i) => expect(value, key).toBeGreaterThan(figures[i] ?? NaN));
  }
  expect(figure(result, 'none', 0.05, 'won')).toBeGreaterThan(0.9);
  expect(Math.abs(figure(result, 'formula', 0.05, 'won') - 0.5)).toBeLessThan(0.05);
  expect(figure(result, 'none', 0.05, 'lostAlike')).toBeLessThan(figure(result, 'none', 0.05, 'lostMixed') / 1.5);
});

test('nothing beats the true probabilities', () => {
  const result = run({ recalibration: 'all', keep: 0.1 });
  const ceiling = result.rows.at(-1);
  expect(ceiling).toMatchObject({ method: 'true probabilities', calibration: 1, ece: 0, lostAlike: 0 });
  for (const row of result.rows.slice(0, -1)) {
    expect(row['ne']).toBeGreaterThan(Number(ceiling?.['ne']));
    expect(row['auc']).toBeLessThan(Number(ceiling?.['auc']));
    expect(row['lostAlike']).toBeGreaterThan(0);
  }
});

test('Platt keeps the AUC, isotonic pays for its ties, a temperature leaves the shift', () => {
  const result = run({ recalibration: 'all', keep: 0.1 });
  expect(figure(result, 'Platt', 0.1, 'auc')).toBe(figure(result, 'none', 0.1, 'auc'));
  expect(figure(result, 'isotonic', 0.1, 'auc')).not.toBe(figure(result, 'none', 0.1, 'auc'));
  for (const method of ['formula', 'Platt', 'isotonic'])
    expect(Math.abs(Math.log(figure(result, method, 0.1, 'calibration')))).toBeLessThan(0.25);
  expect(figure(result, 'temperature', 0.1, 'calibration')).toBeGreaterThan(2);
});

test('where positives were sampled too, the formula needs the ratio of both shares', () => {
  const result = run({ 'positives-too': true, keep: 0.1 });
  expect(figure(result, 'formula', 0.1, 'calibration')).toBeLessThan(0.65);
  expect(Math.abs(Math.log(figure(result, 'formula, both shares', 0.1, 'calibration')))).toBeLessThan(0.2);
  expect(figure(result, 'formula, both shares', 0.1, 'ne')).toBeLessThan(figure(result, 'formula', 0.1, 'ne'));
  expect(result.claim).toMatch(
    /with w alone it predicts 0\.[3-6]\d* of the truth, with the ratio of both shares (0\.[89]|1\.[01])/u,
  );
  expect(run({ keep: 0.1 }).claim).not.toContain('ratio of both shares');
});

test('the claim follows the figures', () => {
  expect(run({ keep: 1, recalibration: 'none' }).claim).toMatch(/are right in sum \(\S+ of the truth\)\.$/u);
  expect(run({ keep: 1 }).claim).not.toContain('costs more');
  expect(run({ keep: 0.1 }).claim).toContain('The order is the same before and after');
  expect(run({ keep: 0.01 }).claim).toContain('At w = 0.01 uncorrected predictions are 2');
  expect(run().claim).toMatch(/stays within 1 % of the NE of all rows|costs more than 1 % of NE/u);
});

test('one share gives its rows alone, and no plot of one point', () => {
  const one = run({ keep: 0.1 });
  expect(one.rows.map((row) => row['method'])).toEqual(['none', 'formula', 'true probabilities']);
  expect(one.plots).toEqual([]);
  expect(run().plots.map((plot) => plot.series.length)).toEqual([2, 2]);
  const shared = figure(run(), 'none', 0.1, 'ne');
  expect(figure(one, 'none', 0.1, 'ne')).toBe(shared);
});

test('a guess is compared with the row that was asked for', () => {
  const [raw, kept] = calib.predictions;
  expect(raw?.answer(run().rows, run().params)).toBe(figure(run(), 'none', 0.05, 'calibration'));
  const one = run({ keep: 0.1 });
  expect(raw?.ask(one.params)).toContain('0.1');
  expect(kept?.answer(one.rows, one.params)).toBeCloseTo(100 * figure(one, 'none', 0.1, 'rows'), 9);
  expect(raw?.answer([], one.params)).toBeUndefined();
});

test('the same seed gives the same bytes, another one others', () => {
  const first = JSON.stringify(run({ keep: 0.1 }));
  known.delete(JSON.stringify([{ keep: 0.1 }, 1]));
  expect(JSON.stringify(run({ keep: 0.1 }))).toBe(first);
  expect(JSON.stringify(run({ keep: 0.1 }, 2).rows)).not.toBe(JSON.stringify(run({ keep: 0.1 }).rows));
});
