import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kMeans } from '../../../src/simulations/ann/k-means.ts';
import { nearestCentres } from '../../../src/simulations/ann/nearest-centres.ts';
import fixture from '../../fixtures/simulations/ann.json' with { type: 'json' };
import { finish, gaussianVectors, kernels, vectorsOf } from './vectors.ts';

describe.each(kernels)('k-means with %s', (kernel) => {
  const { inputs, expected, tol } = fixture.entries['ann.kmeans'];

  // sklearn KMeans, Lloyd, from rows 0, 3 and 6 (fixture ann.kmeans)
  test('ends where scikit-learn ends', () => {
    const { centres, labels, inertia } = finish(kMeans(vectorsOf(inputs.X), [0, 3, 6], 20, kernel));
    expected.centers
      .flat()
      .forEach((value, i) =>
        expect(Math.abs((centres[i] ?? NaN) - value)).toBeLessThanOrEqual(tol * Math.max(1, value)),
      );
    expect(inertia).toBeCloseTo(expected.inertia, 11);
    expect([...labels]).toEqual(expected.labels);
  });

  test('counts points times centres a round, and stops when no label changes', () => {
    // Round 1 labels, round 2 changes nothing: 2 * 8 * 3.
    expect(finish(kMeans(vectorsOf(inputs.X), [0, 3, 6], 20, kernel)).distances).toBe(48);
    expect(finish(kMeans(vectorsOf(inputs.X), [0, 3, 6], 1, kernel)).distances).toBe(24);
  });

  test('inertia does not rise from round to round', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 9 }), (seed, k) => {
        const points = gaussianVectors(80, 5, seed);
        const initial = Array.from({ length: k }, (_, i) => i);
        const inertias = [1, 2, 4, 8].map((rounds) => finish(kMeans(points, initial, rounds, kernel)).inertia);
        inertias
          .slice(1)
          .forEach((inertia, i) => expect(inertia).toBeLessThanOrEqual((inertias[i] ?? NaN) * (1 + 1e-6)));
      }),
      { numRuns: 20 },
    );
  });

  test('no cluster stays empty while there are points to spare', () => {
    // Two centres begin at the same place: the second gets nothing.
    const points = vectorsOf([
      [0, 0],
      [0, 0],
      [5, 5],
      [9, 9],
      [5, 6],
    ]);
    const { labels } = finish(kMeans(points, [0, 1, 2], 10, kernel));
    expect(new Set(labels).size).toBe(3);
  });

  test('each row goes to the first of its nearest centres', () => {
    const points = vectorsOf([[0], [1], [2], [9]]);
    expect([...nearestCentres(points, Float32Array.from([8, 2, 0, 2, 0]), kernel)]).toEqual([2, 1, 1, 0]);
  });
});

test('nothing to learn from, or no centre, is refused', () => {
  expect(() => finish(kMeans(vectorsOf([]), [0], 1, 'js'))).toThrow(RangeError);
  expect(() => finish(kMeans(vectorsOf([[1]]), [], 1, 'js'))).toThrow(RangeError);
});
