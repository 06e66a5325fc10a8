import { describe, expect, it } from 'vitest';
import { didYouMean, editDistance, nearNames } from '../../src/domain/near-names.ts';

const commands = ['practice', 'resume', 'sessions', 'list', 'show', 'grade'];

describe('nearNames', () => {
  it.each([
    ['practise', ['practice']],
    ['lsit', ['list']],
    ['sess', ['sessions']],
    ['Grade', ['grade']],
    ['kubernetes', []],
    ['', []],
  ])('"%s" is near %j', (word, near) => {
    expect(nearNames(word, commands)).toEqual(near);
  });

  it('finds an id by one of its words', () => {
    expect(nearNames('youtube', ['youtube-search', 'visual-search'])).toEqual(['youtube-search']);
    expect(nearNames('search', ['youtube-search', 'visual-search'])).toEqual(['youtube-search', 'visual-search']);
  });
});

describe('didYouMean', () => {
  it.each([
    ['lsit', 'Did you mean "list"?'],
    ['search', 'Did you mean "a-search" or "b-search"?'],
    ['zzz', ''],
  ])('"%s" gives "%s"', (word, sentence) => {
    expect(didYouMean(word, ['list', 'a-search', 'b-search'])).toBe(sentence);
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['grade', '', 5],
  ])('from "%s" to "%s" it is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
