import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bufferOf,
  cleanText,
  edited,
  textOf,
  type EditorAction,
  type EditorBuffer,
} from '../../src/edge/editor-buffer.ts';

const insert = (text: string): EditorAction => ({ kind: 'insert', text });
const undo: EditorAction = { kind: 'undo' };

function after(text: string, ...actions: EditorAction[]): EditorBuffer {
  return actions.reduce((buffer, action) => edited(Object.freeze(buffer), action), bufferOf(text));
}

/** The text with the caret drawn as "|". */
function drawn(buffer: EditorBuffer): string {
  return buffer.lines
    .map((line, row) => (row === buffer.row ? `${line.slice(0, buffer.column)}|${line.slice(buffer.column)}` : line))
    .join('\n');
}

describe('editor buffer', () => {
  it.each<[string, string, EditorAction[], string]>([
    ['typing goes in at the caret', 'ab', [{ kind: 'move', to: 'left' }, insert('X')], 'aX|b'],
    ['a paste of lines splits the line', 'ab', [{ kind: 'move', to: 'left' }, insert('1\n2')], 'a1\n2|b'],
    ['carriage returns become line ends', '', [insert('a\r\nb\rc')], 'a\nb\nc|'],
    ['escape sequences lose their escape', '', [insert('\u001b[31mred\u0007\u009b')], '[31mred|'],
    [
      'backspace joins lines at the start of one',
      'a\nb',
      [
        { kind: 'move', to: 'line-start' },
        { kind: 'delete', reach: 'before' },
      ],
      'a|b',
    ],
    ['backspace at the very start does nothing', '', [{ kind: 'delete', reach: 'before' }], '|'],
    ['a family of emoji is one unit', 'a👩‍👩‍👧', [{ kind: 'delete', reach: 'before' }], 'a|'],
    ['a combining accent goes with its letter', 'cafe\u0301', [{ kind: 'delete', reach: 'before' }], 'caf|'],
    ['a word is deleted to its start', 'one two  ', [{ kind: 'delete', reach: 'word-before' }], 'one |'],
    ['the line before the caret is deleted', 'x\none two', [{ kind: 'delete', reach: 'line-before' }], 'x\n|'],
    [
      'deleting after the caret at a line end joins the next',
      'a\nb',
      [
        { kind: 'move', to: 'start' },
        { kind: 'move', to: 'line-end' },
        { kind: 'delete', reach: 'line-after' },
      ],
      'a|b',
    ],
    [
      'word moves cross line ends',
      'a b\nc',
      [
        { kind: 'move', to: 'word-left' },
        { kind: 'move', to: 'word-left' },
        { kind: 'move', to: 'word-left' },
      ],
      'a |b\nc',
    ],
    [
      'a deleted line comes back with undo',
      'x\none two',
      [{ kind: 'delete', reach: 'line-before' }, undo],
      'x\none two|',
    ],
    ['a run of typing is undone at once', 'x', [insert('a'), insert('b'), insert('c'), undo], 'x|'],
    ['a paste is undone apart from typing', '', [insert('a'), insert('p\nq'), undo], 'a|'],
    ['undo with nothing to undo does nothing', 'x', [undo], 'x|'],
    ['a text from the editor can be undone', 'old', [{ kind: 'replace', text: 'new' }, undo], 'old|'],
  ])('%s', (_, start, actions, expected) => {
    expect(drawn(after(start, ...actions))).toBe(expected);
  });

  it('holds any text that is typed into it, apart from control characters', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (pieces) => {
        expect(textOf(after('', ...pieces.map(insert)))).toBe(cleanText(pieces.join('')));
      }),
    );
  });

  it('keeps the caret inside the text whatever is done', () => {
    const targets = ['left', 'right', 'word-left', 'word-right', 'line-start', 'line-end', 'start', 'end'] as const;
    const reaches = ['before', 'after', 'word-before', 'word-after', 'line-before', 'line-after'] as const;
    const action = fc.oneof(
      fc.string({ unit: 'grapheme' }).map(insert),
      fc.constant(insert('\n')),
      fc.constantFrom(...targets).map((to): EditorAction => ({ kind: 'move', to })),
      fc.constantFrom(...reaches).map((reach): EditorAction => ({ kind: 'delete', reach })),
      fc.constant(undo),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const buffer = after('日本 text\nline', ...actions);
        const line = buffer.lines[buffer.row];
        expect(line).toBeDefined();
        expect(buffer.column).toBeLessThanOrEqual(line?.length ?? -1);
        expect(buffer.column).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
