import type { EditorBuffer } from './editor-buffer.ts';
import { isNarrow } from '../render/text-width.ts';
import { cellsOf, columnsOf } from './text-cells.ts';

/** Wraps lines at a width; remembers what it wrapped, so that a key costs one line and not the whole text. */
export type Wrapping = { readonly width: number; rowStarts: (line: string) => readonly number[] };

/** The rows that are on the screen, and where the caret stands among them. */
export type Viewport = {
  rows: readonly string[];
  caret: { row: number; column: number };
  /** The first wrapped row shown; handed back at the next drawing so that the view stays still. */
  top: number;
  total: number;
};

const linesRemembered = 4000;

/** Makes a wrapping for one width. */
export function createWrapping(width: number): Wrapping {
  const known = new Map<string, readonly number[]>();
  const rowStarts = (line: string) => {
    const found = known.get(line);
    if (found) return found;
    if (known.size >= linesRemembered) known.clear();
    const made = wrapped(line, width);
    known.set(line, made);
    return made;
  };
  return { width, rowStarts };
}

/** Shows at most `height` wrapped rows around the caret. */
export function viewportOf(buffer: EditorBuffer, wrapping: Wrapping, height: number, top: number): Viewport {
  const counts = buffer.lines.map((line) => wrapping.rowStarts(line).length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const above = counts.slice(0, buffer.row).reduce((sum, count) => sum + count, 0);
  const caret = caretIn(buffer, wrapping);
  const caretRow = above + caret.row;
  const first = Math.max(0, Math.min(Math.max(top, caretRow - height + 1), caretRow, total - height));
  return {
    rows: rowsFrom(buffer.lines, counts, wrapping, first, height),
    caret: { row: caretRow - first, column: caret.column },
    top: first,
    total,
  };
}

/** Where the caret goes when it moves up or down by wrapped rows. */
export function movedVertically(buffer: EditorBuffer, wrapping: Wrapping, by: number): { row: number; column: number } {
  const caret = caretIn(buffer, wrapping);
  let line = buffer.row;
  let row = caret.row + by;
  while (row < 0 && line > 0) {
    line -= 1;
    row += wrapping.rowStarts(buffer.lines[line] ?? '').length;
  }
  while (line < buffer.lines.length - 1 && row >= wrapping.rowStarts(buffer.lines[line] ?? '').length) {
    row -= wrapping.rowStarts(buffer.lines[line] ?? '').length;
    line += 1;
  }
  const text = buffer.lines[line] ?? '';
  if (row < 0) return { row: line, column: 0 };
  if (row >= wrapping.rowStarts(text).length) return { row: line, column: text.length };
  return { row: line, column: offsetAt(text, wrapping.rowStarts(text), row, caret.column) };
}

/** Wraps a text that is only shown, at spaces where there are any. */
export function wrappedRows(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const starts = wrapped(line, width);
    return starts.map((start, i) => shown(line.slice(start, starts[i + 1] ?? line.length)).trimEnd());
  });
}

function caretIn(buffer: EditorBuffer, wrapping: Wrapping): { row: number; column: number } {
  const line = buffer.lines[buffer.row] ?? '';
  const starts = wrapping.rowStarts(line);
  const row = starts.findLastIndex((start) => start <= buffer.column);
  return { row, column: columnsOf(line.slice(starts[row] ?? 0, buffer.column)) };
}

function offsetAt(line: string, starts: readonly number[], row: number, column: number): number {
  const start = starts[row] ?? 0;
  const end = starts[row + 1] ?? line.length;
  let offset = start;
  let used = 0;
  for (const cell of cellsOf(line.slice(start, end))) {
    if (used + cell.width > column) break;
    used += cell.width;
    offset += cell.text.length;
  }
  return offset === end && row < starts.length - 1 ? Math.max(start, end - 1) : offset;
}

function rowsFrom(
  lines: readonly string[],
  counts: readonly number[],
  wrapping: Wrapping,
  first: number,
  height: number,
): string[] {
  const rows: string[] = [];
  let at = 0;
  for (let i = 0; i < lines.length && rows.length < height; i += 1) {
    const count = counts[i] ?? 1;
    if (at + count > first) {
      const line = lines[i] ?? '';
      const starts = wrapping.rowStarts(line);
      for (let row = Math.max(0, first - at); row < count && rows.length < height; row += 1) {
        rows.push(shown(line.slice(starts[row], starts[row + 1] ?? line.length)));
      }
    }
    at += count;
  }
  return rows;
}

function shown(text: string): string {
  if (isNarrow(text)) return text;
  return cellsOf(text)
    .map((cell) => cell.shown)
    .join('');
}

/** Offsets at which the rows of a line start; a space may hang over the edge. */
function wrapped(line: string, width: number): number[] {
  return isNarrow(line) ? wrappedAscii(line, width) : wrappedCells(line, width);
}

function wrappedAscii(line: string, width: number): number[] {
  const starts = [0];
  let start = 0;
  while (line.length - start > width) {
    const space = line.lastIndexOf(' ', start + width);
    const next = space > start ? space + 1 : start + width;
    if (next >= line.length) break;
    starts.push(next);
    start = next;
  }
  return starts;
}

function wrappedCells(line: string, width: number): number[] {
  const starts = [0];
  let used = 0;
  let offset = 0;
  let sinceSpace = { offset: 0, used: 0 };
  for (const cell of cellsOf(line)) {
    const hangs = cell.text === ' ' && used === width;
    if (used + cell.width > width && !hangs) {
      const atSpace = sinceSpace.offset > (starts.at(-1) ?? 0);
      starts.push(atSpace ? sinceSpace.offset : offset);
      used = atSpace ? used - sinceSpace.used : 0;
      // The word that went to the next row may fill it.
      if (used > 0 && used + cell.width > width) {
        starts.push(offset);
        used = 0;
      }
    }
    offset += cell.text.length;
    used += cell.width;
    if (cell.text === ' ') sinceSpace = { offset, used };
  }
  return starts;
}
