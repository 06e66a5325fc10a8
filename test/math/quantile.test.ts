import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bootstrapInterval } from '../../src/math/bootstrap-interval.ts';
import { mersenneTwister } from '../../src/math/mersenne-twister.ts';
import { quantile } from '../../src/math/quantile.ts';

// numpy.quantile([3, 1, 4, 1, 5], p)
test.each([
  [0, 1],
  [0.25, 1],
  [0.5, 3],
  [0.9, 4.6],
  [1, 5],
])('quantile(%f) of 3 1 4 1 5 is %f', (p, expected) => {
  expect(quantile(Object.freeze([3, 1, 4, 1, 5]), p)).toBeCloseTo(expected, 12);
});

test('a quantile lies between the least and the greatest', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, p) => {
        const value = quantile(values, p);
        return value >= Math.min(...values) && value <= Math.max(...values);
      },
    ),
  );
});

test.each([
  [[], 0.5],
  [[1], 1.1],
  [[1], NaN],
])('quantile(%j, %f) is refused', (values, p) => {
  expect(() => quantile(values, p)).toThrow(RangeError);
});

test('a bootstrap interval holds the mean of a sample and is the same every time', () => {
  const sample = Array.from({ length: 100 }, (_, i) => i);
  const mean = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;
  const [low, high] = bootstrapInterval(sample, mean, mersenneTwister(1));
  // The standard error of this mean is 2.9: the interval is about 11.4 wide.
  expect(low).toBeLessThan(49.5);
  expect(high).toBeGreaterThan(49.5);
  expect(high - low).toBeGreaterThan(8);
  expect(high - low).toBeLessThan(15);
  expect(bootstrapInterval(sample, mean, mersenneTwister(1))).toEqual([low, high]);
});

test('without an item there is no interval', () => {
  expect(() => bootstrapInterval([], () => 1, mersenneTwister(1))).toThrow('requires at least one item');
});
