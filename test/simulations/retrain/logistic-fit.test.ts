import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gaussianStream } from '../../../src/math/gaussian.ts';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { sigmoid } from '../../../src/math/sigmoid.ts';
import { fitLogistic, scoreOf } from '../../../src/simulations/retrain/logistic-fit.ts';
import fixture from '../../fixtures/simulations/retrain.json' with { type: 'json' };

const { inputs, expected, tol } = fixture.entries['ctr.logistic_l2'];
const ten = { numbers: inputs.X.flat(), width: 2, labels: inputs.y };

// Newton in numpy to 1e-15, cross-checked with scikit-learn (newton-cg).
test('ten rows have the weights and probabilities of scikit-learn', () => {
  const weights = fitLogistic(ten, inputs.l2);
  const [intercept, first, second] = expected.beta_intercept_first;
  [first, second, intercept].forEach((value, i) =>
    expect(Math.abs((weights[i] ?? NaN) - (value ?? NaN))).toBeLessThan(tol),
  );
  expected.p.forEach((p, row) => expect(sigmoid(scoreOf(weights, ten.numbers, 2 * row))).toBeCloseTo(p, 9));
});

test('an intercept without penalty predicts as many positives as there are', () => {
  const weights = fitLogistic(ten, inputs.l2);
  const sum = inputs.y.reduce((before, _, row) => before + sigmoid(scoreOf(weights, ten.numbers, 2 * row)), 0);
  expect(sum).toBeCloseTo(fixture.entries['ctr.logistic_balance'].expected.sum_p, 9);
});

test('where it starts does not change where it ends', () => {
  fc.assert(
    fc.property(fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -6, max: 6, noNaN: true }))), (start) => {
      const [cold, warm] = [fitLogistic(ten, 1), fitLogistic(ten, 1, Float64Array.from(start))];
      return cold.every((weight, i) => Math.abs(weight - (warm[i] ?? NaN)) < 1e-6);
    }),
  );
});

test('turning the labels round turns every weight round', () => {
  const weights = fitLogistic(ten, 1);
  const turned = fitLogistic({ ...ten, labels: inputs.y.map((y) => 1 - y) }, 1);
  weights.forEach((weight, i) => expect(turned[i]).toBeCloseTo(-weight, 8));
});

test('a number that is always 0 gets the weight 0', () => {
  const weights = fitLogistic(
    { ...ten, numbers: ten.numbers.map((x, i) => (i % 2 === 0 ? 0 : x)) },
    1,
    Float64Array.of(3, 0, 0),
  );
  expect(weights[0]).toBeCloseTo(0, 12);
});

test('many rows find the weights that made them, within four standard errors', () => {
  const random = mersenneTwister(5);
  const normal = gaussianStream(random);
  const truth = [0.7, -0.4, -1];
  const numbers = Float64Array.from({ length: 40_000 }, normal);
  const labels = Array.from({ length: 20_000 }, (_, row) =>
    random() < sigmoid(0.7 * (numbers[2 * row] ?? 0) - 0.4 * (numbers[2 * row + 1] ?? 0) - 1) ? 1 : 0,
  );
  const weights = fitLogistic({ numbers, width: 2, labels }, 1);
  // The information of a row is about E[p (1 - p)] = .18: a standard error is 1 / sqrt(.18 * 20,000) = .0167.
  truth.forEach((weight, i) => expect(Math.abs((weights[i] ?? NaN) - weight)).toBeLessThan(4 * 0.0167));
});

test.each([
  ['no row', { numbers: [], width: 1, labels: [] }, 1, 'at least one row'],
  ['too few labels', { numbers: [1, 2], width: 1, labels: [1] }, 1, 'one label a row'],
  ['no ridge', { numbers: [1], width: 1, labels: [1] }, 0, 'a ridge above 0'],
])('%s is refused', (_, rows, ridge, message) => {
  expect(() => fitLogistic(rows, ridge)).toThrow(message);
});
