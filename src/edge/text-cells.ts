import { safeLine } from '../render/safe-text.ts';
import { isNarrow, textWidth } from '../render/text-width.ts';

/** One visible unit of a text: `text` as it was typed, `shown` as it may be drawn, `width` in columns. */
export type Cell = { text: string; shown: string; width: number };

const tabColumns = 2;

/** Splits a line into the units that a person sees. Plain text never meets the segmenter, which takes 12 ms to make. */
export function cellsOf(line: string): Cell[] {
  if (isNarrow(line)) return Array.from(line, asciiCell);
  const cells: Cell[] = [];
  let at = 0;
  while (at < line.length) {
    const end = endOfRun(line, at);
    if (end === at) {
      cells.push(asciiCell(line.charAt(at)));
      at += 1;
    } else {
      for (const { segment } of segmenter().segment(line.slice(at, end))) cells.push(cellOf(segment));
      at = end;
    }
  }
  return cells;
}

/** How many columns a line takes when it is drawn. */
export function columnsOf(line: string): number {
  return isNarrow(line) ? line.length : cellsOf(line).reduce((sum, cell) => sum + cell.width, 0);
}

/** Cuts a line to a number of columns, with a mark where something is missing. */
export function fitted(line: string, columns: number, mark: string): string {
  const safe = safeLine(line);
  if (columnsOf(safe) <= columns) return safe;
  let room = columns - mark.length;
  let kept = '';
  for (const cell of cellsOf(safe)) {
    if (cell.width > room) break;
    room -= cell.width;
    kept += cell.shown;
  }
  return kept.trimEnd() + mark;
}

/** The start of the visible unit that ends at `offset`. */
export function unitBefore(line: string, offset: number): number {
  const from = Math.max(0, offset - longestUnit);
  const last = cellsOf(line.slice(from, offset)).at(-1);
  return offset - (last?.text.length ?? 0);
}

/** The end of the visible unit that starts at `offset`. */
export function unitAfter(line: string, offset: number): number {
  const first = cellsOf(line.slice(offset, offset + longestUnit))[0];
  return offset + (first?.text.length ?? 0);
}

const longestUnit = 64;

/** ASCII followed by ASCII stands alone; anything else, with the unit it may combine with, is left to the segmenter. */
function endOfRun(line: string, start: number): number {
  let at = start;
  while (at < line.length && !(isAsciiAt(line, at) && (at + 1 >= line.length || isAsciiAt(line, at + 1)))) at += 1;
  return at;
}

function isAsciiAt(line: string, at: number): boolean {
  return line.charCodeAt(at) < 0x80;
}

function asciiCell(character: string): Cell {
  if (character === '\t') return { text: character, shown: ' '.repeat(tabColumns), width: tabColumns };
  const shown = safeLine(character);
  return { text: character, shown, width: shown.length };
}

function cellOf(segment: string): Cell {
  if (segment.length === 1 && segment.charCodeAt(0) < 0x80) return asciiCell(segment);
  const shown = safeLine(segment);
  return { text: segment, shown, width: textWidth(shown) };
}

let shared: Intl.Segmenter | undefined;

function segmenter(): Intl.Segmenter {
  shared ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return shared;
}
