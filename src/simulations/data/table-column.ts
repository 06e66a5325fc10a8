import type { DataTable } from '../simulation.ts';
import { cellKind } from './number-text.ts';
import { counted, quoted } from './refusal.ts';
import type { Fault } from './refusal.ts';

type Column = DataTable['columns'][number];

/** A column with its kind decided, the note that says so, or the cells that keep it from being numeric. */
export type DecidedColumn = { column: Column; note: string; faults: readonly Fault[] };

/**
 * Decides whether a column is numeric (every cell that is not empty is a number) or categorical, and why.
 * In a numeric column words such as NaN and NA are read as empty, and words for infinity are faults.
 *
 * @param lines the line of each row
 */
export function decideColumn(name: string, cells: readonly string[], lines: readonly number[]): DecidedColumn {
  const kinds = cells.map(cellKind);
  const count = (kind: string): number => kinds.reduce((sum, one) => sum + (one === kind ? 1 : 0), 0);
  const first = (kind: string): string => {
    const row = kinds.findIndex((one) => one === kind);
    return `${quoted(cells[row] ?? '')} in line ${lines[row]}`;
  };
  const empty = count('empty');
  const emptyText = empty > 0 ? `, ${counted(empty, 'empty cell')}` : '';

  if (count('text') > 0) {
    const numbers = count('number');
    const because = numbers > 0 ? `: ${counted(count('text'), 'cell')} without a number, first ${first('text')}` : '';
    const note = `column ${quoted(name)} is categorical (${counted(new Set(cells).size, 'value')}${emptyText})${because}`;
    return { column: { name, values: cells }, note, faults: [] };
  }
  const missing = count('missing');
  const missingText = missing > 0 ? `; ${counted(missing, 'cell')} read as empty, first ${first('missing')}` : '';
  const note = `column ${quoted(name)} is numeric${emptyText}${missingText}`;
  const values = Float64Array.from(cells, (cell, row) => (kinds[row] === 'number' ? Number(cell) : Number.NaN));
  const row = kinds.indexOf('infinite');
  return { column: { name, values }, note, faults: row < 0 ? [] : [infinityFault(lines[row] ?? 0)] };

  function infinityFault(line: number): Fault {
    return {
      line,
      what: `column ${quoted(name)} holds ${counted(count('infinite'), 'infinite cell')}, first ${quoted(cells[row] ?? '')}`,
      mend: 'write a finite number, or leave the cell empty',
    };
  }
}
