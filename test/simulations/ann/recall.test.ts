import { expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { measure, trueDistances } from '../../../src/simulations/ann/measure.ts';
import { oneRecall, recallAtK, recallByDistance } from '../../../src/simulations/ann/recall.ts';
import { exactNearest, vectorTable } from '../../../src/simulations/ann/vector-table.ts';
import fixture from '../../fixtures/simulations/ann.json' with { type: 'json' };
import { finish, gaussianVectors, vectorsOf } from './vectors.ts';

// Fixture ann.recall_definitions
test('recall at k and 1-recall at k differ on the same answer', () => {
  const { inputs, expected } = fixture.entries['ann.recall_definitions'];
  expect(recallAtK(inputs.true, inputs.got)).toBe(expected.recall_at_5);
  expect(oneRecall(inputs.true, inputs.got, 1)).toBe(expected.one_recall_at_1);
  expect(oneRecall(inputs.true, inputs.got, 5)).toBe(expected.one_recall_at_5);
});

test('by distance, the other twin counts; by id it does not', () => {
  expect(recallByDistance([1, 2, 2, 5], 2, 4)).toBe(0.75);
  expect(recallAtK([0, 1], [0, 2])).toBe(0.5);
  expect(recallByDistance([0, 1], 1, 2)).toBe(1);
});

test('recall of nothing is refused', () => {
  expect(() => recallAtK([], [1])).toThrow(RangeError);
  expect(() => recallByDistance([], 1, 0)).toThrow(RangeError);
});

const free = { distances: 7, codes: 1, hops: 2, fetched: 3 };

test('exact search has recall 1, with an interval that admits less', () => {
  const table = vectorTable(gaussianVectors(300, 4, 1), gaussianVectors(40, 4, 2), 'js');
  const kth = finish(trueDistances(table, 5));
  const measured = measure(
    (query, nearest) => {
      nearest.offer(exactNearest(table, query, 5).keys, 0, 5);
      return free;
    },
    table,
    kth,
    5,
    mersenneTwister(1),
  );
  // Wilson for 40 of 40: n / (n + z²)
  expect(measured).toMatchObject({ recall: 1, high: 1 });
  expect(measured.low).toBeCloseTo(40 / (40 + 1.959963984540054 ** 2), 12);
  for (const key of ['distances', 'codes', 'hops', 'fetched'] as const)
    expect(measured[key]).toBeCloseTo(free[key], 10);
});

test('an answer that misses some has the mean share, within its interval', () => {
  const table = vectorTable(gaussianVectors(300, 4, 1), gaussianVectors(40, 4, 2), 'js');
  const kth = finish(trueDistances(table, 5));
  const measured = measure(
    (query, nearest) => {
      nearest.offer(exactNearest(table, query, 5).keys, 0, query % 2 === 0 ? 5 : 2);
      return free;
    },
    table,
    kth,
    5,
    mersenneTwister(1),
  );
  expect(measured.recall).toBeCloseTo(0.7, 12);
  // Half at 1, half at .4: a standard error of .3 / √40 = .047, so about ±.093.
  expect(measured.low).toBeGreaterThan(0.55);
  expect(measured.low).toBeLessThan(0.65);
  expect(measured.high).toBeGreaterThan(0.75);
  expect(measured.high).toBeLessThan(0.85);
});

test('an answer by its twin is right', () => {
  const table = vectorTable(vectorsOf([[0], [1], [1], [5]]), vectorsOf([[0]]), 'js');
  const measured = measure(
    (_, nearest) => {
      const keys = new Float64Array(2);
      new Int32Array(keys.buffer).set([0, 0, 2, 0]);
      new Float32Array(keys.buffer).fill(1, 3);
      nearest.offer(keys, 0, 2);
      return free;
    },
    table,
    finish(trueDistances(table, 2)),
    2,
    mersenneTwister(1),
  );
  expect(measured.recall).toBe(1);
});
