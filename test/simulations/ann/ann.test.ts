import { describe, expect, test } from 'vitest';
import type { ParameterValues, SimulationResult } from '../../../src/domain/simulation-result.ts';
import { ann } from '../../../src/simulations/ann/ann.ts';
import { createBench } from '../../../src/simulations/bench.ts';
import { withDefaults } from '../../../src/simulations/parameters.ts';
import { runSimulation } from '../../../src/simulations/run-simulation.ts';
import type { SimulationData } from '../../../src/simulations/simulation.ts';
import fixture from '../../fixtures/simulations/ann.json' with { type: 'json' };
import { finish, gaussianVectors } from './vectors.ts';

function run(set: ParameterValues = {}, seed = 1, data?: SimulationData): SimulationResult {
  const request = { params: withDefaults(ann.parameters, set), seed };
  return finish(
    runSimulation(
      ann,
      request,
      createBench(seed, () => 0, data),
    ),
  );
}

/** A figure of the row whose name begins so. */
function figure(result: SimulationResult, index: string, key: string): number {
  const row = result.rows.find((one) => String(one['index']) === index);
  return Number(row?.[key] ?? NaN);
}

const few = { n: 1000, queries: 20, ef: 40, nprobe: 16 };

describe('the default run', () => {
  const result = run();
  const targets = fixture.shapeTargets.annDefault;

  test('exact search is the ceiling', () => {
    expect(result.rows[0]).toMatchObject({
      index: 'Exact',
      recall: 1,
      distances: 5000,
      bytes: 128,
      projected: 128e9,
      shards: 2,
    });
    expect(result.rows.every((row) => Number(row['recall']) <= 1)).toBe(true);
  });

  // Shapes of a prototype, within its bands (fixture shapeTargets): inequalities, never equality.
  test.each(
    targets.hnsw['8'].ef.map(
      (ef, i) => [ef, targets.hnsw['8'].recall[i] ?? NaN, targets.hnsw['8'].dist[i] ?? NaN] as const,
    ),
  )('HNSW at ef %d has about the recall %f at about %d distances', (ef, recall, distances) => {
    expect(figure(result, `HNSW ef ${ef}`, 'recall')).toBeGreaterThan(recall - 0.03);
    expect(figure(result, `HNSW ef ${ef}`, 'distances')).toBeGreaterThan(distances * 0.7);
    expect(figure(result, `HNSW ef ${ef}`, 'distances')).toBeLessThan(distances * 1.3);
  });

  test('IVF finds more with more lists, and costs more than the graph at the same recall', () => {
    const recalls = [1, 4, 16, 64].map((nprobe) => figure(result, `IVF nprobe ${nprobe}`, 'recall'));
    expect(recalls).toEqual([...recalls].sort((a, b) => a - b));
    expect(recalls[0]).toBeGreaterThan(0.7);
    expect(recalls[0]).toBeLessThan(0.9);
    expect(figure(result, 'IVF nprobe 16', 'distances')).toBeGreaterThan(4 * figure(result, 'HNSW ef 40', 'distances'));
  });

  test('codes stop at a floor that no number of lists crosses; exact distances lift it', () => {
    const floor = figure(result, 'PQ 8 x 64', 'recall');
    expect(floor).toBeGreaterThan(0.55);
    expect(floor).toBeLessThan(0.78);
    expect(figure(result, 'PQ 8 x 64 + re-rank 100', 'recall')).toBeGreaterThan(0.98);
    expect(figure(result, 'IVF-PQ nprobe 64', 'recall')).toBeGreaterThan(
      figure(result, 'IVF-PQ nprobe 1', 'recall') + 0.1,
    );
  });

  test('every interval holds its recall', () => {
    for (const row of result.rows) {
      expect(Number(row['low'])).toBeLessThanOrEqual(Number(row['recall']));
      expect(Number(row['high'])).toBeGreaterThanOrEqual(Number(row['recall']));
      expect(Number(row['low'])).toBeLessThan(Number(row['high']));
    }
  });

  test('memory is counted: links, ids, centres and codebooks', () => {
    // 4 * 32 + 4 * 17 on layer 0, and the layers above: 9 words for one node in seven.
    expect(figure(result, 'HNSW ef 10', 'bytes')).toBeCloseTo(196 + 36 / 7, 0);
    expect(figure(result, 'IVF nprobe 1', 'bytes')).toBeCloseTo(132 + (128 * 71) / 5000, 9);
    expect(figure(result, 'PQ 8 x 64', 'bytes')).toBeCloseTo(8 + (128 * 64) / 5000, 9);
    expect(figure(result, 'IVF-PQ nprobe 1', 'projected')).toBeCloseTo(12e9 + 128 * 64 + 128 * 31623, 0);
  });

  test('the claim names the cheapest that is good enough, and the price the smallest', () => {
    const good = result.rows.slice(1).filter((row) => Number(row['recall']) >= 0.95);
    const [cheapest] = [...good].sort((a, b) => Number(a['distances']) - Number(b['distances']));
    expect(result.claim).toContain(`${String(cheapest?.['index'])} is the cheapest`);
    expect(result.claim).toContain('the 5,000 of exact search');
    expect(result.price).toContain('PQ 8 x 64 + re-rank 100 holds 9.64 bytes');
    expect(result.price).toContain('fetches 100 whole vectors');
  });

  test('each prediction has its answer in the rows', () => {
    for (const { answer, ask } of ann.predictions) {
      expect(ask(result.params).length).toBeGreaterThan(30);
      expect(answer(result.rows, result.params)).toBeGreaterThan(50);
      expect(answer([], result.params)).toBeUndefined();
    }
  });

  test('the plot has a line for each kind of index, and its points are the rows', () => {
    const [plot] = result.plots;
    expect(plot?.x.scale).toBe('log');
    expect(plot?.series.map(({ name, points }) => [name, points.length])).toEqual([
      ['Exact', 1],
      ['HNSW', 5],
      ['IVF', 4],
      ['PQ', 1],
      ['PQ + re-rank', 1],
      ['IVF-PQ + re-rank', 4],
    ]);
  });
});

