import fc from 'fast-check';
import { expect, test } from 'vitest';
import { economicInterval, renewalCostRate } from '../../src/math/economic-interval.ts';
import fixture from '../fixtures/simulations/retrain.json' with { type: 'json' };

const { inputs, expected, tol } = fixture.entries['retrain.eoq'];

// Closed form: T* = sqrt(2 R / k), cost sqrt(2 R k).
test.each(inputs.R.map((renewal, i) => [renewal, inputs.k[i] ?? NaN, expected.T[i] ?? NaN, expected.cost[i] ?? NaN]))(
  'a renewal of %f and a decay of %f: every %f days at %f a day',
  (renewal, decay, interval, cost) => {
    expect(economicInterval(renewal, decay)).toBeCloseTo(interval, 10);
    expect(renewalCostRate(interval, renewal, decay)).toBeCloseTo(cost, 10);
    expect(
      Math.abs(renewalCostRate(interval / 2, renewal, decay) / cost - expected.cost_at_half_T_over_opt),
    ).toBeLessThan(tol);
    expect(Math.abs(renewalCostRate(2 * interval, renewal, decay) / cost - expected.cost_at_2T_over_opt)).toBeLessThan(
      tol,
    );
  },
);

test('no other interval costs less', () => {
  const cost = fc.double({ min: 0.01, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(cost, cost, fc.double({ min: 0.01, max: 100, noNaN: true }), (renewal, decay, factor) => {
      const best = economicInterval(renewal, decay);
      const least = renewalCostRate(best, renewal, decay);
      return renewalCostRate(best * factor, renewal, decay) >= least * (1 - 1e-12);
    }),
  );
});

test('what does not decay is never renewed', () => {
  expect(economicInterval(200, 0)).toBe(Infinity);
});

test.each([
  [0, 1, 1],
  [NaN, 1, 1],
  [1, -1, 1],
  [1, 1, -1],
])('renewalCostRate(%f, %f, %f) is refused', (interval, renewal, decay) => {
  expect(() => renewalCostRate(interval, renewal, decay)).toThrow(RangeError);
});

test.each([
  [-1, 1],
  [1, -1],
  [NaN, 1],
])('economicInterval(%f, %f) is refused', (renewal, decay) => {
  expect(() => economicInterval(renewal, decay)).toThrow(RangeError);
});
