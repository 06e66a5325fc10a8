import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Figure, SimulationResult } from '../../src/domain/simulation-result.ts';
import { createBench } from '../../src/simulations/bench.ts';
import { simulations } from '../../src/simulations/index.ts';
import { withDefaults } from '../../src/simulations/parameters.ts';
import { runSimulation } from '../../src/simulations/run-simulation.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'simulations', 'golden');
/** Math.exp and its kin are not fixed to the last bit, and figures are kept with nine digits. */
const tolerance = 1e-7;

async function defaultRun(id: string): Promise<SimulationResult> {
  const simulation = await simulations.find((one) => one.id === id)?.load();
  if (!simulation) throw new Error(`no simulation ${id}`);
  const params = withDefaults(simulation.parameters, {});
  const run = runSimulation(
    simulation,
    { params, seed: 1 },
    createBench(1, () => 0),
  );
  let event = run.next();
  while (!event.done) event = run.next();
  return event.value;
}

/** What is kept of a result: the figures, not the words around them. */
const kept = ({ sim, version, seed, kernel, params, rows }: SimulationResult) => ({
  sim,
  version,
  seed,
  kernel,
  params,
  rows,
});

function isNear(a: Figure | undefined, b: Figure | undefined): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return (a ?? null) === (b ?? null);
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}

describe('the default run at seed 1', { timeout: 120_000 }, () => {
  test.each(simulations.map((one) => one.id))('%s is what it was', async (id) => {
    const file = join(folder, `${id}.json`);
    const result = JSON.parse(JSON.stringify(kept(await defaultRun(id)))) as ReturnType<typeof kept>;
    if (process.env['MLSD_WRITE_GOLDEN'] === '1') writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
    expect(existsSync(file), `MLSD_WRITE_GOLDEN=1 writes ${file}; read it before it is kept`).toBe(true);
    const golden = JSON.parse(readFileSync(file, 'utf8')) as typeof result;
    expect({ ...result, rows: result.rows.length }).toEqual({ ...golden, rows: golden.rows.length });
    const changed = golden.rows.flatMap((row, i) =>
      Object.entries(row)
        .filter(([key, value]) => !isNear(value, result.rows[i]?.[key]))
        .map(([key, value]) => `row ${i}, ${key}: ${String(value)} was, ${String(result.rows[i]?.[key])} is`),
    );
    expect(changed).toEqual([]);
  });

  test('the same seed gives the same bytes, wall-clock figures apart', async () => {
    const text = async () => JSON.stringify({ ...(await defaultRun('ann')), timings: {} });
    expect(await text()).toBe(await text());
  });
});
