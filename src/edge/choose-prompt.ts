import type { Choice, Reply } from '../ports.ts';
import type { Dialogue, DialogueHost, TerminalSize } from './dialogue.ts';
import type { Frame } from './frame.ts';
import type { Key, KeyPiece } from './key-bursts.ts';
import type { PromptLook } from './prompt-look.ts';
import { columnsOf, fitted } from './text-cells.ts';
import { wrappedRows } from './viewport.ts';
import { safeText } from '../render/safe-text.ts';

export type ChooseRequest<T> = { message: string; choices: readonly Choice<T>[]; initial?: T };

type Row<T> = Choice<T> & { key: string };

const rowsLeftFree = 4;
const widest = 100;

/** A menu: arrow keys and Enter, or the key of a choice at once. Choices without a key get a digit. */
export function chooseDialogue<T>(request: ChooseRequest<T>, look: PromptLook, host: DialogueHost<Reply<T>>): Dialogue {
  const rows = withKeys(request.choices);
  let active = Math.max(
    0,
    rows.findIndex((row) => row.value === request.initial),
  );
  let state: 'open' | 'settled' = 'open';

  const take = (index: number) => {
    const row = rows[index];
    if (!row || state === 'settled') return;
    state = 'settled';
    const message = lastLine(request.message);
    host.settle({ kind: 'answered', value: row.value }, [
      `${look.strong(message)} ${look.chosen(fitted(row.name, widest, look.cut))}`,
    ]);
  };
  const leave: Dialogue['onLeave'] = (by) => host.settle({ kind: 'left', draft: '', by }, []);
  const step = (by: number) => {
    active = (active + by + rows.length) % Math.max(1, rows.length);
  };
  const press = (key: Key) => {
    const name = key.name ?? '';
    if (key.ctrl && name === 'd') leave('end-of-input');
    else if (name === 'up' || (key.ctrl && name === 'p')) step(-1);
    else if (name === 'down' || (key.ctrl && name === 'n')) step(1);
    else if (name === 'home') active = 0;
    else if (name === 'end') active = rows.length - 1;
  };

  return {
    onKeys: (pieces: readonly KeyPiece[]) => {
      for (const piece of pieces) {
        if (piece.kind === 'key') press(piece.key);
        else if (piece.how === 'typed') {
          for (const character of piece.text) {
            if (character === '\n') take(active);
            else take(indexOfKey(rows, character));
          }
        }
      }
    },
    onLeave: leave,
    draw: (size) => menuFrame(request.message, rows, active, size, look),
  };
}

function withKeys<T>(choices: readonly Choice<T>[]): Row<T>[] {
  const taken = new Set(choices.map((choice) => choice.key));
  const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].filter((digit) => !taken.has(digit));
  const keyless = choices.filter((choice) => choice.key === undefined).length;
  const enough = keyless <= digits.length;
  return choices.map((choice) => ({
    ...choice,
    key: choice.key ?? (enough ? digits.shift() : '') ?? '',
  }));
}

function indexOfKey(rows: readonly { key: string }[], character: string): number {
  const exact = rows.findIndex((row) => row.key === character);
  return exact === -1 ? rows.findIndex((row) => row.key.toLowerCase() === character.toLowerCase()) : exact;
}

function menuFrame<T>(
  message: string,
  rows: readonly Row<T>[],
  active: number,
  size: TerminalSize,
  look: PromptLook,
): Frame {
  const columns = Math.max(10, Math.min(size.columns - 1, widest));
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

function menuLine<T>(row: Row<T>, active: boolean, keyColumns: number, columns: number, look: PromptLook): string {
  const mark = active ? look.pointer : ' ';
  const key = keyColumns > 0 ? `${row.key.padStart(keyColumns)}  ` : '';
  const text = fitted(`${mark} ${key}${row.name}`, columns, look.cut);
  return active ? look.chosen(text) : text;
}

function hintText(rows: readonly { key: string }[], look: PromptLook): string {
  const keys = rows.some((row) => row.key !== '') ? `${look.dot} or the key in front` : '';
  return `${look.upDown} and Enter ${keys}`.trim();
}

function lastLine(message: string): string {
  return safeText(message).trimEnd().split('\n').at(-1) ?? '';
}
