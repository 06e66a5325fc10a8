import type { Choice } from '../ports.ts';
import { safeText } from '../render/safe-text.ts';
import type { TerminalSize } from './dialogue.ts';
import type { Frame } from './frame.ts';
import type { PromptLook } from './prompt-look.ts';
import { columnsOf, fitted } from './text-cells.ts';
import { wrappedRows } from './viewport.ts';

export type MenuRow = Pick<Choice<unknown>, 'name' | 'about' | 'short'> & { key: string };

/** A menu as it is to be drawn: its question, its rows, and the one that Enter takes. */
export type MenuView = { message: string; rows: readonly MenuRow[]; active: number };

const rowsLeftFree = 4;
export const widestMenu = 100;
const fewestForTwoColumns = 5;
const markColumns = 5;

/** The names of a menu that stands in two columns; undefined where each choice has a row of its own. */
export function twoColumnNames(rows: readonly MenuRow[], size: TerminalSize): readonly string[] | undefined {
  if (rows.length < fewestForTwoColumns || rows.some((row) => row.short === undefined)) return undefined;
  const room = Math.floor(menuColumns(size) / 2);
  const fits = (names: readonly string[]) => names.every((name) => columnsOf(name) + markColumns <= room);
  return [rows.map((row) => row.name), rows.map((row) => row.short ?? row.name)].find(fits);
}

/** Draws a menu: in two columns where its choices have short names, else one choice a row. */
export function menuFrame(view: MenuView, size: TerminalSize, look: PromptLook): Frame {
  const names = twoColumnNames(view.rows, size);
  return names ? compactFrame(view, names, size, look) : listFrame(view, size, look);
}

function compactFrame(
  { message, rows, active }: MenuView,
  names: readonly string[],
  size: TerminalSize,
  look: PromptLook,
): Frame {
  const columns = menuColumns(size);
  const height = Math.ceil(rows.length / 2);
  const width = Math.floor(columns / 2);
  const cell = (index: number): string => {
    const row = rows[index];
    if (!row) return '';
    const text = `${index === active ? look.pointer : ' '} ${row.key.padStart(1)} ${names[index] ?? ''}`;
    const padded = text + ' '.repeat(Math.max(0, width - columnsOf(text)));
    return index === active ? look.chosen(text) + padded.slice(text.length) : padded;
  };
  const question = fitted(safeText(message), columns, look.cut);
  const hint = `  ${hintText(rows, look)}`;
  const head = columnsOf(question + hint) <= columns ? look.strong(question) + look.faint(hint) : look.strong(question);
  const menu = Array.from({ length: height }, (_, i) => `${cell(i)}${cell(i + height)}`.trimEnd());
  const about = rows[active]?.about;
  const detail = about === undefined ? [] : [look.faint(fitted(`  ${safeText(about)}`, columns, look.cut))];
  return { lines: [head, ...menu, ...detail], caret: { row: 1 + (active % height), column: 0 } };
}

function listFrame({ message, rows, active }: MenuView, size: TerminalSize, look: PromptLook): Frame {
  const columns = menuColumns(size);
  const question = wrappedRows(safeText(message), columns);
  const about = rows[active]?.about;
  const aboutRows = about === undefined ? [] : wrappedRows(safeText(about), columns - 2).slice(0, 3);
  const room = Math.max(1, size.rows - rowsLeftFree - 1 - aboutRows.length);
  const head = question
    .slice(-Math.max(1, Math.min(question.length, room - rows.length)))
    .map((line) => look.strong(line));
  const shown = Math.max(1, Math.min(rows.length, room - head.length));
  const first = Math.max(0, Math.min(active - Math.floor(shown / 2), rows.length - shown));
  const keyColumns = Math.max(...rows.map((row) => columnsOf(row.key)), 0);
  const menu = rows
    .slice(first, first + shown)
    .map((row, i) => menuLine(row, first + i === active, keyColumns, columns, look));
  const detail = aboutRows.map((line) => look.faint(`  ${line}`));
  const lines = [...head, ...menu, ...detail, look.faint(fitted(hintText(rows, look), columns, look.cut))];
  return { lines, caret: { row: head.length + active - first, column: 0 } };
}

function menuColumns(size: TerminalSize): number {
  return Math.max(10, Math.min(size.columns - 1, widestMenu));
}

function menuLine(row: MenuRow, active: boolean, keyColumns: number, columns: number, look: PromptLook): string {
  const mark = active ? look.pointer : ' ';
  const key = keyColumns > 0 ? `${row.key.padStart(keyColumns)}  ` : '';
  const text = fitted(`${mark} ${key}${row.name}`, columns, look.cut);
  return active ? look.chosen(text) : text;
}

function hintText(rows: readonly { key: string }[], look: PromptLook): string {
  const keys = rows.some((row) => row.key !== '') ? `${look.dot} or the key in front` : '';
  return `${look.upDown} and Enter ${keys}`.trim();
}
