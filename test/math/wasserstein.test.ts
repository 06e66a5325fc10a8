import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wasserstein } from '../../src/math/wasserstein.ts';
import fixture from '../fixtures/simulations/drift.json' with { type: 'json' };

const { inputs, expected } = fixture.entries['drift.two_sample'];

/** The area between the distribution functions, over all sorted values. */
function byDefinition(a: readonly number[], b: readonly number[]): number {
  const all = [...a, ...b].sort((x, y) => x - y);
  const upTo = (values: readonly number[], x: number): number => values.filter((value) => value <= x).length;
  return all
    .slice(1)
    .reduce(
      (sum, x, i) =>
        sum +
        Math.abs(upTo(a, all[i] as number) / a.length - upTo(b, all[i] as number) / b.length) *
          (x - (all[i] as number)),
      0,
    );
}

test('the value of scipy.stats.wasserstein_distance', () => {
  expect(wasserstein(inputs.a, inputs.b)).toBeCloseTo(expected.wasserstein, 10);
});

const smooth = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 200 });
const tied = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 200 });

test.each([
  ['smooth', smooth],
  ['tied', tied],
])('buckets find what the definition gives: %s values', (_, values) => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      expect(wasserstein(a, b)).toBeCloseTo(byDefinition(a, b), 8);
    }),
  );
});

test('a sample moved by so much is so far away, and equal samples are nowhere', () => {
  fc.assert(
    fc.property(smooth, fc.double({ min: -50, max: 50, noNaN: true }), (values, shift) => {
      const moved = values.map((value) => value + shift);
      expect(wasserstein(values, moved)).toBeCloseTo(Math.abs(shift), 8);
      expect(wasserstein(values, values.toReversed())).toBeCloseTo(0, 8);
    }),
  );
});

test('it is at least the distance of the means, and measured in the unit of the values', () => {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  fc.assert(
    fc.property(smooth, smooth, (a, b) => {
      const distance = wasserstein(a, b);
      expect(distance).toBeGreaterThanOrEqual(Math.abs(mean(a) - mean(b)) - 1e-9);
      const doubled = wasserstein(
        a.map((x) => 2 * x),
        b.map((x) => 2 * x),
      );
      expect(doubled).toBeCloseTo(2 * distance, 8);
    }),
  );
});

test('two samples of one and the same value are 0 apart', () => {
  expect(wasserstein([3, 3], [3])).toBe(0);
});

test.each([
  [[], [1]],
  [[1], [NaN]],
  [[Infinity], [1]],
])('%j against %j is refused', (a, b) => {
  expect(() => wasserstein(a, b)).toThrow('wasserstein');
});
