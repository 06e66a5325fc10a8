import type { DataTable } from '../simulation.ts';
import { brokenRows } from './broken-rows.ts';
import type { Chunks, DataReading, DataSource } from './data-source.ts';
import { cellKind } from './number-text.ts';
import { readCsvRows } from './read-csv.ts';
import type { CsvRows } from './read-csv.ts';
import { Refusal, counted, quoted, readingOf } from './refusal.ts';
import type { Fault } from './refusal.ts';

type Rule = { column: string; expected: string; mend: string; holds: (value: number) => boolean };

const rules: readonly Rule[] = [
  {
    column: 'y',
    expected: 'expected 0 or 1',
    mend: 'write 1 for a positive and 0 for a negative',
    holds: (y) => y === 0 || y === 1,
  },
  {
    column: 'p',
    expected: 'expected a probability from 0 to 1',
    mend: 'turn scores into probabilities first: p = 1 / (1 + exp(-score))',
    holds: (p) => p >= 0 && p <= 1,
  },
  {
    column: 'weight',
    expected: 'expected 0 or more',
    mend: 'write how much the row counts, 1 for once',
    holds: (weight) => weight >= 0,
  },
];

const mostListed = 20;

/**
 * Reads a CSV file with the columns `y` (0 or 1) and `p` (a probability), and `weight` (0 or more) and `ts` where there are any.
 * A row without a value of the first three is dropped and named like a ragged one; other columns are kept as they are.
 */
export function readPredictions(chunks: Chunks, source: DataSource): Promise<DataReading<DataTable>> {
  return readingOf(source, async () => {
    const rows = await readCsvRows(chunks, source.limit);
    const { table } = rows;
    for (const name of ['y', 'p']) {
      if (table.columns.some((column) => column.name === name)) continue;
      const found = table.columns.map((column) => quoted(column.name)).join(', ');
      throw new Refusal([
        { line: 1, what: `no column "${name}" among ${found}`, mend: 'name the columns y,p[,weight,ts]' },
      ]);
    }
    const checked = rules.flatMap((rule) => {
      const column = table.columns.find((one) => one.name === rule.column);
      return column ? [{ rule, values: numbersOf(column.values, rule, rows) }] : [];
    });
    const faults = checked.flatMap(({ rule, values }) => faultsOf(rule, values, rows.lines));
    if (faults.length > 0) throw new Refusal(faults);
    const incomplete = brokenRows('give every row its y, p and weight');
    const kept = rows.lines.flatMap((line, row) => {
      const missing = checked.filter(({ values }) => Number.isNaN(values[row]));
      if (missing.length === 0) return [row];
      incomplete.add(line, `no ${missing.map(({ rule }) => rule.column).join(', ')}`);
      return [];
    });
    const dropped = incomplete.settle(rows.rowsRead);
    const weights = checked.find(({ rule }) => rule.column === 'weight')?.values;
    if (weights && kept.every((row) => weights[row] === 0))
      throw new Refusal([{ what: 'every weight is 0', mend: 'give at least one row a weight above 0' }]);
    return { value: onlyRows(table, kept), notes: [...rows.notes, ...dropped] };
  });
}

function numbersOf(values: Float64Array | readonly string[], rule: Rule, { lines }: CsvRows): Float64Array {
  if (values instanceof Float64Array) return values;
  const row = values.findIndex((cell) => cellKind(cell) === 'text');
  throw new Refusal([
    {
      line: lines[row] ?? 1,
      what: `column "${rule.column}" is ${quoted(values[row] ?? '')}; ${rule.expected}`,
      mend: rule.mend,
    },
  ]);
}

function faultsOf({ column, expected, mend, holds }: Rule, values: Float64Array, lines: readonly number[]): Fault[] {
  const faults: Fault[] = [];
  let count = 0;
  values.forEach((value, row) => {
    if (Number.isNaN(value) || holds(value)) return;
    count += 1;
    if (count <= mostListed)
      faults.push({ line: lines[row] ?? 0, what: `column "${column}" is ${value}; ${expected}`, mend });
  });
  if (count > mostListed)
    faults.push({
      what: `column "${column}": ${counted(count, 'row')} in all; the first ${mostListed} are listed`,
      mend,
    });
  return faults;
}

function onlyRows(table: DataTable, kept: readonly number[]): DataTable {
  if (kept.length === table.rows) return table;
  const columns = table.columns.map(({ name, values }) => ({
    name,
    values:
      values instanceof Float64Array
        ? Float64Array.from(kept, (row) => values[row] as number)
        : kept.map((row) => values[row] as string),
  }));
  return { kind: 'table', columns, rows: kept.length };
}
