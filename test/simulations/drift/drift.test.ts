import { beforeAll, describe, expect, test } from 'vitest';
import type { ParameterValues, SimulationResult } from '../../../src/domain/simulation-result.ts';
import { createBench } from '../../../src/simulations/bench.ts';
import { drift } from '../../../src/simulations/drift/drift.ts';
import { withDefaults } from '../../../src/simulations/parameters.ts';
import { runSimulation } from '../../../src/simulations/run-simulation.ts';
import type { DataTable, SimulationData } from '../../../src/simulations/simulation.ts';
import fixture from '../../fixtures/simulations/drift.json' with { type: 'json' };

function simulate(set: ParameterValues = {}, seed = 1, data?: SimulationData): SimulationResult {
  const params = withDefaults(drift.parameters, set);
  const run = runSimulation(
    drift,
    { params, seed },
    createBench(seed, () => 0, data),
  );
  let share = 0;
  for (;;) {
    const event = run.next();
    if (event.done) return event.value;
    if (event.value.kind !== 'progress') continue;
    expect(event.value.share).toBeGreaterThanOrEqual(share);
    expect(event.value.share).toBeLessThanOrEqual(1);
    share = event.value.share;
  }
}

const figure = (result: SimulationResult, test: string, key: string): number =>
  result.rows.find((row) => row.test === test)?.[key] as number;
const alarm = (result: SimulationResult, test: string): unknown => result.rows.find((row) => row.test === test)?.alarm;

