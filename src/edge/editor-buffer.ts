import { unitAfter, unitBefore } from './text-cells.ts';

/** The text being typed, the caret, and what can be undone. A value: every edit makes a new one. */
export type EditorBuffer = {
  readonly lines: readonly string[];
  readonly row: number;
  /** In UTF-16 units of the line. */
  readonly column: number;
  readonly past: readonly Moment[];
  readonly lastEdit: 'typing' | 'deleting' | 'other';
};

type Moment = Pick<EditorBuffer, 'lines' | 'row' | 'column'>;

export type DeleteReach = 'before' | 'after' | 'word-before' | 'word-after' | 'line-before' | 'line-after';
export type MoveTarget = 'left' | 'right' | 'word-left' | 'word-right' | 'line-start' | 'line-end' | 'start' | 'end';
export type EditorAction =
  | { kind: 'insert'; text: string }
  | { kind: 'delete'; reach: DeleteReach }
  | { kind: 'move'; to: MoveTarget }
  | { kind: 'place'; row: number; column: number }
  | { kind: 'replace'; text: string }
  | { kind: 'undo' };

const momentsKept = 200;

/** A buffer that holds a text, with the caret at its end. */
export function bufferOf(text: string): EditorBuffer {
  const lines = cleanText(text).split('\n');
  return { lines, row: lines.length - 1, column: lines.at(-1)?.length ?? 0, past: [], lastEdit: 'other' };
}

/** The text of a buffer. */
export function textOf(buffer: EditorBuffer): string {
  return buffer.lines.join('\n');
}

/** The line in which the caret stands. */
export function currentLine(buffer: EditorBuffer): string {
  return buffer.lines[buffer.row] ?? '';
}

/** Line ends become "\n"; escape and other control characters, which nobody types on purpose, are left out. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, '');
}

/** The buffer after one action. */
export function edited(buffer: EditorBuffer, action: EditorAction): EditorBuffer {
  switch (action.kind) {
    case 'insert':
      return inserted(buffer, cleanText(action.text));
    case 'delete':
      return deleted(buffer, action.reach);
    case 'move':
      return { ...buffer, ...target(buffer, action.to), lastEdit: 'other' };
    case 'place':
      return { ...buffer, row: action.row, column: action.column, lastEdit: 'other' };
    case 'replace':
      return { ...bufferOf(action.text), past: remembered(buffer) };
    case 'undo':
      return undone(buffer);
  }
}

function inserted(buffer: EditorBuffer, text: string): EditorBuffer {
  if (text === '') return buffer;
  const line = currentLine(buffer);
  const pieces = (line.slice(0, buffer.column) + text).split('\n');
  const row = buffer.row + pieces.length - 1;
  const column = pieces.at(-1)?.length ?? 0;
  pieces.push((pieces.pop() ?? '') + line.slice(buffer.column));
  const typing = !text.includes('\n');
  const past = typing && buffer.lastEdit === 'typing' ? buffer.past : remembered(buffer);
  const lines = [...buffer.lines.slice(0, buffer.row), ...pieces, ...buffer.lines.slice(buffer.row + 1)];
  return { lines, row, column, past, lastEdit: typing ? 'typing' : 'other' };
}

function deleted(buffer: EditorBuffer, reach: DeleteReach): EditorBuffer {
  const here = { row: buffer.row, column: buffer.column };
  const there = target(buffer, reachTargets[reach]);
  const joinsAtEnd = reach === 'line-after' && there.column === here.column;
  const other = joinsAtEnd ? target(buffer, 'right') : there;
  const [from, to] = isBefore(other, here) ? [other, here] : [here, other];
  if (from.row === to.row && from.column === to.column) return buffer;
  const joined = (buffer.lines[from.row] ?? '').slice(0, from.column) + (buffer.lines[to.row] ?? '').slice(to.column);
  const single = reach === 'before' || reach === 'after';
  return {
    lines: [...buffer.lines.slice(0, from.row), joined, ...buffer.lines.slice(to.row + 1)],
    ...from,
    past: single && buffer.lastEdit === 'deleting' ? buffer.past : remembered(buffer),
    lastEdit: single ? 'deleting' : 'other',
  };
}

const reachTargets: Record<DeleteReach, MoveTarget> = {
  before: 'left',
  after: 'right',
  'word-before': 'word-left',
  'word-after': 'word-right',
  'line-before': 'line-start',
  'line-after': 'line-end',
};

type Spot = { row: number; column: number };

function target(buffer: EditorBuffer, to: MoveTarget): Spot {
  const { row, column } = buffer;
  const line = currentLine(buffer);
  const lastRow = buffer.lines.length - 1;
  switch (to) {
    case 'line-start':
      return { row, column: 0 };
    case 'line-end':
      return { row, column: line.length };
    case 'start':
      return { row: 0, column: 0 };
    case 'end':
      return { row: lastRow, column: buffer.lines[lastRow]?.length ?? 0 };
    case 'left':
    case 'word-left':
      if (column === 0)
        return row === 0 ? { row, column } : { row: row - 1, column: buffer.lines[row - 1]?.length ?? 0 };
      return { row, column: to === 'left' ? unitBefore(line, column) : wordStart(line, column) };
    case 'right':
    case 'word-right':
      if (column === line.length) return row === lastRow ? { row, column } : { row: row + 1, column: 0 };
      return { row, column: to === 'right' ? unitAfter(line, column) : wordEnd(line, column) };
  }
}

function wordStart(line: string, column: number): number {
  const before = line.slice(0, column).trimEnd();
  return before.search(/\S+$/u) === -1 ? 0 : before.search(/\S+$/u);
}

function wordEnd(line: string, column: number): number {
  return column + (/^\s*\S*/u.exec(line.slice(column))?.[0].length ?? 0);
}

function isBefore(one: Spot, other: Spot): boolean {
  return one.row < other.row || (one.row === other.row && one.column < other.column);
}

function remembered({ lines, row, column, past }: EditorBuffer): readonly Moment[] {
  return [...past.slice(1 - momentsKept), { lines, row, column }];
}

function undone(buffer: EditorBuffer): EditorBuffer {
  const moment = buffer.past.at(-1);
  return moment ? { ...moment, past: buffer.past.slice(0, -1), lastEdit: 'other' } : buffer;
}
