import type { ResultColumn, ResultPlot, ResultRow } from '../domain/simulation-result.ts';
import type { Findings, Simulation } from './simulation.ts';
import type { Sweep } from './sweep.ts';

type Run = { rows: readonly ResultRow[]; findings: Findings };
type Line = { name: string; points: (readonly [number, number])[] };

const mostPlots = 3;

/** A plot for each column that has a good direction: the swept parameter against it, a line for each kind of row. */
export function sweepPlots(simulation: Simulation, sweep: Sweep, runs: readonly Run[]): ResultPlot[] {
  const parameter = simulation.parameters.find((one) => one.name === sweep.name);
  if (parameter?.kind !== 'number') return [];
  const label = labelColumn(simulation);
  return judged(simulation)
    .map((column): ResultPlot => ({
      title: `${column.title} by ${sweep.name}`,
      x: { title: sweep.name, scale: parameter.scale },
      y: { title: column.title, scale: 'linear' },
      series: linesOf(column, label, sweep, runs),
    }))
    .filter((plot) => plot.series.some((line) => line.points.length > 1))
    .slice(0, mostPlots);
}

/** What the sweep did to the figure that the table is about: the first judged column of the row that moved most. */
export function sweepClaim(simulation: Simulation, sweep: Sweep, runs: readonly Run[]): string {
  const [column] = judged(simulation);
  const ends = `${sweep.name} ${String(sweep.values[0])} to ${String(sweep.values.at(-1))}`;
  if (!column) return `${ends}: ${runs.length} runs.`;
  const moved = linesOf(column, labelColumn(simulation), sweep, runs)
    .map((line) => ({ line, from: line.points[0]?.[1] ?? NaN, to: line.points.at(-1)?.[1] ?? NaN }))
    .filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
  const [most] = moved;
  if (!most) return `${ends}: ${column.title} is the same in every run.`;
  const figures = `${Number(most.from.toPrecision(3))} to ${Number(most.to.toPrecision(3))}`;
  return `${ends}: ${column.title} of ${most.line.name} goes from ${figures}.`;
}

function judged(simulation: Simulation): ResultColumn[] {
  return simulation.columns.filter((column) => column.better !== undefined);
}

/** The column that names a row: the first one. */
function labelColumn(simulation: Simulation): string {
  return simulation.columns[0]?.key ?? '';
}

function linesOf(column: ResultColumn, label: string, sweep: Sweep, runs: readonly Run[]): Line[] {
  const lines = new Map<string, Line>();
  runs.forEach((run, index) => {
    for (const row of run.rows) {
      const [x, y] = [Number(sweep.values[index]), row[column.key]];
      if (typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) continue;
      const name = String(row[label] ?? '');
      const line = lines.get(name) ?? { name, points: [] };
      line.points.push([x, y]);
      lines.set(name, line);
    }
  });
  return [...lines.values()];
}
