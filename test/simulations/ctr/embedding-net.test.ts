import { expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { sigmoid } from '../../../src/math/sigmoid.ts';
import {
  netScore,
  predictNet,
  trainEmbeddingNet,
  type EmbeddingNet,
} from '../../../src/simulations/ctr/embedding-net.ts';
import type { SparseRows } from '../../../src/simulations/ctr/sparse-rows.ts';
import { denseRows } from './dense-rows.ts';
import { toTheEnd } from './to-the-end.ts';

const options = { epochs: 1, dimension: 2, hidden: 5, learningRate: 0.05 };
const oneRow: SparseRows = {
  rows: 1,
  width: 2,
  indices: Int32Array.from([1, 2]),
  size: 3,
  denseWidth: 1,
  dense: Float64Array.from([0.7]),
};
const train = (rows: SparseRows, labels: readonly number[], more = {}): EmbeddingNet =>
  toTheEnd(trainEmbeddingNet(rows, labels, { ...options, ...more }, mersenneTwister(5)));
const score = (net: EmbeddingNet, rows = oneRow, row = 0): number =>
  netScore(net, rows, row, new Float64Array(net.inputs), new Float64Array(net.hidden));

test('a score is worked out by hand', () => {
  const net: EmbeddingNet = {
    dimension: 1,
    inputs: 2,
    hidden: 2,
    embeddings: Float64Array.from([9, 2]),
    // Two rows of weights, two biases, two output weights, the output's bias.
    layers: Float64Array.from([1, -1, -3, 1, 0.5, 0.25, 2, 100, 0.125]),
    operations: 0,
  };
  const rows: SparseRows = {
    ...oneRow,
    width: 1,
    indices: Int32Array.from([1]),
    size: 2,
    dense: Float64Array.from([1]),
  };
  // Units: 2 - 1 + .5 = 1.5, and -6 + 1 + .25 below zero.
  expect(score(net, rows)).toBe(0.125 + 2 * 1.5);
  expect(predictNet(net, rows)[0]).toBe(sigmoid(3.125));
});

test.each([0, 1])('the first step of every number goes against its gradient, label %i', (label) => {
  const start = train(oneRow, [label], { epochs: 0 });
  const moved = train(oneRow, [label]);
  const error = sigmoid(score(start)) - label;
  for (const part of ['layers', 'embeddings'] as const) {
    start[part].forEach((value, at) => {
      const nudged = (by: number): number =>
        score({ ...start, [part]: start[part].map((old, i) => (i === at ? old + by : old)) });
      const gradient = (error * (nudged(1e-6) - nudged(-1e-6))) / 2e-6;
      // AdaGrad's first step has the length of the learning rate, whatever the gradient's size.
      expect((moved[part][at] as number) - value).toBeCloseTo(
        -0.05 * Math.sign(Math.abs(gradient) < 1e-9 ? 0 : gradient),
        9,
      );
    });
  }
});

test('it learns the sign of a product, which no sum can say', () => {
  const random = mersenneTwister(2);
  const table = Array.from({ length: 1500 }, () => [random() * 2 - 1, random() * 2 - 1]);
  const labels = table.map(([a = 0, b = 0]) => (a * b > 0 ? 1 : 0));
  const net = train(denseRows(table), labels, { epochs: 20, hidden: 12 });
  const right = predictNet(net, denseRows(table)).filter((p, row) => p > 0.5 === (labels[row] === 1)).length;
  expect(right).toBeGreaterThan(0.9 * 1500);
});

test('ids learn a vector of their own', () => {
  const rows = {
    ...oneRow,
    rows: 200,
    width: 1,
    denseWidth: 0,
    indices: Int32Array.from({ length: 200 }, (_, i) => i % 3),
  };
  const labels = Array.from({ length: 200 }, (_, i) => (i % 3 === 1 ? 1 : 0));
  const p = predictNet(train(rows, labels, { epochs: 10 }), rows);
  expect(p[1]).toBeGreaterThan(0.9);
  expect(p[0]).toBeLessThan(0.1);
});

test('the last rows of an epoch are not lost, and the same stream gives the same net', () => {
  const table = Array.from({ length: 17 }, (_, i) => [i === 16 ? 1 : 0]);
  const labels = table.map((_, i) => (i === 16 ? 1 : 0));
  const [without, whole] = [train(denseRows(table.slice(0, 16)), labels.slice(0, 16)), train(denseRows(table), labels)];
  expect(whole.layers).not.toEqual(without.layers);
  expect(train(denseRows(table), labels)).toEqual(whole);
});

test('a label too few is refused', () => {
  expect(() => train(oneRow, [])).toThrow('one label a row');
});
