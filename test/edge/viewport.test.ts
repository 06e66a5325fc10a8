import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bufferOf, edited } from '../../src/edge/editor-buffer.ts';
import { columnsOf, fitted } from '../../src/edge/text-cells.ts';
import { createWrapping, movedVertically, viewportOf, wrappedRows } from '../../src/edge/viewport.ts';

describe('wrapping', () => {
  it.each([
    ['short lines stay', 'one two', 10, ['one two']],
    ['breaks come at spaces', 'one two three', 8, ['one two', 'three']],
    ['a word longer than the row is cut', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['a wide character takes two columns', '日本語テキスト', 6, ['日本語', 'テキス', 'ト']],
    ['a space may hang over the edge', 'abcd efgh', 4, ['abcd', 'efgh']],
    ['a word that went to the next row may fill it', 'a bcd日', 4, ['a', 'bcd', '日']],
    ['an empty line is a row', 'a\n\nb', 4, ['a', '', 'b']],
    ['bidi overrides and escapes are not drawn', 'a\u202eb\u2066c\u001b[2Jd', 20, ['abc[2Jd']],
  ])('%s', (_, text, width, rows) => {
    expect(wrappedRows(text, width)).toEqual(rows);
  });

  it('draws every word of any text, and no row wider than the width and one hanging space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 4, max: 40 }), (text, width) => {
        for (const row of wrappedRows(text, width)) expect(columnsOf(row)).toBeLessThanOrEqual(width + 1);
      }),
    );
  });
});

describe('viewport', () => {
  const text = Array.from({ length: 50 }, (_, i) => `line ${i}`).join('\n');

  it('shows no more rows than it is given, with the caret among them', () => {
    const view = viewportOf(bufferOf(text), createWrapping(20), 10, 0);
    expect(view.rows).toHaveLength(10);
    expect(view).toMatchObject({ top: 40, total: 50, caret: { row: 9, column: 7 } });
  });

  it('stays still while the caret moves inside it, and follows the caret out of it', () => {
    const wrapping = createWrapping(20);
    let buffer = bufferOf(text);
    const up = () => (buffer = edited(buffer, { kind: 'place', ...movedVertically(buffer, wrapping, -1) }));
    for (let i = 0; i < 9; i += 1) up();
    expect(viewportOf(buffer, wrapping, 10, 40)).toMatchObject({ top: 40, caret: { row: 0 } });
    up();
    expect(viewportOf(buffer, wrapping, 10, 40)).toMatchObject({ top: 39, caret: { row: 0 } });
  });

  it('places the caret after wide characters and emoji by columns', () => {
    expect(viewportOf(bufferOf('日本👩‍👩‍👧a'), createWrapping(20), 5, 0).caret).toEqual({ row: 0, column: 7 });
  });

  it('moves up and down inside a wrapped line', () => {
    const wrapping = createWrapping(8);
    const buffer = bufferOf('one two three');
    expect(movedVertically(buffer, wrapping, -1)).toEqual({ row: 0, column: 5 });
    expect(movedVertically(buffer, wrapping, 1)).toEqual({ row: 0, column: 13 });
  });

  it('lays out a line of 100 KB fast enough to type in it', () => {
    const line = 'we take the query and encode it '.repeat(3200);
    const start = performance.now();
    viewportOf(bufferOf(line), createWrapping(76), 20, 0);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('fitted', () => {
  it.each([
    ['short', 10, 'short'],
    ['a longer title', 8, 'a longe…'],
    ['日本語テキスト', 5, '日本…'],
    ['two\nlines', 20, 'two lines'],
  ])('%j in %i columns is %j', (text, columns, expected) => {
    expect(fitted(text, columns, '…')).toBe(expected);
  });
});