describe('a mean that moved by a quarter of a standard deviation', () => {
  let result: SimulationResult;
  beforeAll(() => {
    result = simulate();
  });

  test('is silent by PSI and certain by chi-square and KS', () => {
    expect([alarm(result, 'PSI'), alarm(result, 'chi-square'), alarm(result, 'KS')]).toEqual(['no', 'yes', 'yes']);
    expect(figure(result, 'PSI', 'truth')).toBeCloseTo(
      fixture.entries['drift.psi_binned_normal'].expected[1]?.[1] as number,
      8,
    );
    expect(figure(result, 'PSI', 'missed')).toBeGreaterThan(0.9);
    expect(figure(result, 'chi-square', 'missed')).toBeLessThan(0.05);
  });

  test('names the silence and the finding, and what small clean samples do', () => {
    expect(result.claim).toContain('no alarm at 0.1, but chi-square finds a change');
    expect(result.claim).toContain('At n = 200 a clean week raises the alarm in 35 % of the comparisons');
    expect(result.price).toContain('ring in 92 % of the weeks');
    expect(result.price).toContain('about 338 rows');
  });

  test.each([
    [100, 0],
    [200, 1],
    [1000, 3],
  ])('clean samples of %d rows exceed the limits as the law says', (rows, at) => {
    const known = fixture.entries['drift.psi_null_distribution'].expected[at];
    for (const [limit, expected] of [
      [0.1, known?.p_gt_0_1],
      [0.25, known?.p_gt_0_25],
    ] as const) {
      const name = `PSI > ${limit}, clean, n ${rows}`;
      expect(figure(result, name, 'truth')).toBeCloseTo(expected as number, 8);
      // Four standard errors, and what half a row in every bin takes off.
      expect(Math.abs(figure(result, name, 'value') - (expected as number))).toBeLessThan(
        4 * figure(result, name, 'error') + 0.03,
      );
    }
  });

  test('many clean features ring nearly always, after Bonferroni seldom', () => {
    const [any, corrected] = ['any alarm, clean features', 'the same, Bonferroni'] as const;
    expect(figure(result, any, 'truth')).toBeCloseTo(1 - 0.95 ** 50, 8);
    expect(Math.abs(figure(result, any, 'value') - figure(result, any, 'truth'))).toBeLessThan(
      4 * figure(result, any, 'error') + 0.02,
    );
    expect(figure(result, corrected, 'truth')).toBeLessThan(0.05);
    expect(figure(result, corrected, 'value')).toBeLessThan(0.15);
  });

  test('the floor of an empty bin picks the figure', () => {
    const { expected } = fixture.entries['drift.psi_empty_bin'];
    expect(figure(result, 'PSI, empty bin, half-a-row', 'value')).toBeCloseTo(expected.add_half, 8);
    expect(figure(result, 'PSI, empty bin, floor-1e-4', 'value')).toBeCloseTo(expected.floor_1e4, 8);
    expect(figure(result, 'PSI, empty bin, floor-1e-6', 'value')).toBeCloseTo(expected.floor_1e6, 8);
  });

  test('a hundred thousand rows make a shift of .02 certain for KS and leave PSI at nothing', () => {
    expect(figure(result, 'KS, shift 0.02, n 100000', 'truth')).toBeCloseTo(
      fixture.entries['drift.ks_large_n'].expected.D[0] as number,
      9,
    );
    expect(alarm(result, 'KS, shift 0.02, n 100000')).toBe('yes');
    expect(alarm(result, 'PSI, shift 0.02, n 100000')).toBe('no');
    expect(figure(result, 'PSI, shift 0.02, n 100000', 'truth')).toBeLessThan(0.001);
  });

  test('the world that turns costs what the quadrature says', () => {
    const [before, , , after] = fixture.entries['drift.concept_no_covariate'].expected;
    expect(figure(result, 'log loss before', 'truth')).toBeCloseTo(before?.logloss as number, 8);
    expect(figure(result, 'log loss after', 'truth')).toBeCloseTo(after?.logloss as number, 8);
    expect(figure(result, 'log loss retrained', 'truth')).toBeCloseTo(after?.bayes as number, 8);
    for (const name of ['log loss before', 'log loss after', 'log loss retrained'])
      expect(Math.abs(figure(result, name, 'value') - figure(result, name, 'truth'))).toBeLessThan(0.1);
  });

  test('predictions have answers in the table', () => {
    const params = withDefaults(drift.parameters, {});
    const answers = drift.predictions.map((one) => one.answer(result.rows, params));
    expect(answers[0]).toBeCloseTo(35.05, 1);
    expect(answers[1]).toBeCloseTo(92.3, 1);
    expect(answers[2]).toBeCloseTo(0.8880649931 / 0.5321782328, 6);
    for (const one of drift.predictions) {
      expect(one.ask(params)).not.toContain('undefined');
      expect(one.answer([], params)).toBeUndefined();
    }
  });

  test('the same seed gives the same result, another one another', () => {
    expect(simulate()).toEqual(result);
    expect(simulate({}, 2).rows).not.toEqual(result.rows);
  });

  test('another change leaves what was drawn for clean samples', () => {
    const other = simulate({ kind: 'category' });
    expect(figure(other, 'PSI > 0.1, clean, n 200', 'value')).toBe(figure(result, 'PSI > 0.1, clean, n 200', 'value'));
  });
});

test('a concept that turns moves no input: every test misses it as often as it is silent, and the claim says so', () => {
  const result = simulate({ kind: 'concept', features: 1 });
  expect(figure(result, 'PSI', 'truth')).toBe(0);
  expect(figure(result, 'PSI', 'missed')).toBe(1);
  expect(figure(result, 'chi-square', 'missed')).toBeGreaterThan(0.85);
  expect(result.claim).toContain('No input moved');
});

test('nothing changed: nothing is missed, and no price is named for it', () => {
  const result = simulate({ kind: 'none', features: 1 });
  expect(result.rows.every((row) => row.missed === null || row.missed === undefined)).toBe(true);
  expect(result.claim).toContain('no alarm at 0.1, and chi-square finds nothing');
  expect(result.price).not.toContain('misses');
});

test('small clean samples turn the claim round: PSI rings and chi-square does not', () => {
  const result = simulate({ kind: 'none', 'n-reference': 100, 'n-current': 100, features: 1 });
  expect(figure(result, 'PSI', 'falseAlarms')).toBeCloseTo(0.8343, 4);
  expect(result.claim).toContain('an alarm at 0.1, but chi-square finds nothing');
});

