import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mersenneTwister } from '../../src/math/mersenne-twister.ts';
import { populationStabilityIndex } from '../../src/math/population-stability-index.ts';
import { binCounts, quantileEdges } from '../../src/math/quantile-bins.ts';

test.each([
  ['quartiles of eight values', [8, 1, 7, 2, 6, 3, 5, 4], 4, [2, 4, 6]],
  ['edges that coincide are merged', [0, 0, 0, 0, 0, 0, 0, 1, 2, 3], 5, [0, 1]],
  ['no edge at the greatest value', [1, 2, 2, 2, 2, 2, 2, 2, 2, 2], 5, []],
  ['a constant feature has one bin', [5, 5, 5], 10, []],
  ['one bin has no inner edge', [1, 2, 3], 1, []],
  ['fewer values than bins', [2, 1], 10, [1]],
])('%s', (_, values, bins, edges) => {
  expect([...quantileEdges(values, bins)]).toEqual(edges);
});

test('a value at an edge belongs to the bin below', () => {
  expect([...binCounts([1, 2, 2, 3, 4], [2, 3])]).toEqual([3, 1, 1]);
  expect([...binCounts([1, 2], [])]).toEqual([2]);
  expect([...binCounts([], [1])]).toEqual([0, 0]);
});

const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 300 });
const few = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 300 });
const someBins = fc.integer({ min: 1, max: 50 });

test('edges are those of the sorted sample: rank ceil(n i / bins)', () => {
  fc.assert(
    fc.property(fc.oneof(numbers, few), someBins, (values, bins) => {
      const sorted = [...values].sort((a, b) => a - b);
      const edges = Array.from({ length: bins - 1 }, (_, i) => sorted[Math.ceil((values.length * (i + 1)) / bins) - 1]);
      const expected = [...new Set(edges)].filter((edge) => edge !== sorted.at(-1));
      expect([...quantileEdges(values, bins)].map((edge) => edge + 0)).toEqual(
        expected.map((edge) => Number(edge) + 0),
      );
    }),
  );
});

test('no bin of the sample itself is empty, and every value is counted once', () => {
  fc.assert(
    fc.property(fc.oneof(numbers, few), someBins, (values, bins) => {
      const counts = binCounts(values, quantileEdges(values, bins));
      expect(Math.min(...counts)).toBeGreaterThan(0);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
    }),
  );
});

test('counts are those of a plain search through the edges', () => {
  fc.assert(
    fc.property(fc.oneof(numbers, few), fc.oneof(numbers, few), someBins, (values, others, bins) => {
      const edges = quantileEdges(others, bins);
      const expected = new Float64Array(edges.length + 1);
      for (const value of values) {
        const bin = edges.filter((edge) => edge < value).length;
        expected[bin] = (expected[bin] as number) + 1;
      }
      expect(binCounts(values, edges)).toEqual(expected);
    }),
  );
});

test('continuous values fill bins equally', () => {
  const random = mersenneTwister(3);
  const values = Array.from({ length: 10_000 }, () => random());
  expect([...binCounts(values, quantileEdges(values, 10))]).toEqual(Array<number>(10).fill(1000));
});

test('a rising transform of the feature leaves PSI as it is', () => {
  const psi = (reference: readonly number[], current: readonly number[]): number => {
    const edges = quantileEdges(reference, 10);
    return populationStabilityIndex(binCounts(reference, edges), binCounts(current, edges), { count: 0.5 });
  };
  const small = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(small, small, (reference, current) => {
      const bent = (values: readonly number[]): number[] => values.map((x) => x * x * x + 5 * x - 7);
      expect(psi(bent(reference), bent(current))).toBe(psi(reference, current));
    }),
  );
});

test('what cannot be binned is refused', () => {
  expect(() => quantileEdges([], 10)).toThrow(RangeError);
  expect(() => quantileEdges([1], 0)).toThrow(RangeError);
  expect(() => quantileEdges([NaN], 2)).toThrow(RangeError);
  expect(() => binCounts([NaN], [1])).toThrow(RangeError);
});
