import { describe, expect, test } from 'vitest';
import { readAnswerText } from '../../../src/grading/text/answer-text.ts';

function read(text: string) {
  return readAnswerText(text, { isTerm: () => false, repair: (token) => token });
}

function sentences(text: string): string[] {
  const { sentences: found, tokens } = read(text);
  return found.map(
    ({ from, to, shape }) =>
      `${shape[0]}: ${tokens
        .slice(from, to)
        .map((token) => token.text)
        .join(' ')}`,
  );
}

describe('sentences', () => {
  test.each([
    ['One. Two! Three?', ['s: one', 's: two', 'q: three']],
    ['It takes 1.5 ms, e.g. here vs. there.', ['s: it takes 1.5 ms e.g. here versus there']],
    ['- first\n- second\n\nthird', ['s: first', 's: second', 's: third']],
    ['# Serving\nWe cache.', ['h: serving', 's: we cache']],
    ['**Serving:**\nWe cache.', ['h: serving', 's: we cache']],
    ['| one two | c d |\n| e f | g h |', ['s: one two', 's: c d', 's: e f', 's: g h']],
    [
      'a line that was broken by the editor at its margin, and so\ngoes on here',
      ['s: a line that was broken by the editor at its margin and so goes on here'],
    ],
    ['one; two', ['s: one', 's: two']],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  test('dictated text is cut into clauses that share a stretch', () => {
    const text =
      'so first we look at the words of the query and then we look for videos that are near to it in the space of vectors and because names get lost there we also keep the old search beside it';
    const found = read(text).sentences;
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found.map((sentence) => sentence.stretch)).size).toBe(1);
  });

  test('blank lines divide blocks', () => {
    expect(read('one.\ntwo.\n\nthree.').sentences.map((sentence) => sentence.block)).toEqual([0, 0, 1]);
  });
});
