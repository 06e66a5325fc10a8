import { expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { clusteredVectors, type VectorLaw } from '../../../src/simulations/ann/clustered-vectors.ts';
import type { Vectors } from '../../../src/simulations/ann/vector-table.ts';

const law: VectorLaw = { dimension: 8, intrinsic: 4, noise: 0.1, hard: false, ood: false };
const drawn = (changes: Partial<VectorLaw>, rows = 2000, queries = 500) =>
  clusteredVectors({ ...law, ...changes }, rows, queries, mersenneTwister(1));

function moments({ values }: Vectors): { mean: number; variance: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length };
}

test('base and queries have the shape that was asked for, the same every time', () => {
  const { base, queries } = drawn({});
  expect([base.rows, base.values.length, queries.rows, queries.values.length]).toEqual([2000, 16_000, 500, 4000]);
  expect(drawn({})).toEqual({ base, queries });
  expect([...base.values, ...queries.values].every(Number.isFinite)).toBe(true);
});

test('no query is a member of the base', () => {
  const { base, queries } = drawn({});
  const rows = new Set(Array.from({ length: base.rows }, (_, i) => base.values.slice(8 * i, 8 * i + 8).join()));
  for (let i = 0; i < queries.rows; i += 1) expect(rows.has(queries.values.slice(8 * i, 8 * i + 8).join())).toBe(false);
});

test('more queries leave the base as it is', () => {
  expect(drawn({}, 300, 50).base).toEqual(drawn({}, 300, 10).base);
});

// Variance of a coordinate: 1 of the centre, 1 of B z, and the noise's square; clusters are few, so the band is wide.
test('a coordinate has about the variance of its parts', () => {
  const { variance } = moments(drawn({ noise: 1 }, 20_000).base);
  expect(variance).toBeGreaterThan(2.4);
  expect(variance).toBeLessThan(3.6);
});

test('`hard` is standard normal: mean 0 and variance 1 within four standard errors', () => {
  const { base } = drawn({ hard: true }, 20_000);
  const { mean, variance } = moments(base);
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(160_000));
  expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 160_000));
});

test('`ood` moves the queries, not the base', () => {
  const [near, far] = [drawn({ hard: true }), drawn({ hard: true, ood: true })];
  expect(far.base).toEqual(near.base);
  expect(moments(far.queries).variance).toBeGreaterThan(1.3);
  expect(drawn({ ood: true }).base).toEqual(drawn({}).base);
  expect(drawn({ ood: true }).queries).not.toEqual(drawn({}).queries);
});

test('without noise a cluster fills only its own directions', () => {
  // One row gives one cluster; with r = 1 all vectors lie on a line.
  const { queries } = drawn({ intrinsic: 1, noise: 0 }, 1, 3);
  const row = (i: number): number[] => [...queries.values.subarray(8 * i, 8 * i + 8)];
  const between = (a: number, b: number): number[] => row(a).map((x, i) => x - (row(b)[i] as number));
  const [u, v] = [between(1, 0), between(2, 0)];
  const ratio = (u[0] as number) / (v[0] as number);
  u.forEach((x, i) => expect(x).toBeCloseTo(ratio * (v[i] as number), 4));
});
