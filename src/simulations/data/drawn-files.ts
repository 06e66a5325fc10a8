import type { ParameterValues } from '../../domain/simulation-result.ts';
import type { Bench, DataTable, Simulation } from '../simulation.ts';
import { writeCsv } from './write-csv.ts';
import { writeNpy } from './write-npy.ts';

/** The data that a run would draw, as files: `base.npy` for vectors, `train.csv` for a table. */
export function drawnFiles(
  simulation: Pick<Simulation, 'draw'>,
  { params }: { params: ParameterValues },
  bench: Bench,
): { name: string; bytes: Uint8Array }[] {
  return (simulation.draw?.(params, bench) ?? []).map(({ name, data }) =>
    data.kind === 'vectors'
      ? { name: `${name}.npy`, bytes: writeNpy(data) }
      : { name: `${name}.csv`, bytes: new TextEncoder().encode(csvOf(data)) },
  );
}

function csvOf({ columns, rows }: DataTable): string {
  const cells = Array.from({ length: rows }, (_, row) =>
    columns.map(({ values }) => {
      const cell = values[row];
      return cell === undefined || Number.isNaN(cell) ? null : cell;
    }),
  );
  return writeCsv(
    columns.map((column) => column.name),
    cells,
  );
}
