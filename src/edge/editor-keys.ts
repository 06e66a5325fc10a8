import type { EditorAction } from './editor-buffer.ts';
import type { Key } from './key-bursts.ts';

/** What a key asks of the editor. */
export type EditorCommand =
  | { kind: 'edit'; action: EditorAction }
  | { kind: 'vertical'; by: -1 | 1; page: boolean }
  | { kind: 'submit' }
  | { kind: 'open-editor' }
  | { kind: 'none' };

/** Reads a key that is no text; keys follow the habits of shells. */
export function readEditorKey(key: Key): EditorCommand {
  const name = key.name ?? '';
  if (key.sequence === '\u001f') return edit({ kind: 'undo' });
  if (key.ctrl) return controlKeys[name] ?? none;
  if (key.meta) return metaKeys[name] ?? none;
  return plainKeys[name] ?? none;
}

function edit(action: EditorAction): EditorCommand {
  return { kind: 'edit', action };
}

const none: EditorCommand = { kind: 'none' };
const wordLeft = edit({ kind: 'move', to: 'word-left' });
const wordRight = edit({ kind: 'move', to: 'word-right' });
const cutWord = edit({ kind: 'delete', reach: 'word-before' });

const plainKeys: Readonly<Record<string, EditorCommand>> = {
  left: edit({ kind: 'move', to: 'left' }),
  right: edit({ kind: 'move', to: 'right' }),
  home: edit({ kind: 'move', to: 'line-start' }),
  end: edit({ kind: 'move', to: 'line-end' }),
  up: { kind: 'vertical', by: -1, page: false },
  down: { kind: 'vertical', by: 1, page: false },
  pageup: { kind: 'vertical', by: -1, page: true },
  pagedown: { kind: 'vertical', by: 1, page: true },
  backspace: edit({ kind: 'delete', reach: 'before' }),
  delete: edit({ kind: 'delete', reach: 'after' }),
};

const controlKeys: Readonly<Record<string, EditorCommand>> = {
  d: { kind: 'submit' },
  o: { kind: 'open-editor' },
  a: edit({ kind: 'move', to: 'line-start' }),
  e: edit({ kind: 'move', to: 'line-end' }),
  b: edit({ kind: 'move', to: 'left' }),
  f: edit({ kind: 'move', to: 'right' }),
  p: { kind: 'vertical', by: -1, page: false },
  n: { kind: 'vertical', by: 1, page: false },
  h: edit({ kind: 'delete', reach: 'before' }),
  w: cutWord,
  u: edit({ kind: 'delete', reach: 'line-before' }),
  k: edit({ kind: 'delete', reach: 'line-after' }),
  y: edit({ kind: 'undo' }),
  _: edit({ kind: 'undo' }),
  left: wordLeft,
  right: wordRight,
  home: edit({ kind: 'move', to: 'start' }),
  end: edit({ kind: 'move', to: 'end' }),
  backspace: cutWord,
  delete: edit({ kind: 'delete', reach: 'word-after' }),
};

const metaKeys: Readonly<Record<string, EditorCommand>> = {
  b: wordLeft,
  f: wordRight,
  left: wordLeft,
  right: wordRight,
  d: edit({ kind: 'delete', reach: 'word-after' }),
  backspace: cutWord,
};
