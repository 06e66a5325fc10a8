import { expect, test } from 'vitest';
import { editDistance, typoRepair } from '../../../src/grading/text/repair-typos.ts';
import { stem } from '../../../src/grading/text/stem.ts';
import type { Token } from '../../../src/grading/text/token.ts';
import { isWord } from '../../support/words.ts';

function token(text: string): Token {
  return {
    text,
    stem: stem(text),
    start: 3,
    end: 3 + text.length,
    gap: ' ',
    slot: 0,
    content: true,
    quantities: [],
    span: 1,
  };
}

const words = new Set(['retrieval', 'embedding', 'latency', 'index', 'recall']);
const repair = typoRepair({ words, hasStem: (one) => [...words].some((word) => stem(word) === one), isWord });

test.each([
  ['retreival', 'retrieval'],
  ['embedddings', 'embeddings'],
  ['embeddngs', 'embeddings'],
  ['latancy', 'latency'],
  ['recalll', 'recall'],
  // A word of the language is never changed, nor a short one, nor one too far away.
  ['retriever', 'retriever'],
  ['indies', 'indies'],
  ['inex', 'inex'],
  ['rtrvl', 'rtrvl'],
])('%s is read as %s', (written, expected) => {
  expect(repair(token(written)).text).toBe(expected);
});

test('the offsets stay, so that the original is quoted', () => {
  expect(repair(token('retreival'))).toMatchObject({ start: 3, end: 12 });
});

test.each([
  ['retreival', 'retrieval', 2, 1],
  ['abc', 'abc', 2, 0],
  ['abc', 'abcdef', 2, 3],
  ['ab', 'ba', 1, 1],
  ['kitten', 'sitting', 3, 3],
])('from %s to %s within %i is %i', (a, b, limit, expected) => {
  expect(editDistance(a, b, limit)).toBe(expected);
});
