import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';

const words = new Set(readFileSync(wordListPath, 'utf8').split('\n'));

/** The word list that the program ships with. */
export function isWord(word: string): boolean {
  return words.has(word);
}