test('a strong shift is missed by none, and the price says so', () => {
  const result = simulate({ shift: 1 });
  expect(alarm(result, 'PSI')).toBe('yes');
  expect(result.price).toContain('PSI misses this change in 0 % of the weeks');
  expect(result.price).toContain('no other test here misses less');
});

test.each(['category', 'label'])('a %s change has no KS and no Wasserstein', (kind) => {
  const names = simulate({ kind, features: 1 }).rows.map((row) => row.test);
  expect(names).toContain('chi-square');
  expect(names).not.toContain('KS');
  expect(names).not.toContain('Wasserstein');
});

test('missing values move PSI and not KS', () => {
  const result = simulate({ kind: 'missing', shift: 0.5, features: 1 });
  expect(alarm(result, 'PSI')).toBe('yes');
  expect(alarm(result, 'KS')).toBe('no');
});

const table = (columns: Record<string, Float64Array | readonly string[]>): DataTable => ({
  kind: 'table',
  columns: Object.entries(columns).map(([name, values]) => ({ name, values })),
  rows: Object.values(columns)[0]?.length ?? 0,
});

describe('two tables', () => {
  const ramp = Float64Array.from({ length: 1000 }, (_, i) => i);
  const cities = Array.from({ length: 1000 }, (_, i) => (i % 4 === 0 ? 'Rome' : 'Oslo'));
  const data: SimulationData = {
    files: [
      table({ same: ramp, moved: ramp, city: cities, flag: ramp.map(() => 0), gone: ramp, gaps: ramp }),
      table({
        city: cities.map((city, i) => (i % 10 === 0 ? 'Bern' : city)),
        same: ramp,
        moved: ramp.map((value) => value + 500),
        flag: ramp.map((value) => value % 2),
        fresh: ramp,
        gaps: ramp.map((value) => (value % 5 === 0 ? NaN : value)),
      }),
    ],
    notes: [],
  };
  const result = simulate({}, 1, data);

  test('give a row for each column that both have, in the order of the reference', () => {
    expect(result.rows.map((row) => row.test)).toEqual(['same', 'moved', 'city', 'flag', 'gaps']);
    expect(result.rows.map((row) => row.alarm)).toEqual(['no', 'yes', 'yes', 'yes', 'yes']);
  });

  test('say how each column was read, and which are in one file only', () => {
    expect(result.conventions).toMatchObject({
      'read as numbers': 'same, moved, gaps',
      'read as categories': 'city, flag',
      'only in the first file': 'gone',
      'only in the second file': 'fresh',
    });
  });

  test('an unchanged column is nowhere, a moved one is measured in the deviations of the reference', () => {
    expect(figure(result, 'same', 'value')).toBe(0);
    expect(figure(result, 'same', 'p')).toBe(1);
    expect(figure(result, 'moved', 'wasserstein')).toBeCloseTo(500 / Math.sqrt((1e6 - 1) / 12), 8);
    expect(figure(result, 'moved', 'ks')).toBe(0.5);
    expect(figure(result, 'gaps', 'missingBefore')).toBe(0);
    expect(figure(result, 'gaps', 'missingAfter')).toBe(0.2);
  });

  test('a category that is new and a constant that moves are found', () => {
    expect(figure(result, 'city', 'p')).toBeLessThan(1e-9);
    expect(figure(result, 'flag', 'value')).toBeGreaterThan(1);
  });

  test('the claim counts the columns', () => {
    expect(result.claim).toContain('4 of 5 columns have a PSI above 0.1 (moved, city, flag, gaps)');
    expect(result.price).toContain('5 independent clean columns tested at 0.05 ring in 23 % of the weeks');
  });

  test('without a common column nothing is claimed, and no result is made of one table', () => {
    const apart = simulate({}, 1, { files: [table({ a: ramp }), table({ b: ramp })], notes: [] });
    expect(apart.rows).toEqual([]);
    expect(apart.claim).toBe('The two files have no column in common.');
    expect(() => simulate({}, 1, { files: [table({ a: ramp })], notes: [] })).toThrow('one table alone');
    expect(() => simulate({}, 1, { files: [table({ a: [] }), table({ a: ramp })], notes: [] })).toThrow('has no row');
  });
});
