import type { Reply } from '../ports.ts';
import { bufferOf, edited, textOf, type EditorBuffer } from './editor-buffer.ts';
import { readEditorKey } from './editor-keys.ts';
import type { Dialogue, DialogueHost } from './dialogue.ts';
import type { PromptLook } from './prompt-look.ts';
import { createWrapping, viewportOf, wrappedRows } from './viewport.ts';
import { safeText } from '../render/safe-text.ts';

export type LineRequest = { message: string; initial?: string };

const widest = 100;
const rowsLeftFree = 4;

/** One line of text; a line end that is typed sends it, one that is pasted becomes a space. */
export function lineDialogue(request: LineRequest, look: PromptLook, host: DialogueHost<Reply<string>>): Dialogue {
  let buffer: EditorBuffer = bufferOf((request.initial ?? '').replace(/\s*\n\s*/gu, ' '));
  let top = 0;
  let state: 'open' | 'settled' = 'open';
  const settle = (reply: Reply<string>, remains: readonly string[]) => {
    if (state === 'settled') return;
    state = 'settled';
    host.settle(reply, remains);
  };
  const send = () =>
    settle({ kind: 'answered', value: textOf(buffer) }, remaining(request.message, textOf(buffer), look));
  const leave: Dialogue['onLeave'] = (by) => settle({ kind: 'left', draft: textOf(buffer), by }, []);
  const type = (text: string) => {
    buffer = edited(buffer, { kind: 'insert', text: text.replace(/\s*\n\s*/gu, ' ') });
  };

  return {
    onKeys: (pieces) => {
      for (const piece of pieces) {
        if (piece.kind === 'text') {
          const sends = piece.how === 'typed' && piece.text.endsWith('\n');
          type(sends ? piece.text.slice(0, -1) : piece.text);
          if (sends) send();
          continue;
        }
        const command = readEditorKey(piece.key);
        if (command.kind === 'edit') buffer = edited(buffer, command.action);
        else if (command.kind === 'submit' && textOf(buffer) === '') leave('end-of-input');
        else if (command.kind === 'submit') send();
      }
    },
    onLeave: leave,
    draw: (size) => {
      const columns = Math.max(10, Math.min(size.columns - 1, widest));
      const question = wrappedRows(safeText(request.message), columns).slice(
        0,
        Math.max(1, size.rows - rowsLeftFree - 1),
      );
      const room = Math.max(1, size.rows - rowsLeftFree - question.length);
      const view = viewportOf(buffer, createWrapping(columns - 3), room, top);
      top = view.top;
      const rows = view.rows.map((row, i) => `${i === 0 ? look.pointer : ' '} ${row}`);
      return {
        lines: [...question.map((line) => look.strong(line)), ...rows],
        caret: { row: question.length + view.caret.row, column: 2 + view.caret.column },
      };
    },
  };
}

function remaining(message: string, value: string, look: PromptLook): string[] {
  const rows = wrappedRows(safeText(value), widest / 2);
  return [
    look.strong(safeText(message).trimEnd().split('\n').at(-1) ?? ''),
    ...rows.map((row) => `${look.pointer} ${row}`),
  ];
}
