import type {
  ParameterValues,
  ResultColumn,
  ResultPlot,
  ResultRow,
  SimulationResult,
} from '../domain/simulation-result.ts';
import type { Bench, Findings, RunEvent, Simulation } from './simulation.ts';
import { sweepClaim, sweepPlots } from './sweep-findings.ts';
import type { Sweep } from './sweep.ts';

export type RunRequest = { params: ParameterValues; seed: number; sweep?: Sweep };

/** Figures are written with nine significant digits: further ones differ between machines. */
const digits = 9;

/** Runs a simulation once, or once for each value of a sweep; yields rows and progress, returns the result. */
export function* runSimulation(
  simulation: Simulation,
  request: RunRequest,
  bench: Bench,
): Generator<RunEvent, SimulationResult> {
  const { sweep } = request;
  const settings = sweep ? sweep.values.map((value) => ({ ...request.params, [sweep.name]: value })) : [request.params];
  const rows: ResultRow[] = [];
  const runs: { rows: readonly ResultRow[]; findings: Findings }[] = [];
  for (const [index, params] of settings.entries()) {
    const own: ResultRow[] = [];
    const run = simulation.run(params, bench);
    let event = run.next();
    for (; !event.done; event = run.next()) {
      if (event.value.kind === 'progress') {
        yield { kind: 'progress', share: (index + event.value.share) / settings.length };
        continue;
      }
      const row = rounded(sweep ? { [sweep.name]: params[sweep.name] ?? null, ...event.value.row } : event.value.row);
      own.push(row);
      rows.push(row);
      yield { kind: 'row', row };
    }
    runs.push({ rows: own, findings: event.value });
  }
  const last = runs.at(-1);
  if (!last) throw new RangeError('`runSimulation` requires at least one value to sweep');
  return {
    ...frameOf(simulation, request),
    ...last.findings,
    kernel: last.findings.kernel ?? 'js',
    rows,
    plots: sweep ? sweepPlots(simulation, sweep, runs) : last.findings.plots.map(roundedPlot),
    claim: sweep ? sweepClaim(simulation, sweep, runs) : last.findings.claim,
    timings: summed(runs.map((one) => one.findings.timings)),
    complete: true,
  };
}

/** What is left of a run that was stopped: the rows that were finished, and no findings. */
export function partialResult(
  simulation: Simulation,
  request: RunRequest,
  rows: readonly ResultRow[],
): SimulationResult {
  return {
    ...frameOf(simulation, request),
    kernel: request.params['kernel'] === 'simd' ? 'simd' : 'js',
    rows,
    plots: [],
    claim: '',
    price: '',
    costUnit: '',
    conventions: {},
    doesNotModel: [],
    sources: [],
    timings: {},
    complete: false,
  };
}

function frameOf(simulation: Simulation, { params, seed, sweep }: RunRequest) {
  const { id, version, columns } = simulation;
  const swept: ResultColumn[] = sweep ? [{ key: sweep.name, title: sweep.name }] : [];
  return { schemaVersion: 1 as const, sim: id, version, seed, params, columns: [...swept, ...columns] };
}

function rounded(row: ResultRow): ResultRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? round(value) : value]),
  );
}

function roundedPlot(plot: ResultPlot): ResultPlot {
  const series = plot.series.map((one) => ({
    ...one,
    points: one.points.map(([x, y]) => [round(x), round(y)] as const),
  }));
  return { ...plot, series };
}

/** Infinity and NaN have no JSON: they stay numbers here and become null there. */
function round(value: number): number {
  return Number.isFinite(value) && !Number.isInteger(value) ? Number(value.toPrecision(digits)) : value;
}

function summed(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of all) for (const [name, value] of Object.entries(one)) sums[name] = (sums[name] ?? 0) + value;
  return sums;
}
