import { expect, test } from 'vitest';
import { trainFtrl } from '../../../src/simulations/ctr/ftrl.ts';
import { predict } from '../../../src/simulations/ctr/logistic-regression.ts';
import { sliceRows } from '../../../src/simulations/ctr/sparse-rows.ts';
import { denseRows } from './dense-rows.ts';
import fixture from '../../fixtures/simulations/ctr.json' with { type: 'json' };

const { inputs, expected } = fixture.entries['ctr.ftrl_proximal'];
// The trace's feature 0 is 1 in every row: it is the intercept here.
const rows = denseRows(
  inputs.stream.map(([values]) => ['1', '2', '3'].map((name) => (values as Record<string, number>)[name] ?? 0)),
);
const labels = inputs.stream.map(([, label]) => label as number);
const { alpha, beta, l1, l2 } = inputs;
const places = { 0: 3, 1: 0, 2: 1, 3: 2 };

test('the probability before each step is that of the trace', () => {
  expected.p_trace.forEach((p, step) => {
    const model = trainFtrl(sliceRows(rows, 0, step), labels.slice(0, step), { alpha, beta, l1, l2 });
    expect(predict(model, sliceRows(rows, step, step + 1))[0]).toBeCloseTo(p, 12);
  });
});

test('state and weights after six steps are those of the trace', () => {
  const model = trainFtrl(rows, labels, { alpha, beta, l1, l2 });
  for (const [feature, place] of Object.entries(places)) {
    const name = feature as keyof typeof expected.z;
    expect(model.z[place]).toBeCloseTo(expected.z[name], 12);
    expect(model.n[place]).toBeCloseTo(expected.n[name], 12);
    expect(model.weights[place]).toBeCloseTo(expected.w[name], 12);
  }
});

test('weights whose evidence is below l1 are exactly 0', () => {
  const free = trainFtrl(rows, labels, { l1: 0 });
  const sparse = trainFtrl(rows, labels, { l1: 1.7 });
  expect(free.weights.filter((weight) => weight === 0)).toHaveLength(0);
  expect(sparse.weights.filter((weight) => weight === 0).length).toBeGreaterThan(0);
  expect(sparse.weights.some((weight) => weight !== 0)).toBe(true);
});

test('ids learn as columns of 0 and 1 do', () => {
  const table = [
    [1, 0],
    [0, 1],
    [1, 0],
  ];
  const indices = Int32Array.from([0, 1, 0]);
  const ids = { rows: 3, width: 1, indices, size: 2, denseWidth: 0, dense: new Float64Array(0) };
  const options = { epochs: 3, l1: 0.1 };
  expect(trainFtrl(ids, [1, 0, 0], options).weights).toEqual(trainFtrl(denseRows(table), [1, 0, 0], options).weights);
});

test('a label too few is refused', () => {
  expect(() => trainFtrl(rows, [1])).toThrow('one label a row');
});
