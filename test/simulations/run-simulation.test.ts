import { describe, expect, test } from 'vitest';
import type { SimulationResult } from '../../src/domain/simulation-result.ts';
import { createBench, greatestSeed } from '../../src/simulations/bench.ts';
import { partialResult, runSimulation, type RunRequest } from '../../src/simulations/run-simulation.ts';
import { defineSimulation, isOn, numberOf, type Simulation } from '../../src/simulations/simulation.ts';

const coin = defineSimulation({
  id: 'coin',
  title: 'A coin',
  question: 'How often?',
  version: 1,
  parameters: [{ kind: 'number', name: 'throws', about: '', from: 1, to: 1000, scale: 'log', whole: true, default: 4 }],
  columns: [
    { key: 'kind', title: 'Kind' },
    { key: 'heads', title: 'Heads', better: 'higher' },
  ],
  predictions: [],
  estimateSeconds: () => 0,
  explain: '',
  *run(params, bench) {
    const random = bench.stream('sampling');
    const throws = numberOf(params, 'throws');
    const heads = Array.from({ length: throws }, random).filter((one) => one < 0.5).length;
    yield { kind: 'progress', share: 0.5 };
    yield { kind: 'row', row: { kind: 'thrown', heads: heads / throws / 3 } };
    yield { kind: 'row', row: { kind: 'true', heads: 1 / 6 } };
    return {
      plots: [],
      claim: `heads ${heads}`,
      price: '',
      costUnit: 'throws',
      conventions: {},
      doesNotModel: [],
      sources: [],
      timings: { all: 2 },
    };
  },
});

function finish(simulation: Simulation, request: RunRequest): { result: SimulationResult; shares: number[] } {
  const shares: number[] = [];
  const run = runSimulation(
    simulation,
    request,
    createBench(request.seed, () => 0),
  );
  let event = run.next();
  for (; !event.done; event = run.next()) if (event.value.kind === 'progress') shares.push(event.value.share);
  return { result: event.value, shares };
}

describe('a run', () => {
  test('the same seed gives the same bytes, another seed others', () => {
    const text = (seed: number) => JSON.stringify(finish(coin, { params: { throws: 100 }, seed }).result);
    expect(text(1)).toBe(text(1));
    expect(text(1)).not.toBe(text(2));
  });

  test('figures have nine significant digits', () => {
    expect(finish(coin, { params: { throws: 100 }, seed: 1 }).result.rows[1]).toEqual({
      kind: 'true',
      heads: 0.166666667,
    });
  });

  test('a sweep runs once for each value, says which, and draws a line for each kind of row', () => {
    const { result, shares } = finish(coin, {
      params: { throws: 4 },
      seed: 1,
      sweep: { name: 'throws', values: [10, 20, 40] },
    });
    expect(result.rows.map((row) => row['throws'])).toEqual([10, 10, 20, 20, 40, 40]);
    expect(result.columns[0]?.key).toBe('throws');
    expect(result.plots[0]?.series.map((line) => line.name)).toEqual(['thrown', 'true']);
    expect(result.plots[0]?.series[1]?.points).toEqual([
      [10, 0.166666667],
      [20, 0.166666667],
      [40, 0.166666667],
    ]);
    expect(result.claim).toContain('Heads of thrown goes from');
    expect(result.timings).toEqual({ all: 6 });
    expect(shares).toEqual([0.5 / 3, 1.5 / 3, 2.5 / 3]);
  });

  test('a run that was stopped keeps its rows and concludes nothing', () => {
    const rows = [{ kind: 'thrown', heads: 0.5 }];
    expect(partialResult(coin, { params: { throws: 4 }, seed: 3 }, rows)).toMatchObject({
      sim: 'coin',
      seed: 3,
      rows,
      claim: '',
      complete: false,
    });
  });
});

describe('the bench', () => {
  test('a stream by purpose: the same again, and others than by another purpose', () => {
    const bench = createBench(42, () => 0);
    const [data, again, init] = [bench.stream('data'), bench.stream('data'), bench.stream('init')];
    const first = data();
    expect(again()).toBe(first);
    expect(init()).not.toBe(first);
  });

  test('seed 0, purpose "data" is the stream of numpy.random.RandomState(0)', () => {
    expect(createBench(0, () => 0).stream('data')()).toBe(0.5488135039273248);
  });

  test.each([-1, 1.5, greatestSeed + 1, NaN])('refuses the seed %d', (seed) => {
    expect(() => createBench(seed, () => 0)).toThrow(RangeError);
  });

  test('a parameter of another type is a fault of ours', () => {
    expect(() => numberOf({ hard: true }, 'hard')).toThrow(RangeError);
    expect(isOn({ hard: true }, 'hard')).toBe(true);
  });
});
