/** What a cell may hold; NaN and null are written as an empty cell. */
export type CsvCell = number | string | boolean | null;

/**
 * A CSV text with a header, as `readCsv` reads it: cells in quotes where they need them, lines ended by a line feed.
 * Numbers are written so that they come back bit for bit.
 *
 * @throws RangeError for a row of another length than the header, or an infinite number
 * @example writeCsv(['y', 'p'], [[1, 0.5]]) // 'y,p\n1,0.5\n'
 */
export function writeCsv(columns: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  if (columns.length === 0) throw new RangeError('`writeCsv` requires at least one column');
  const lines = [columns.map(cellText).join(',')];
  for (const row of rows) {
    if (row.length !== columns.length) throw new RangeError('`writeCsv` requires as many cells as columns in each row');
    // A line of nothing would be read as a blank one.
    lines.push(row.map(cellText).join(',') || '""');
  }
  return `${lines.join('\n')}\n`;
}

function cellText(cell: CsvCell): string {
  if (typeof cell === 'string') return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  if (typeof cell !== 'number') return cell === null ? '' : String(cell);
  if (Number.isNaN(cell)) return '';
  if (!Number.isFinite(cell)) throw new RangeError('`writeCsv` requires finite numbers');
  return Object.is(cell, -0) ? '-0' : String(cell);
}
