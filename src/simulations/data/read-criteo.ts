import type { DataTable } from '../simulation.ts';
import { brokenRows } from './broken-rows.ts';
import type { Chunks, DataReading, DataSource } from './data-source.ts';
import { counted, limitNote, quoted, readingOf } from './refusal.ts';
import { tableCells } from './table-cells.ts';
import { eachLine } from './text-lines.ts';

const countColumns = 13;
const categoryColumns = 26;
const fieldCount = 1 + countColumns + categoryColumns;

const names: readonly string[] = [
  'label',
  ...Array.from({ length: countColumns }, (_, i) => `I${i + 1}`),
  ...Array.from({ length: categoryColumns }, (_, i) => `C${i + 1}`),
];

/**
 * Reads click logs as Criteo publishes them: label, 13 whole numbers (`I1` to `I13`, NaN where empty) and 26 categories
 * (`C1` to `C26`, '' where empty), separated by tabs, without a header.
 *
 * Source: Criteo AI Lab, the readme of the Display Advertising Challenge data set.
 */
export function readCriteo(chunks: Chunks, source: DataSource): Promise<DataReading<DataTable>> {
  return readingOf(source, async () => {
    const broken = brokenRows('write label, 13 whole numbers and 26 hexadecimal categories, separated by tabs');
    const cells = tableCells(fieldCount);
    let rowsRead = 0;
    await eachLine(chunks, (text, line) => {
      const fields = (text.endsWith('\r') ? text.slice(0, -1) : text).split('\t');
      const fault = faultOf(fields);
      rowsRead += 1;
      if (fault === undefined) cells.add(fields, line);
      else broken.add(line, fault);
      return rowsRead === source.limit ? 'enough' : 'more';
    });
    const dropped = broken.settle(rowsRead);
    const columns = names.map((name, i) => columnOf(name, i, cells.columns[i] ?? []));
    const empty = columns.reduce((sum, one) => sum + one.empty, 0);
    return {
      value: { kind: 'table', columns: columns.map((one) => one.column), rows: cells.lines.length },
      notes: [
        `columns label and I1 to I${countColumns} are numeric, C1 to C${categoryColumns} categorical; ${counted(empty, 'empty cell')}`,
        ...dropped,
        ...(rowsRead === source.limit ? [limitNote(source.limit)] : []),
      ],
    };
  });
}

function faultOf(fields: readonly string[]): string | undefined {
  if (fields.length === fieldCount - 1) return `${fields.length} fields of ${fieldCount}: is the label missing?`;
  if (fields.length !== fieldCount) return `${counted(fields.length, 'field')}, expected ${fieldCount}`;
  if (fields[0] !== '0' && fields[0] !== '1') return `label ${quoted(fields[0] ?? '')}, expected 0 or 1`;
  const wrong = fields.findIndex((field, i) => i > 0 && !(i <= countColumns ? whole : category).test(field));
  if (wrong < 0) return undefined;
  const expected = wrong <= countColumns ? 'a whole number or nothing' : '1 to 16 hexadecimal digits or nothing';
  return `${names[wrong]} is ${quoted(fields[wrong] ?? '')}, expected ${expected}`;
}

const whole = /^(?:-?\d{1,15})?$/u;
const category = /^[0-9a-f]{0,16}$/iu;

function columnOf(name: string, index: number, cells: readonly string[]) {
  const empty = cells.reduce((sum, cell) => sum + (cell === '' ? 1 : 0), 0);
  const values =
    index > countColumns ? cells : Float64Array.from(cells, (cell) => (cell === '' ? Number.NaN : Number(cell)));
  return { column: { name, values }, empty };
}
