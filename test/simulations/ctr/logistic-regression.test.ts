import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { clickFeatures } from '../../../src/simulations/ctr/click-features.ts';
import { generateClicks } from '../../../src/simulations/ctr/click-data.ts';
import { predict, trainLogisticRegression } from '../../../src/simulations/ctr/logistic-regression.ts';
import { sliceRows, type SparseRows } from '../../../src/simulations/ctr/sparse-rows.ts';
import { denseRows } from './dense-rows.ts';
import fixture from '../../fixtures/simulations/ctr.json' with { type: 'json' };

const clicks = generateClicks({ rows: 4000, baseLogit: -2, interaction: 0.5, nonlinearity: 0.5 }, mersenneTwister(11));
/** All rows a step, as often as it takes: the optimum and not a neighbour of it. */
const toTheOptimum = (rows: number, l2: number) => ({ epochs: 20_000, batch: rows, learningRate: 0.5, l2 });
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

const ridge = fixture.entries['ctr.logistic_l2'];
const ridgeRows = denseRows(ridge.inputs.X);

// Newton's method to 1e-15, cross-checked with scikit-learn: intercept first.
test.each([
  ['plain', undefined, ridge.expected.beta_intercept_first],
  ['with positives counted three times', ridge.inputs.pos_weight, ridge.expected.beta_pos_weight3],
])('the optimum under an l2 of 1 is that of Newton, %s', (_, positive, [intercept, ...coefficients]) => {
  const rowWeights = positive ? { rowWeights: ridge.inputs.y.map((y) => (y === 1 ? positive : 1)) } : {};
  const options = { ...toTheOptimum(10, ridge.inputs.l2), ...rowWeights };
  const { weights } = trainLogisticRegression(ridgeRows, ridge.inputs.y, options);
  [...coefficients, intercept].forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight ?? NaN, 9));
});

test('probabilities and log loss at the optimum are those of Newton', () => {
  const model = trainLogisticRegression(ridgeRows, ridge.inputs.y, toTheOptimum(10, 1));
  predict(model, ridgeRows).forEach((p, i) => expect(p).toBeCloseTo(ridge.expected.p[i] as number, 9));
});

// statsmodels Logit
test('without a penalty it is the maximum of the likelihood', () => {
  const { inputs, expected } = fixture.entries['ctr.logistic_mle'];
  const rows = denseRows(inputs.x.map((x) => [x]));
  const model = trainLogisticRegression(rows, inputs.y, toTheOptimum(8, 0));
  expect(model.weights[1]).toBeCloseTo(expected.beta[0] as number, 8);
  expect(model.weights[0]).toBeCloseTo(expected.beta[1] as number, 8);
  const likelihood = sum(predict(model, rows).map((p, i) => Math.log(inputs.y[i] === 1 ? p : 1 - p)));
  expect(likelihood).toBeCloseTo(expected.llf, 8);
});

test('at the optimum the probabilities sum to the clicks', () => {
  const { expected } = fixture.entries['ctr.logistic_balance'];
  const model = trainLogisticRegression(ridgeRows, ridge.inputs.y, toTheOptimum(10, 1));
  expect(sum(predict(model, ridgeRows))).toBeCloseTo(expected.sum_p, 9);
});

test('at the optimum they do so for every id that pays no penalty', () => {
  const ids = Int32Array.from([0, 1, 0, 1, 0, 1, 0, 0]);
  const labels = [1, 0, 0, 1, 1, 0, 0, 0];
  const rows: SparseRows = { rows: 8, width: 1, indices: ids, size: 2, denseWidth: 0, dense: new Float64Array(0) };
  const p = predict(trainLogisticRegression(rows, labels, toTheOptimum(8, 0)), rows);
  expect(sum(p.filter((_, row) => ids[row] === 0))).toBeCloseTo(2, 9);
  expect(sum(p.filter((_, row) => ids[row] === 1))).toBeCloseTo(1, 9);
});

const smallTable = fc
  .array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.constantFrom(0, 1)), { minLength: 4, maxLength: 12 })
  .map((pairs) => ({ rows: denseRows(pairs.map(([x]) => [x / 10])), labels: pairs.map(([, y]) => y) }));

