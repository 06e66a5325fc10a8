import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kolmogorovSmirnovStatistic } from '../../src/math/kolmogorov-smirnov.ts';
import { kolmogorovTail } from '../../src/math/kolmogorov.ts';
import fixture from '../fixtures/simulations/drift.json' with { type: 'json' };

const { inputs, expected } = fixture.entries['drift.two_sample'];

/** The definition, word for word: the widest gap over all values. */
function byDefinition(a: readonly number[], b: readonly number[]): number {
  const upTo = (values: readonly number[], x: number): number => values.filter((value) => value <= x).length;
  const gaps = [...a, ...b].map((x) => Math.abs(upTo(a, x) * b.length - upTo(b, x) * a.length));
  return Math.max(...gaps) / (a.length * b.length);
}

test('the statistic and exact p-value of scipy.stats.ks_2samp', () => {
  const d = kolmogorovSmirnovStatistic(inputs.a, inputs.b);
  expect(d).toBeCloseTo(expected.ks_D, 12);
  expect(kolmogorovTail(d, 10, 10)).toBeCloseTo(expected.ks_p_exact, 9);
});

const smooth = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 });
const tied = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 200 });
const skewed = fc.array(
  fc.double({ min: -6, max: 6, noNaN: true }).map((x) => Math.exp(x * x)),
  { minLength: 1, maxLength: 200 },
);

test.each([
  ['smooth', smooth],
  ['tied', tied],
  ['skewed', skewed],
])('buckets find exactly what the definition gives: %s values', (_, values) => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      expect(kolmogorovSmirnovStatistic(a, b)).toBe(byDefinition(a, b));
    }),
  );
});

test('equal samples are 0 apart, samples that do not overlap 1, and order and samples may be swapped', () => {
  expect(kolmogorovSmirnovStatistic([1, 2, 2, 5], [5, 2, 1, 2])).toBe(0);
  expect(kolmogorovSmirnovStatistic([1, 2], [3, 4, 5])).toBe(1);
  expect(kolmogorovSmirnovStatistic([7], [7])).toBe(0);
  fc.assert(
    fc.property(smooth, smooth, (a, b) => {
      expect(kolmogorovSmirnovStatistic(a, b)).toBe(kolmogorovSmirnovStatistic(b, a));
    }),
  );
});

test('the two zeros are one value', () => {
  expect(kolmogorovSmirnovStatistic([0, -0, 1], [-0, -0, 1])).toBe(0);
});

test.each([
  [[], [1]],
  [[1], [NaN]],
  [[Infinity], [1]],
])('%j against %j is refused', (a, b) => {
  expect(() => kolmogorovSmirnovStatistic(a, b)).toThrow('kolmogorovSmirnovStatistic');
});
