import { describe, expect, it } from 'vitest';
import {
  createPastedLines,
  isQuestion,
  looksLikeCommand,
  readCommandLine,
  wordCount,
} from '../../src/edge/typed-lines.ts';

const commands = ['hint', 'ask', 'quit', '?'];

describe('command lines', () => {
  it.each([
    [':hint', { name: 'hint', argument: '' }],
    ['  :HINT  ', { name: 'hint', argument: '' }],
    [':ask How many videos?', { name: 'ask', argument: 'How many videos?' }],
    [':?', { name: '?', argument: '' }],
    [':hints', undefined],
    ['use :hint', undefined],
    [': hint', undefined],
    [':', undefined],
    ['', undefined],
  ])('%j is read as %j', (line, expected) => {
    expect(readCommandLine(line, commands)).toEqual(expected);
  });

  it('names with and without a colon are the same', () => {
    expect(readCommandLine(':hint', [':hint'])).toEqual({ name: 'hint', argument: '' });
  });

  it('a pasted line stays pasted while somebody types on', () => {
    const lines = createPastedLines([]);
    lines.note(['text', ':ask']);
    lines.carry(':ask', ':ask more');
    expect([':ask', ':ask more', 'text', ':hint'].map(lines.has)).toEqual([true, true, false, false]);
  });
});

describe('lines', () => {
  it.each([
    ['How many?', true],
    ['ビデオはいくつ？', true],
    ['How many? I assume ten.', false],
    ['?', false],
    [':ask what?', false],
  ])('%j as a question: %s', (line, expected) => expect(isQuestion(line)).toBe(expected));

  it.each([
    [':hnt', true],
    [':-)', false],
    [':see the table below', false],
  ])('%j looks like a command: %s', (line, expected) => expect(looksLikeCommand(line)).toBe(expected));

  it.each([
    ['', 0],
    ['one', 1],
    [' two  words\n', 2],
  ])('%j has %i words', (text, count) => expect(wordCount(text)).toBe(count));
});
