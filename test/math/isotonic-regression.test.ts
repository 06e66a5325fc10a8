import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isotonicRegression } from '../../src/math/isotonic-regression.ts';
import fixture from '../fixtures/simulations/calib.json' with { type: 'json' };

const { inputs, expected } = fixture.entries['calibration.isotonic_pava'];

// scikit-learn's IsotonicRegression.
test('neighbours that fall are pooled', () => {
  const curve = isotonicRegression(Object.freeze([...inputs.x]), Object.freeze([...inputs.y]));
  inputs.x.forEach((x, i) => expect(curve(x)).toBeCloseTo(expected.fit[i] ?? NaN, 10));
  expect(curve(2.5)).toBeCloseTo(expected.interp_at_2_5, 10);
});

test('points with equal x are one point', () => {
  const curve = isotonicRegression(inputs.x_ties, inputs.y_ties);
  inputs.x_ties.forEach((x, i) => expect(curve(x)).toBeCloseTo(expected.fit_ties[i] ?? NaN, 10));
});

test('between two blocks it is a straight line, outside it is flat', () => {
  const curve = isotonicRegression([0, 1, 3, 5], [0.2, 0.2, 0.6, 1]);
  expect([-9, 0.5, 1.5, 2, 4, 99].map((x) => Number(curve(x).toFixed(12)))).toEqual([0.2, 0.2, 0.3, 0.4, 0.8, 1]);
});

const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 1 })), { minLength: 1 });

test('it never falls, keeps the sum, and does not care about order', () => {
  fc.assert(
    fc.property(points, (pairs) => {
      const [x, y] = [pairs.map((pair) => pair[0]), pairs.map((pair) => pair[1])];
      const curve = isotonicRegression(x, y);
      const back = isotonicRegression([...x].reverse(), [...y].reverse());
      const heights = Array.from({ length: 81 }, (_, i) => curve(i / 4));
      const sums = x.reduce((sum, one, i) => sum + curve(one) - (y[i] ?? NaN), 0);
      return (
        heights.every((height, i) => i === 0 || height >= (heights[i - 1] ?? NaN) - 1e-12) &&
        heights.every((height, i) => Math.abs(height - back(i / 4)) < 1e-12) &&
        Math.abs(sums) < 1e-9
      );
    }),
  );
});

test('no rising curve of steps is nearer', () => {
  fc.assert(
    fc.property(
      points,
      fc.integer({ min: 0, max: 20 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (pairs, at, up) => {
        const curve = isotonicRegression(
          pairs.map((pair) => pair[0]),
          pairs.map((pair) => pair[1]),
        );
        const error = (other: (x: number) => number) => pairs.reduce((sum, [x, y]) => sum + (y - other(x)) ** 2, 0);
        // The mean of two rising curves rises too: a step that is nearer would pull it nearer.
        return error((x) => (curve(x) + (x >= at ? up : 0)) / 2) >= error(curve) - 1e-9;
      },
    ),
  );
});

test.each([
  [[], [], 'at least one point'],
  [[1, 2], [1], 'one y for each x'],
  [[1, NaN], [1, 0], 'finite x'],
])('x %j with y %j is refused', (x, y, message) => {
  expect(() => isotonicRegression(x, y)).toThrow(message);
});
