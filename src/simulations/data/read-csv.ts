import type { DataTable } from '../simulation.ts';
import { brokenRows } from './broken-rows.ts';
import { readCsvHeader } from './csv-header.ts';
import { csvRecords } from './csv-record.ts';
import type { CsvRecord } from './csv-record.ts';
import type { Chunks, DataReading, DataSource } from './data-source.ts';
import { Refusal, counted, limitNote, readingOf } from './refusal.ts';
import { decideColumn } from './table-column.ts';
import { tableCells } from './table-cells.ts';
import type { TableCells } from './table-cells.ts';
import { eachLine } from './text-lines.ts';

/** A table with the line of each row, and how many rows were read for it. */
export type CsvRows = { table: DataTable; lines: readonly number[]; rowsRead: number; notes: readonly string[] };

/** Reads a CSV file with a header; what kind each column is, and what was dropped, stands in the notes. */
export function readCsv(chunks: Chunks, source: DataSource): Promise<DataReading<DataTable>> {
  return readingOf(source, async () => {
    const { table, notes } = await readCsvRows(chunks, source.limit);
    return { value: table, notes };
  });
}

/** As `readCsv`, for checks that name lines. @throws Refusal */
export async function readCsvRows(chunks: Chunks, limit: number): Promise<CsvRows> {
  const records = csvRecords();
  const broken = brokenRows('give every row as many cells as the header, in the same order');
  let names: string[] | undefined;
  let cells: TableCells = tableCells(0);
  let rowsRead = 0;
  let blankLines = 0;

  const takeRow = (record: CsvRecord): void => {
    if (!names) {
      names = readCsvHeader(record);
      cells = tableCells(names.length);
      return;
    }
    rowsRead += 1;
    if (record.fault) broken.add(record.line, record.fault);
    else if (record.cells.length === names.length) cells.add(record.cells, record.line);
    else broken.add(record.line, `${counted(record.cells.length, 'cell')}, the header has ${names.length}`);
  };

  // 1. Rows, up to the limit.
  await eachLine(chunks, (text, line) => {
    const record = records.take(text, line);
    if (record && (text === '' || text === '\r')) blankLines += 1;
    else if (record) takeRow(record);
    return rowsRead === limit ? 'enough' : 'more';
  });
  records.end();

  // 2. What was dropped, and what kind each column is.
  if (!names)
    throw new Refusal([{ what: 'the file holds no header and no rows', mend: 'add them: y,p and below it 1,0.8' }]);
  if (rowsRead === 0)
    throw new Refusal([{ line: 1, what: 'the file holds a header and no rows', mend: 'add rows below the header' }]);
  const dropped = broken.settle(rowsRead);
  const decided = (names as string[]).map((name, i) => decideColumn(name, cells.columns[i] ?? [], cells.lines));
  const faults = decided.flatMap((one) => one.faults);
  if (faults.length > 0) throw new Refusal(faults);
  return {
    table: { kind: 'table', columns: decided.map((one) => one.column), rows: cells.lines.length },
    lines: cells.lines,
    rowsRead,
    notes: [
      ...decided.map((one) => one.note),
      ...dropped,
      ...(blankLines > 0 ? [`${counted(blankLines, 'blank line')} skipped`] : []),
      ...(rowsRead === limit ? [limitNote(limit)] : []),
    ],
  };
}