test('every row twice gives the same optimum, with the penalty doubled', () => {
  fc.assert(
    fc.property(smallTable, ({ rows, labels }) => {
      const twice = { ...rows, rows: 2 * rows.rows, dense: Float64Array.from([...rows.dense, ...rows.dense]) };
      const once = trainLogisticRegression(rows, labels, { ...toTheOptimum(rows.rows, 1), epochs: 3000 });
      const doubled = trainLogisticRegression(twice, [...labels, ...labels], {
        ...toTheOptimum(twice.rows, 2),
        epochs: 3000,
      });
      once.weights.forEach((weight, i) => expect(doubled.weights[i]).toBeCloseTo(weight, 5));
    }),
    { numRuns: 20 },
  );
});

test('a value too small to square moves nothing', () => {
  const { weights } = trainLogisticRegression(denseRows([[1e-200], [0]]), [1, 0]);
  expect(weights[0]).toBe(0);
});

test('labels turned round turn every weight round', () => {
  fc.assert(
    fc.property(smallTable, ({ rows, labels }) => {
      const there = trainLogisticRegression(rows, labels, { epochs: 5 });
      const back = trainLogisticRegression(
        rows,
        labels.map((y) => 1 - y),
        { epochs: 5 },
      );
      there.weights.forEach((weight, i) => expect(back.weights[i]).toBeCloseTo(-weight, 9));
    }),
  );
});

test('one row a step comes near the optimum of all rows', () => {
  const features = clickFeatures(clicks);
  const online = trainLogisticRegression(features, clicks.label, { epochs: 20, l2: 1 });
  const exact = trainLogisticRegression(features, clicks.label, { ...toTheOptimum(4000, 1), epochs: 1500 });
  const [near, best] = [predict(online, features), predict(exact, features)];
  const distance = sum(near.map((p, row) => Math.abs(p - (best[row] as number)))) / 4000;
  expect(distance).toBeLessThan(0.02);
});

test('a heavy penalty leaves the base rate', () => {
  const features = clickFeatures(clicks);
  const options = { ...toTheOptimum(4000, 1e6), epochs: 2000 };
  const p = predict(trainLogisticRegression(features, clicks.label, options), features);
  expect(Math.max(...p) - Math.min(...p)).toBeLessThan(1e-3);
  expect(sum(p)).toBeCloseTo(sum(clicks.label), 3);
});

test('a row of weight 2 is two rows', () => {
  const features = clickFeatures(clicks);
  const twice = { ...sliceRows(features, 0, 2), rows: 4 } satisfies SparseRows;
  twice.indices = Int32Array.from([...features.indices.subarray(0, 8), ...features.indices.subarray(0, 8)]);
  twice.dense = Float64Array.from([...features.dense.subarray(0, 12), ...features.dense.subarray(0, 12)]);
  const counted = trainLogisticRegression(sliceRows(features, 0, 2), [1, 0], { batch: 2, rowWeights: [2, 2] });
  const copied = trainLogisticRegression(twice, [1, 0, 1, 0], { batch: 4 });
  counted.weights.forEach((weight, i) => expect(copied.weights[i]).toBeCloseTo(weight, 12));
});

test('operations are two multiply-adds an entry, row and epoch', () => {
  expect(trainLogisticRegression(clickFeatures(clicks), clicks.label, { epochs: 3 }).operations).toBe(
    2 * 3 * 4000 * (4 + 6 + 1),
  );
});

test('click features are four ids of their own table places and the six numbers', () => {
  const features = clickFeatures(clicks);
  expect(features).toMatchObject({ rows: 4000, width: 4, size: 484, denseWidth: 6 });
  expect([...features.indices.subarray(0, 4)]).toEqual([
    clicks.segment[0] as number,
    40 + (clicks.ad[0] as number),
    440 + (clicks.category[0] as number),
    460 + (clicks.hour[0] as number),
  ]);
});

test.each([
  ['no rows', sliceRows(ridgeRows, 0, 0), [], {}],
  ['a label too few', ridgeRows, [1], {}],
  ['a weight too few', ridgeRows, ridge.inputs.y, { rowWeights: [1] }],
])('%s is refused', (_, rows, labels, options) => {
  expect(() => trainLogisticRegression(rows, labels, options)).toThrow(RangeError);
});

test('rows of another shape are refused', () => {
  const model = trainLogisticRegression(ridgeRows, ridge.inputs.y);
  expect(() => predict(model, clickFeatures(clicks))).toThrow('rows of the shape');
});
