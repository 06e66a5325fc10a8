import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { shuffle } from '../../../src/math/shuffle.ts';
import { exactNearest, vectorTable, type Vectors } from '../../../src/simulations/ann/vector-table.ts';
import fixture from '../../fixtures/simulations/ann.json' with { type: 'json' };
import { distancesOf, exactIds, gaussianVectors, gridVectors, idsOf, kernels, vectorsOf } from './vectors.ts';

describe.each(kernels)('exact search with %s', (kernel) => {
  // sklearn NearestNeighbors, brute force (fixture ann.exact_knn); single precision, so 1e-6.
  test('finds what scikit-learn finds', () => {
    const { inputs, expected } = fixture.entries['ann.exact_knn'];
    const table = vectorTable(vectorsOf(inputs.points), vectorsOf(inputs.queries), kernel);
    const [first, second] = [0, 1].map((query) => exactNearest(table, query, inputs.k));
    if (!first || !second) throw new Error('two queries are expected');
    expect(idsOf(first)).toEqual(expected.l2_ids[0]);
    // Rows 3 and 6 are as near: either order is right.
    expect(idsOf(second).sort()).toEqual([...(expected.l2_ids[1] ?? [])].sort());
    for (const [query, nearest] of [first, second].entries())
      distancesOf(nearest).forEach((found, i) => expect(found).toBeCloseTo(expected.sq[query]?.[i] ?? NaN, 5));
  });

  test('gives the smaller id first where rows are as near, and all rows where k is larger', () => {
    const table = vectorTable(vectorsOf([[1], [0], [1], [0], [2]]), vectorsOf([[0]]), kernel);
    expect(idsOf(exactNearest(table, 0, 3))).toEqual([1, 3, 0]);
    expect(idsOf(exactNearest(table, 0, 9))).toEqual([1, 3, 0, 2, 4]);
  });

  test('finds the same beyond one block of rows', () => {
    const base = gaussianVectors(1300, 5, 1);
    const queries = gaussianVectors(3, 5, 2);
    const square = (row: number, query: number): number =>
      [0, 1, 2, 3, 4].reduce((sum, i) => {
        const gap = (base.values[row * 5 + i] as number) - (queries.values[query * 5 + i] as number);
        return sum + gap * gap;
      }, 0);
    const sorted = [0, 1, 2].map((query) =>
      Array.from({ length: 1300 }, (_, row) => row)
        .sort((a, b) => square(a, query) - square(b, query))
        .slice(0, 7),
    );
    expect(exactIds(base, queries, 7, kernel)).toEqual(sorted);
  });

  test('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const base = gaussianVectors(60, 6, seed);
        const queries = gaussianVectors(4, 6, seed + 5000);
        const order = shuffle(
          Int32Array.from({ length: 60 }, (_, i) => i),
          mersenneTwister(seed),
        );
        const moved = new Float32Array(base.values.length);
        order.forEach((row, place) => moved.set(base.values.subarray(6 * row, 6 * row + 6), 6 * place));
        const found = exactIds({ ...base, values: moved }, queries, 5, kernel);
        expect(found.map((ids) => ids.map((id) => order[id]))).toEqual(exactIds(base, queries, 5, kernel));
      }),
      { numRuns: 25 },
    );
  });

  test('keeps its order when everything is scaled by a power of two', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: -8, max: 8 }), (seed, exponent) => {
        const scaled = (vectors: Vectors): Vectors => ({
          ...vectors,
          values: vectors.values.map((x) => x * 2 ** exponent),
        });
        const base = gaussianVectors(50, 7, seed);
        const queries = gaussianVectors(3, 7, seed + 5000);
        expect(exactIds(scaled(base), scaled(queries), 6, kernel)).toEqual(exactIds(base, queries, 6, kernel));
      }),
      { numRuns: 25 },
    );
  });
});

test('both kernels find the same neighbours', () => {
  const [base, queries] = [gaussianVectors(3000, 33, 1), gaussianVectors(50, 33, 2)];
  expect(exactIds(base, queries, 10, 'simd')).toEqual(exactIds(base, queries, 10, 'js'));
  const [grid, asked] = [gridVectors(500, 3, 1), gridVectors(20, 3, 2)];
  expect(exactIds(grid, asked, 10, 'simd')).toEqual(exactIds(grid, asked, 10, 'js'));
});

test('queries of another dimension are refused', () => {
  expect(() => vectorTable(vectorsOf([[1, 2]]), vectorsOf([[1]]), 'js')).toThrow(RangeError);
});
