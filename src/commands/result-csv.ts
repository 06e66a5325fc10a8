import type { Figure, SimulationResult } from '../domain/simulation-result.ts';

/** The rows of a result as CSV (RFC 4180): the keys of the columns first, an empty cell where there is no figure. */
export function resultCsv({ columns, rows }: SimulationResult): string {
  const keys = columns.map((column) => column.key);
  const lines = [keys, ...rows.map((row) => keys.map((key) => row[key] ?? null))];
  return lines.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
}

function cellText(value: Figure): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