test('the same seed gives the same bytes, and another does not', () => {
  const [first, again, other] = [run(few), run(few), run(few, 2)].map((result) => JSON.stringify(result));
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

test('both kernels find the same recall with the same work', () => {
  const [simd, js] = ['simd', 'js'].map((kernel) => run({ ...few, kernel }));
  expect([simd?.kernel, js?.kernel]).toEqual(['simd', 'js']);
  for (const [i, row] of (simd?.rows ?? []).entries()) {
    expect(Math.abs(Number(js?.rows[i]?.['recall']) - Number(row['recall']))).toBeLessThanOrEqual(0.01);
    expect(Number(js?.rows[i]?.['distances']) / Number(row['distances'])).toBeCloseTo(1, 2);
  }
});

test('without clusters and with strange queries every index finds less for the same work', () => {
  const [easy, hard, strange] = [run({}), run({ hard: true, r: 32 }), run({ ood: true })];
  for (const harder of [hard, strange]) {
    expect(figure(harder, 'HNSW ef 10', 'recall')).toBeLessThan(figure(easy, 'HNSW ef 10', 'recall') - 0.1);
    expect(figure(harder, 'IVF nprobe 1', 'recall')).toBeLessThan(figure(easy, 'IVF nprobe 1', 'recall') - 0.2);
  }
});

test('where no setting is good enough, the claim names the best and the price is that of exact search', () => {
  const poor = run({ ...few, hard: true, d: 64, ef: 10, m: 4, nprobe: 1, 'pq-m': 1, rerank: 10 });
  expect(poor.claim).toContain('No setting here reaches 95 %');
  expect(poor.price).toContain('Exact search would hold');
});

test('ef below k is raised to k, and parts are lowered to a divisor of d', () => {
  const result = run({ ...few, k: 50, ef: 10, d: 30 });
  expect(result.rows.filter((row) => String(row['index']).startsWith('HNSW')).map((row) => row['index'])).toEqual([
    'HNSW ef 50',
  ]);
  expect(result.rows.some((row) => row['index'] === 'PQ 6 x 64')).toBe(true);
});

describe('vectors of one’s own', () => {
  const file = (rows: number, dimension: number, seed: number) => ({
    kind: 'vectors' as const,
    ...gaussianVectors(rows, dimension, seed),
  });

  test('of one file the last rows are the queries, and no longer in the base', () => {
    const result = run(few, 1, { files: [file(500, 12, 1)], notes: [] });
    expect(figure(result, 'Exact', 'distances')).toBe(480);
    expect(figure(result, 'Exact', 'bytes')).toBe(48);
  });

  test('of two files the second holds the queries', () => {
    const result = run(few, 1, { files: [file(500, 12, 1), file(7, 12, 2)], notes: [] });
    expect(figure(result, 'Exact', 'distances')).toBe(500);
  });

  test('a file of few rows still runs', () => {
    expect(figure(run(few, 1, { files: [file(6, 3, 1)], notes: [] }), 'HNSW ef 40', 'recall')).toBe(1);
  });

  test('other dimensions, or hardly a vector, are refused', () => {
    expect(() => run(few, 1, { files: [file(50, 3, 1), file(5, 4, 2)], notes: [] })).toThrow(
      '4 dimensions and the base 3',
    );
    expect(() => run(few, 1, { files: [file(4, 3, 1)], notes: [] })).toThrow('fewer than five vectors');
  });
});

test('progress never runs backwards, and the estimate grows with the work', () => {
  const steps = [
    ...(function* () {
      yield* ann.run(
        withDefaults(ann.parameters, few),
        createBench(1, () => 0),
      );
    })(),
  ];
  const shares = steps.flatMap((event) => (event.kind === 'progress' ? [event.share] : []));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.length).toBeGreaterThan(10);
  const estimate = (set: ParameterValues): number => ann.estimateSeconds(withDefaults(ann.parameters, set));
  expect(estimate({})).toBeLessThan(2);
  expect(estimate({ n: 50_000 })).toBeGreaterThan(3 * estimate({}));
  expect(estimate({ kernel: 'js' })).toBeGreaterThan(estimate({}));
});

test('flags do not differ by case only, and the explanation is 120 to 250 words', () => {
  const names = ann.parameters.map(({ name }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  const words = ann.explain.split(/\s+/u).length;
  expect(words).toBeGreaterThanOrEqual(120);
  expect(words).toBeLessThanOrEqual(250);
});
