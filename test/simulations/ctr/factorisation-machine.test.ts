import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { sigmoid } from '../../../src/math/sigmoid.ts';
import { generateClicks } from '../../../src/simulations/ctr/click-data.ts';
import { clickFeatures } from '../../../src/simulations/ctr/click-features.ts';
import {
  crossGradient,
  factorisationScore,
  predictFactorisation,
  trainFactorisationMachine,
  type FactorisationMachine,
} from '../../../src/simulations/ctr/factorisation-machine.ts';
import { predict, trainLogisticRegression } from '../../../src/simulations/ctr/logistic-regression.ts';
import { denseRows } from './dense-rows.ts';
import { toTheEnd } from './to-the-end.ts';
import fixture from '../../fixtures/simulations/ctr.json' with { type: 'json' };

// Rendle (2010), equation 1 and its rewriting.
const { inputs, expected } = fixture.entries['ctr.fm'];
const machine = (w0: number, w: readonly number[], V: readonly (readonly number[])[]): FactorisationMachine => ({
  weights: Float64Array.from([...w, w0]),
  vectors: Float64Array.from(V.flat()),
  factors: V[0]?.length ?? 0,
  size: 0,
  denseWidth: w.length,
  operations: 0,
});
const model = machine(inputs.w0, inputs.w, inputs.V);
const row = denseRows([inputs.x]);
const score = (of: FactorisationMachine, x: readonly number[]): number =>
  factorisationScore(of, denseRows([x]), 0, new Float64Array(of.factors));

test('the score and the probability are those of the equation', () => {
  expect(score(model, inputs.x)).toBeCloseTo(expected.yhat, 10);
  expect(predictFactorisation(model, row)[0]).toBeCloseTo(expected.p, 10);
  const linear = inputs.w0 + inputs.w.reduce((sum, w, i) => sum + w * (inputs.x[i] as number), 0);
  expect(score(model, inputs.x) - linear).toBeCloseTo(expected.pair_naive, 10);
});

test('the gradient of each vector is that of the equation, and of small differences', () => {
  const sums = new Float64Array(2);
  factorisationScore(model, row, 0, sums);
  inputs.V.forEach((vector, i) =>
    vector.forEach((v, f) => {
      const gradient = crossGradient(inputs.x[i] as number, v, sums[f] as number);
      expect(gradient).toBeCloseTo(expected.grad_V[i]?.[f] ?? NaN, 10);
      const moved = (by: number): number => {
        const vectors = model.vectors.map((old, place) => (place === i * 2 + f ? old + by : old));
        return score({ ...model, vectors }, inputs.x);
      };
      expect((moved(1e-5) - moved(-1e-5)) / 2e-5).toBeCloseTo(gradient, 6);
    }),
  );
});

test('sums of squares give what all pairs give', () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  const tables = fc.integer({ min: 1, max: 6 }).chain((features) =>
    fc.integer({ min: 1, max: 5 }).chain((factors) =>
      fc.record({
        x: fc.array(number, { minLength: features, maxLength: features }),
        V: fc.array(fc.array(number, { minLength: factors, maxLength: factors }), {
          minLength: features,
          maxLength: features,
        }),
      }),
    ),
  );
  fc.assert(
    fc.property(tables, ({ x, V }) => {
      let pairs = 0;
      for (let i = 0; i < x.length; i += 1)
        for (let j = i + 1; j < x.length; j += 1)
          pairs += dot(V[i] ?? [], V[j] ?? []) * (x[i] as number) * (x[j] as number);
      const none = x.map(() => 0);
      expect(score(machine(0, none, V), x)).toBeCloseTo(pairs, 8);
    }),
  );
});

const clicks = generateClicks({ rows: 3000, baseLogit: -2, interaction: 1.5, nonlinearity: 0 }, mersenneTwister(4));
const features = clickFeatures(clicks);
const options = { epochs: 2, factors: 3, learningRate: 0.1, l2: 2, spread: 0.1 };

test('with vectors of 0 it is logistic regression', () => {
  const still = toTheEnd(
    trainFactorisationMachine(features, clicks.label, { ...options, spread: 0 }, mersenneTwister(1)),
  );
  const logistic = trainLogisticRegression(features, clicks.label, { epochs: 2, learningRate: 0.1, l2: 2 });
  expect(still.vectors.every((v) => v === 0)).toBe(true);
  still.weights.forEach((weight, j) => expect(weight).toBeCloseTo(logistic.weights[j] as number, 12));
  const p = predict(logistic, features);
  predictFactorisation(still, features).forEach((q, i) => expect(q).toBeCloseTo(p[i] as number, 12));
});

test('it learns a cross of two ids, which no sum of single effects can say', () => {
  // Four pairs of two ids; a click where they agree.
  const indices = Int32Array.from({ length: 800 }, (_, i) => (i % 2 === 0 ? (i >> 1) & 1 : 2 + ((i >> 2) & 1)));
  const labels = Array.from({ length: 400 }, (_, i) => (indices[2 * i] === (indices[2 * i + 1] as number) - 2 ? 1 : 0));
  const cross = { rows: 400, width: 2, indices, size: 4, denseWidth: 0, dense: new Float64Array(0) };
  const learnt = toTheEnd(
    trainFactorisationMachine(cross, labels, { ...options, epochs: 20, l2: 0 }, mersenneTwister(1)),
  );
  const right = predictFactorisation(learnt, cross).filter((p, i) => p > 0.9 === (labels[i] === 1)).length;
  expect(right).toBe(400);
  const additive = predict(trainLogisticRegression(cross, labels, { epochs: 20 }), cross);
  expect(additive.every((p) => Math.abs(p - 0.5) < 0.2)).toBe(true);
});

test('the first step of each number is the learning rate against the sign of its gradient', () => {
  const one = denseRows([[1, -2, 0.5]]);
  const start = toTheEnd(trainFactorisationMachine(one, [1], { ...options, epochs: 0, l2: 0 }, mersenneTwister(6)));
  const moved = toTheEnd(trainFactorisationMachine(one, [1], { ...options, epochs: 1, l2: 0 }, mersenneTwister(6)));
  const sums = new Float64Array(3);
  const error = sigmoid(factorisationScore(start, one, 0, sums)) - 1;
  start.vectors.forEach((v, at) => {
    const gradient = error * crossGradient([1, -2, 0.5][Math.floor(at / 3)] as number, v, sums[at % 3] as number);
    expect((moved.vectors[at] as number) - v).toBeCloseTo(-0.1 * Math.sign(gradient), 9);
  });
});

test('operations grow with k as the docstring says', () => {
  const run = trainFactorisationMachine(features, clicks.label, { ...options, epochs: 1 }, mersenneTwister(1));
  expect(toTheEnd(run).operations).toBe(3000 * (10 * (2 + 4 * 3) + 2));
});

test('a label too few is refused', () => {
  expect(() => toTheEnd(trainFactorisationMachine(features, [1], options, mersenneTwister(1)))).toThrow(RangeError);
});

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, f) => sum + value * (b[f] as number), 0);
