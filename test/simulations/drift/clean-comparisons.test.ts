import { describe, expect, test } from 'vitest';
import { chiSquareStatistic } from '../../../src/math/chi-square-statistic.ts';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { populationStabilityMean, populationStabilityTail } from '../../../src/math/population-stability-null.ts';
import { cleanComparisons, shareOf, weeksWithAlarm } from '../../../src/simulations/drift/clean-comparisons.ts';
import { binReference, compareCategories, compareNumbers } from '../../../src/simulations/drift/comparison.ts';
import { driftTests } from '../../../src/simulations/drift/drift-tests.ts';
import { repetitionsOf } from '../../../src/simulations/drift/error-rates.ts';
import fixture from '../../fixtures/simulations/drift.json' with { type: 'json' };

const numpy = fixture.entries['drift.psi_null_mc'];
const repeated = 4000;

function finish<T>(run: Generator<unknown, T>): T {
  for (;;) {
    const event = run.next();
    if (event.done) return event.value;
  }
}

function moments(values: Float64Array): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

describe.each(numpy.inputs.n.map((rows, i) => [rows, numpy.expected[i]] as const))(
  'clean comparisons of %d rows each',
  (rows, expected) => {
    const found = finish(cleanComparisons(rows, 10, { count: 0.5 }, repeated, mersenneTwister(11)));

    test('have the mean PSI that numpy found, within four standard errors of both', () => {
      const { mean, error } = moments(found.psi);
      expect(Math.abs(mean - (expected?.mean as number))).toBeLessThan(4 * error * Math.SQRT2);
      // The law of large samples, which half a row in each bin brings down a little.
      expect(mean / populationStabilityMean(rows, rows, 10)).toBeGreaterThan(0.93);
      expect(mean / populationStabilityMean(rows, rows, 10)).toBeLessThan(1.03);
    });

    test('exceed .1 as often as numpy found and about as often as the law says', () => {
      const { share } = shareOf(found.psi, (psi) => psi > 0.1);
      const theirs = expected?.p_gt_0_1 as number;
      expect(Math.abs(share - theirs)).toBeLessThanOrEqual(4 * Math.sqrt((2 * theirs * (1 - theirs)) / repeated));
      expect(Math.abs(share - populationStabilityTail(0.1, rows, rows, 10))).toBeLessThan(0.05);
    });

    test('have uniform p-values of the chi-square test', () => {
      for (const level of [0.05, 0.25, 0.5]) {
        const { share } = shareOf(found.p, (p) => p < level);
        expect(Math.abs(share - level)).toBeLessThan(4 * Math.sqrt((level * (1 - level)) / repeated) + 0.01);
      }
    });
  },
);

test('a week rings when at least one of its features does', () => {
  const p = Float64Array.of(0.5, 0.01, 0.9, 0.8, 0.2, 0.04, 0.001);
  expect(weeksWithAlarm(p, 2, 0.05)).toEqual({ share: 2 / 3, error: Math.sqrt(2 / 27) });
  expect(weeksWithAlarm(p, 3, 0.05).share).toBe(1);
  expect(weeksWithAlarm(p, 3, 0.02).share).toBe(0.5);
});

describe('a comparison', () => {
  const smoothing = { count: 0.5 };
  const ten = Float64Array.from({ length: 100 }, (_, i) => i);

  test('puts missing values in a bin of their own, where there are any', () => {
    const gaps = ten.map((value) => (value < 20 ? NaN : value));
    const clean = compareNumbers(binReference(ten, 10), ten, smoothing);
    const missing = compareNumbers(binReference(ten, 10), gaps, smoothing);
    expect([clean.bins, missing.bins]).toEqual([10, 11]);
    expect([...missing.current]).toEqual([0, 0, 10, 10, 10, 10, 10, 10, 10, 10, 20]);
    expect([missing.n, missing.m]).toEqual([100, 100]);
    expect(missing.numbers?.current.length).toBe(80);
  });

  test('of samples with nothing but missing values still has one bin', () => {
    const none = new Float64Array(5).fill(NaN);
    const same = compareNumbers(binReference(none, 10), none, smoothing);
    expect(same.bins).toBe(1);
    expect(same.numbers).toBeUndefined();
    const came = compareNumbers(binReference(none, 10), ten, smoothing);
    expect(came.bins).toBe(2);
    expect([...came.reference, ...came.current]).toEqual([0, 5, 100, 0]);
  });

  test('leaves out categories that neither sample has', () => {
    const pair = compareCategories(Float64Array.of(0, 0, 2), Float64Array.of(2, 2), 4, smoothing);
    expect([...pair.reference]).toEqual([2, 1]);
    expect([...pair.current]).toEqual([0, 2]);
    expect(pair.bins).toBe(2);
  });

  test('of a small change gives one p-value by PSI, KL, JS and chi-square', () => {
    const random = mersenneTwister(7);
    const draw = (rows: number): Float64Array => Float64Array.from({ length: rows }, () => random());
    const pair = compareNumbers(binReference(draw(20_000), 10), draw(20_000), smoothing);
    const tails = ['PSI', 'KL', 'JS distance', 'chi-square'].map((name) => {
      const one = driftTests.find((test) => test.name === name);
      return one?.tail?.(one.measure(pair) as number, pair) as number;
    });
    for (const tail of tails) expect(Math.abs(tail - (tails[3] as number))).toBeLessThan(0.01);
    expect(chiSquareStatistic(pair.reference, pair.current).degrees).toBe(9);
  });
});

test('pairs are repeated where that is cheap, and never so few times that it says nothing', () => {
  expect(repetitionsOf(200, 200)).toBe(200);
  expect(repetitionsOf(1e6, 1e6)).toBe(0);
  for (const rows of [100, 5000, 20_000, 50_000, 100_000]) {
    const times = repetitionsOf(rows, rows);
    expect(times === 0 || times >= 20).toBe(true);
  }
});
