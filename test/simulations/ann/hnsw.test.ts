import { describe, expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { clusteredVectors } from '../../../src/simulations/ann/clustered-vectors.ts';
import type { KernelName } from '../../../src/simulations/ann/distance-kernel.ts';
import { drawLevels, levelOf } from '../../../src/simulations/ann/hnsw-graph.ts';
import { createHnsw, type Hnsw } from '../../../src/simulations/ann/hnsw.ts';
import { nearestKeys } from '../../../src/simulations/ann/nearest-keys.ts';
import type { Vectors } from '../../../src/simulations/ann/vector-table.ts';
import fixture from '../../fixtures/simulations/ann.json' with { type: 'json' };
import { exactIds, gaussianVectors, gridVectors, idsOf, kernels, meanRecall, vectorsOf } from './vectors.ts';

const shape = { links: 8, efConstruction: 64, mostEf: 1000 };

function built(base: Vectors, queries: Vectors, kernel: KernelName, links = 8): Hnsw {
  const hnsw = createHnsw(base, queries, { ...shape, links }, mersenneTwister(5), kernel);
  hnsw.insert(0, base.rows);
  return hnsw;
}

function found(hnsw: Hnsw, ef: number, k = 10): number[][] {
  return Array.from({ length: hnsw.table.queries }, (_, query) => {
    const nearest = nearestKeys(k);
    hnsw.search(query, ef, nearest);
    return idsOf(nearest);
  });
}

describe('layers', () => {
  const { inputs, expected } = fixture.entries['ann.hnsw_levels'];

  // floor(-ln U / ln M) (fixture ann.hnsw_levels)
  test('the layer of a number is that of the paper', () => {
    expect(inputs.U.map((u) => levelOf(u, 16))).toEqual(expected.level_for_U_M16);
  });

  test('a number of 0 still has a layer', () => {
    expect(levelOf(0, 16)).toBe(13);
  });

  // P(level >= 1) = 1 / M, within four standard errors; the expected layer is 1 / (M - 1).
  test.each(inputs.M.map((links, i) => [links, expected.p_ge_1[i] ?? NaN, expected.expected_level[i] ?? NaN] as const))(
    'of M = %d links, a share of %f rises above layer 0',
    (links, share, mean) => {
      const rows = 40_000;
      const levels = drawLevels(rows, links, mersenneTwister(3));
      const above = levels.filter((level) => level >= 1).length / rows;
      expect(Math.abs(above - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / rows));
      const average = levels.reduce((sum, level) => sum + level, 0) / rows;
      const deviation = Math.sqrt(mean * (1 + mean));
      expect(Math.abs(average - mean)).toBeLessThan((4 * deviation) / Math.sqrt(rows));
    },
  );

  test('fewer than two links are refused: the layers would never end', () => {
    expect(() => levelOf(0.5, 1)).toThrow(RangeError);
  });
});

describe.each(kernels)('HNSW with %s', (kernel) => {
  const base = gaussianVectors(900, 12, 1);
  const queries = gaussianVectors(40, 12, 2);
  const truth = exactIds(base, queries, 10, kernel);
  const hnsw = built(base, queries, kernel);
  const buildWork = hnsw.takeWork();

  test('with ef of the whole base it is exact where every node can be reached', () => {
    expect(hnsw.reachable()).toBe(1);
    expect(found(hnsw, 900)).toEqual(truth);
  });

  test('recall and work grow with ef', () => {
    hnsw.takeWork();
    const steps = [10, 40, 160].map((ef) => ({ recall: meanRecall(truth, found(hnsw, ef)), ...hnsw.takeWork() }));
    const [few, some, many] = steps;
    if (!few || !some || !many) throw new Error('three steps are expected');
    expect(few.recall).toBeGreaterThan(0.6);
    expect(some.recall).toBeGreaterThan(few.recall);
    expect(many.recall).toBeGreaterThan(0.99);
    expect(few.distances).toBeLessThan(some.distances);
    expect(some.distances).toBeLessThan(many.distances);
    expect(few.hops).toBeLessThan(some.hops);
    expect(many.distances).toBeLessThan(40 * 900);
  });

  test('building counts its distances: at least ef of them for a late row', () => {
    expect(buildWork.distances).toBeGreaterThan(64 * 900 * 0.9);
    expect(buildWork.distances).toBeLessThan(900 * 900 * 2);
  });

  test('no node has more links than it may, links itself, or links one twice', () => {
    const { words } = hnsw.table.arena;
    for (let node = 0; node < 900; node += 1) {
      for (let level = 0; level <= (hnsw.graph.levels[node] as number); level += 1) {
        const at = hnsw.graph.linksAt(node, level) >>> 2;
        const ids = [...words.subarray(at + 1, at + 1 + (words[at] as number))];
        expect(ids.length).toBeLessThanOrEqual(level === 0 ? 16 : 8);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain(node);
        expect(ids.every((id) => (hnsw.graph.levels[id] as number) >= level)).toBe(true);
      }
    }
  });

  test('ef below k finds only ef', () => {
    expect(found(hnsw, 3).every((ids) => ids.length === 3)).toBe(true);
  });

  test.each([1, 2])('a base of %d rows is found whole', (rows) => {
    const few = built(gaussianVectors(rows, 12, 1), queries, kernel);
    expect(found(few, 10)[0]).toHaveLength(rows);
  });

  test('a handful of duplicates is found together', () => {
    const twins = vectorsOf(Array.from({ length: 200 }, (_, i) => [Math.floor(i / 5), 0]));
    const ids = found(built(twins, vectorsOf([[39, 0.1]]), kernel), 60, 5)[0] ?? [];
    expect(ids).toEqual([195, 196, 197, 198, 199]);
  });
});

test('on whole numbers both kernels build the same graph and find the same, with the same work', () => {
  const [base, queries] = [gridVectors(700, 6, 1), gridVectors(30, 6, 2)];
  const [simd, js] = kernels.map((kernel) => {
    const hnsw = built(base, queries, kernel);
    const build = hnsw.takeWork();
    return { build, found: found(hnsw, 20), search: hnsw.takeWork() };
  });
  expect(js).toEqual(simd);
});

test('both kernels find the same neighbours of clustered vectors', () => {
  const law = { dimension: 16, intrinsic: 8, noise: 0.1, hard: false, ood: false };
  const { base, queries } = clusteredVectors(law, 1500, 50, mersenneTwister(1));
  const [simd, js] = kernels.map((kernel) => found(built(base, queries, kernel), 40));
  expect(js).toEqual(simd);
});

test('more twins than links make islands, which is reported and no ef mends', () => {
  const islands = vectorsOf(Array.from({ length: 200 }, (_, i) => [Math.floor(i / 50) * 1000, 0]));
  const hnsw = built(islands, vectorsOf([[0, 0]]), 'js');
  expect(hnsw.reachable()).toBeLessThan(0.9);
  expect(hnsw.reachable()).toBeGreaterThan(0);
  expect((found(hnsw, 200, 200)[0] ?? []).length).toBeLessThan(180);
});
