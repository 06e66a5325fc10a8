import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeLine, safeText } from '../../src/render/safe-text.ts';
import { hostile, steers } from '../support/page-frames.ts';

describe('safe text', () => {
  it.each([
    ['colours', 'a\u001b[1;31mb\u001b[0mc', 'abc'],
    ['a window title', 'a\u001b]0;evil\u0007b', 'ab'],
    ['a hyperlink', '\u001b]8;;https://e.org\u001b\\x\u001b]8;;\u001b\\', 'x'],
    ['an unfinished sequence keeps its words', 'a\u001b]0;words that stay', 'a]0;words that stay'],
    ['an eight-bit sequence', 'a\u009b2Jb', 'ab'],
    ['bidi overrides and isolates', 'a\u202Eb\u2066c\u2069', 'abc'],
    ['line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['newline and tab stay', 'a\n\tb', 'a\n\tb'],
    ['half a surrogate pair', 'a\ud83d', 'a\ufffd'],
    ['other scripts and emoji stay', 'naïve α 視頻 🎬', 'naïve α 視頻 🎬'],
  ])('%s', (_, given, wanted) => {
    expect(safeText(given)).toBe(wanted);
  });

  it('holds nothing that steers, whatever is given', () => {
    expect(steers(safeText(hostile))).toBe(false);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => !steers(safeText(text)) && !/[\n\t]/u.test(safeLine(text))),
    );
  });
});
