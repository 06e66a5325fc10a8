import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { bestLists, buildInvertedFile, expectedIvfDistances } from '../../../src/simulations/ann/inverted-file.ts';
import { nearestKeys } from '../../../src/simulations/ann/nearest-keys.ts';
import fixture from '../../fixtures/simulations/ann.json' with { type: 'json' };
import { exactIds, finish, gaussianVectors, idsOf, kernels, meanRecall } from './vectors.ts';

describe.each(kernels)('IVF with %s', (kernel) => {
  test('all lists together are exact search, and recall never falls with more lists', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 20 }), (seed, lists) => {
        const base = gaussianVectors(300, 6, seed);
        const queries = gaussianVectors(10, 6, seed + 5000);
        const truth = exactIds(base, queries, 5, kernel);
        const file = finish(buildInvertedFile(base, queries, lists, mersenneTwister(seed), kernel));
        let before = 0;
        for (let nprobe = 1; nprobe <= file.lists; nprobe += 1) {
          let distances = 0;
          const found = Array.from({ length: 10 }, (_, query) => {
            const nearest = nearestKeys(5);
            distances += file.search(query, nprobe, nearest);
            return idsOf(nearest);
          });
          const recall = meanRecall(truth, found);
          expect(recall).toBeGreaterThanOrEqual(before);
          expect(distances).toBeLessThanOrEqual(10 * (lists + 300));
          before = recall;
          if (nprobe === file.lists) {
            expect(found).toEqual(truth);
            expect(distances).toBe(10 * (lists + 300));
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  test('every row stands in one list, in rising order there', () => {
    const file = finish(
      buildInvertedFile(gaussianVectors(200, 4, 1), gaussianVectors(1, 4, 2), 9, mersenneTwister(1), kernel),
    );
    expect([...file.order].sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    expect([file.starts[0], file.starts[9]]).toEqual([0, 200]);
    for (let list = 0; list < 9; list += 1) {
      const rows = [...file.order.subarray(file.starts[list], file.starts[list + 1])];
      expect(rows).toEqual([...rows].sort((a, b) => a - b));
    }
  });

  test('there are never more lists than rows', () => {
    const file = finish(
      buildInvertedFile(gaussianVectors(5, 4, 1), gaussianVectors(1, 4, 2), 50, mersenneTwister(1), kernel),
    );
    expect(file.lists).toBe(5);
  });
});

// Closed form (fixture ann.ivf_cost)
const { inputs, expected } = fixture.entries['ann.ivf_cost'];
test.each(
  inputs.nprobe.map(
    (nprobe, i) =>
      [nprobe, expected.nlist_opt[i] ?? NaN, expected.cost[i] ?? NaN, expected.speedup_vs_brute[i] ?? NaN] as const,
  ),
)('for nprobe %d of a million rows %f lists are best', (nprobe, lists, cost, speedup) => {
  expect(bestLists(inputs.N, nprobe)).toBeCloseTo(lists, 8);
  expect(expectedIvfDistances(inputs.N, lists, nprobe)).toBeCloseTo(cost, 8);
  expect(inputs.N / expectedIvfDistances(inputs.N, lists, nprobe)).toBeCloseTo(speedup, 8);
  expect(expectedIvfDistances(inputs.N, lists * 1.3, nprobe)).toBeGreaterThan(cost);
  expect(expectedIvfDistances(inputs.N, lists / 1.3, nprobe)).toBeGreaterThan(cost);
});
