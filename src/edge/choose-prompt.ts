import type { Choice, Reply } from '../ports.ts';
import type { Dialogue, DialogueHost } from './dialogue.ts';
import type { Key, KeyPiece } from './key-bursts.ts';
import type { PromptLook } from './prompt-look.ts';
import { menuFrame, twoColumnNames, widestMenu } from './menu-frame.ts';
import { columnsOf, fitted } from './text-cells.ts';
import { safeText } from '../render/safe-text.ts';

export type ChooseRequest<T> = { message: string; choices: readonly Choice<T>[]; initial?: T };

type Row<T> = Choice<T> & { key: string };

/** A menu: arrow keys and Enter, or the key of a choice at once. Choices without a key get a digit. */
export function chooseDialogue<T>(request: ChooseRequest<T>, look: PromptLook, host: DialogueHost<Reply<T>>): Dialogue {
  const rows = withKeys(request.choices);
  let active = Math.max(
    0,
    rows.findIndex((row) => row.value === request.initial),
  );
  let state: 'open' | 'settled' = 'open';
  let rowsAColumn = rows.length;
  let columns = widestMenu;

  const take = (index: number) => {
    const row = rows[index];
    if (!row || state === 'settled') return;
    state = 'settled';
    const message = lastLine(request.message);
    host.settle({ kind: 'answered', value: row.value }, [
      `${look.strong(message)} ${look.chosen(fitted(row.name, Math.max(10, columns - columnsOf(message) - 1), look.cut))}`,
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
    else if (name === 'left' && active >= rowsAColumn) active -= rowsAColumn;
    else if (name === 'right' && active + rowsAColumn < rows.length) active += rowsAColumn;
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
    draw: (size) => {
      columns = Math.min(size.columns - 1, widestMenu);
      rowsAColumn = twoColumnNames(rows, size) ? Math.ceil(rows.length / 2) : rows.length;
      return menuFrame({ message: request.message, rows, active }, size, look);
    },
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

function lastLine(message: string): string {
  return safeText(message).trimEnd().split('\n').at(-1) ?? '';
}
