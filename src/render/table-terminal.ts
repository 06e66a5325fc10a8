import type { Cell, TableBlock, TableColumn, Tone } from '../page.ts';
import { drawable, glyphsFor } from './glyphs.ts';
import { drawnColumns, type Look } from './look.ts';
import { paletteFor } from './palette.ts';
import { safeLine, safeText } from './safe-text.ts';
import { padText, textWidth, wrapHanging, wrapLines } from './wrap.ts';

const gutter = '  ';
const narrowestColumn = 8;

/** Draws a table without borders: columns side by side where they fit, else each row as `title: value` lines. */
export function tableLines(given: TableBlock, look: Look): string[] {
  const table = { ...given, columns: given.columns.map((column) => ({ ...column, title: safeLine(column.title) })) };
  const texts = table.rows.map((row) => table.columns.map((_, index) => cellText(row[index] ?? '', look)));
  const widths = look.plain ? undefined : columnWidths(table.columns, texts, drawnColumns(look));
  if (!widths) return stackedLines(table, texts, look);
  const paint = paletteFor(look);
  const titled = table.columns.some((column) => column.title !== '');
  const head = table.columns.map((column, i) => wrapLines(drawable(column.title, look), widths[i] ?? 1));
  const lines = titled ? sideBySide(head, table.columns, widths, () => paint.heading) : [];
  if (titled) lines.push(paint.faint(widths.map((width) => glyphsFor(look).rule.repeat(width)).join(gutter)));
  for (const [r, row] of texts.entries()) {
    const cells = row.map((text, i) => wrapLines(text, widths[i] ?? 1));
    lines.push(...sideBySide(cells, table.columns, widths, (i) => tonePaint(table.rows[r]?.[i], look)));
  }
  return lines;
}

function cellText(cell: Cell, look: Look): string {
  const [text, tone] = typeof cell === 'string' ? [cell, undefined] : [cell.text, cell.tone];
  const glyph = tone && !look.plain && text !== '' ? glyphsFor(look).tones[tone] : '';
  return `${glyph}${glyph ? ' ' : ''}${drawable(safeText(text).replace(/\t/gu, ' '), look)}`;
}

function tonePaint(cell: Cell | undefined, look: Look): (text: string) => string {
  const tone: Tone | undefined = typeof cell === 'object' ? cell.tone : undefined;
  return tone ? paletteFor(look).tones[tone] : (text) => text;
}

function sideBySide(
  cells: readonly (readonly string[])[],
  columns: readonly TableColumn[],
  widths: readonly number[],
  paint: (column: number) => (text: string) => string,
): string[] {
  const height = Math.max(1, ...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, i) => {
        const text = cell[line] ?? '';
        const padded = padText(text, widths[i] ?? 1, columns[i]?.align);
        return text === '' ? padded : padded.replace(text, () => paint(i)(text));
      })
      .join(gutter)
      .trimEnd(),
  );
}

/** Gives each column its natural width, and takes from the widest until the row fits; nothing when it cannot. */
function columnWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  total: number,
): number[] | undefined {
  const natural = columns.map((column, i) => widest([column.title, ...rows.map((row) => row[i] ?? '')]));
  const floors = columns.map((column, i) =>
    Math.min(
      natural[i] ?? 1,
      Math.max(
        narrowestColumn,
        widest([column.title, ...rows.map((row) => row[i] ?? '')].flatMap((text) => text.split(/\s+/u))),
      ),
    ),
  );
  const room = total - gutter.length * (columns.length - 1);
  const widths = [...natural];
  while (widths.reduce((sum, width) => sum + width, 0) > room) {
    const slack = widths.map((width, i) => (width > (floors[i] ?? 1) ? width : 0));
    const at = slack.indexOf(Math.max(...slack));
    if (Math.max(...slack) === 0) return undefined;
    widths[at] = (widths[at] ?? 1) - 1;
  }
  return crowded(natural, widths) ? undefined : widths;
}

/** A long text squeezed into a sliver reads worse than the same text on lines of its own. */
function crowded(natural: readonly number[], widths: readonly number[]): boolean {
  return natural.some((wanted, i) => wanted > 30 && (widths[i] ?? 0) < 22);
}

function widest(texts: readonly string[]): number {
  return Math.max(1, ...texts.flatMap((text) => text.split('\n')).map(textWidth));
}

function stackedLines(table: TableBlock, texts: readonly (readonly string[])[], look: Look): string[] {
  const titled = table.columns.some((column) => column.title !== '');
  return texts.flatMap((row, r) => {
    const lines = row.flatMap((text, i) => {
      if (text === '') return [];
      const title = drawable(table.columns[i]?.title ?? '', look);
      const indent = i === 0 ? '' : '  ';
      const paint = tonePaint(table.rows[r]?.[i], look);
      return wrapHanging(
        text,
        drawnColumns(look),
        `${indent}${titled && title ? `${title}: ` : ''}`,
        `${indent}  `,
      ).map((line) => repaint(line, paint, look));
    });
    return r === 0 || row.length < 3 ? lines : ['', ...lines];
  });
}

function repaint(line: string, paint: (text: string) => string, look: Look): string {
  const indent = /^\s*/u.exec(line)?.[0] ?? '';
  return look.color ? indent + paint(line.slice(indent.length)) : line;
}
