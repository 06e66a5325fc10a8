import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import wrapAnsi from 'wrap-ansi';
import { paletteFor } from '../../src/render/palette.ts';
import { safeText } from '../../src/render/safe-text.ts';
import { isNarrow } from '../../src/render/text-width.ts';
import { padText, textWidth, wrapHanging, wrapLines } from '../../src/render/wrap.ts';

const paint = paletteFor({ color: true });

describe('the width of a text', () => {
  it.each([
    ['abc', 3],
    ['視頻', 4],
    ['ｆｕｌｌ', 8],
    ['한글', 4],
    ['e\u0301', 1],
    ['🎬', 2],
    ['👨‍👩‍👧', 2],
    ['👍🏽', 2],
    ['🇩🇪', 2],
    ['❤️', 2],
    ['1️⃣', 2],
    ['●◐○▲→…“”│█', 10],
    ['\u200B', 0],
    [paint.strong('abc'), 3],
  ])('%j is %i', (text, width) => {
    expect(textWidth(text)).toBe(width);
    expect(stringWidth(text)).toBe(width);
  });

  it('agrees with the library on every character that it takes at a glance', () => {
    const characters = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).filter(isNarrow);
    expect(characters.length).toBeGreaterThan(700);
    expect(characters.filter((character) => stringWidth(character) !== 1)).toEqual([]);
  });

  it('agrees with the library on what people type', () => {
    const scripts = fc.constantFrom(
      'a',
      ' ',
      'é',
      'ß',
      'Ω',
      'я',
      '視',
      'カ',
      'ｶ',
      '한',
      '「',
      '，',
      'क',
      'ع',
      'א',
      '🎬',
      '→',
      '€',
      '½',
      '√',
      '✓',
      '☐',
      '─',
      '…',
      '\u0301',
      '🚀',
    );
    fc.assert(
      fc.property(
        fc.array(scripts).map((parts) => parts.join('')),
        (text) => {
          expect(textWidth(text)).toBe(stringWidth(text));
        },
      ),
    );
  });
});

const words = fc
  .array(fc.constantFrom('a', 'two', 'retrieval', 'a-rather-long-word-that-is-cut', '視頻検索', '🎬', ' ', '  '), {
    maxLength: 20,
  })
  .map((parts) => parts.join(' '));

describe('wrapping', () => {
  it('fits the columns, loses no word and no character', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 40 }), (text, columns) => {
        const lines = wrapLines(text, columns);
        expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(columns);
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it('breaks where the library breaks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'two', 'three', 'retrieval', 'index'), { minLength: 1 }),
        fc.integer({ min: 9, max: 60 }),
        (parts, columns) => {
          expect(wrapLines(parts.join(' '), columns)).toEqual(
            wrapAnsi(parts.join(' '), columns, { hard: true }).split('\n'),
          );
        },
      ),
    );
  });

  it('carries styles over the end of a line, each line closed in itself', () => {
    const lines = wrapLines(`x ${paint.strong(`one ${paint.code('two three')} four`)} five`, 8);
    expect(lines.map((line) => safeText(line))).toEqual(['x one', 'two', 'three', 'four', 'five']);
    expect(lines[2]).toBe('\u001b[1m\u001b[38;5;33mthree\u001b[39m\u001b[22m');
    expect(lines[4]).toBe('five');
  });

  it.each([
    ['- ', '  ', ['- one two', '  three']],
    ['12. ', '    ', ['12. one', '    two', '    three']],
    ['! Warning: ', '  ', ['! Warning:', '  one two', '  three']],
    ['', '    ', ['one', '    two', '    three']],
  ])('hangs below %j', (first, rest, wanted) => {
    expect(wrapHanging('one two three', 10, first, rest)).toEqual(wanted);
  });

  it('fills up by columns, not by letters', () => {
    expect([padText('視', 4), padText('視', 4, 'right'), padText('long', 2)]).toEqual(['視  ', '  視', 'long']);
  });
});
