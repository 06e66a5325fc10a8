import { stem } from './stem.ts';
import type { Token } from './token.ts';

const shortestRepaired = 5;
const longEnoughForTwo = 8;

/**
 * Makes a function that reads a misspelt term as the term: one edit away, two from eight letters on, and only
 * where the written word is no word of the language. The token keeps its offsets, so the original is quoted.
 */
export function typoRepair({ words, hasStem, isWord }: Known): (token: Token) => Token {
  const seen = new Map<string, string | null>();
  let byLength: ReadonlyMap<number, readonly string[]> | undefined;
  const termFor = (token: Token): string | null => {
    if (isWord(token.text) || hasStem(token.stem)) return null;
    byLength ??= groupByLength([...words].flatMap(inflections));
    return nearestTerm(token.text, byLength);
  };
  return (token) => {
    if (token.text.length < shortestRepaired || !/^[a-z]+$/u.test(token.text)) return token;
    let term = seen.get(token.text);
    if (term === undefined) {
      term = termFor(token);
      if (seen.size > 5000) seen.clear();
      seen.set(token.text, term);
    }
    return term === null ? token : { ...token, text: term, stem: stem(term) };
  };
}

/** What counts as spelt rightly: the literal words of the patterns, their stems, and the words of the language. */
export type Known = {
  words: ReadonlySet<string>;
  hasStem: (stem: string) => boolean;
  isWord: (word: string) => boolean;
};

function groupByLength(words: readonly string[]): Map<number, string[]> {
  const byLength = new Map<number, string[]>();
  for (const word of words) {
    if (word.length < shortestRepaired || /\d/u.test(word)) continue;
    const list = byLength.get(word.length);
    if (list) list.push(word);
    else byLength.set(word.length, [word]);
  }
  return byLength;
}

function inflections(word: string): string[] {
  const root = word.endsWith('e') ? word.slice(0, -1) : word;
  return word.length < 4 ? [word] : [word, `${word}s`, `${root}ed`, `${root}ing`];
}

function nearestTerm(word: string, byLength: ReadonlyMap<number, readonly string[]>): string | null {
  const allowed = word.length >= longEnoughForTwo ? 2 : 1;
  let best: string | null = null;
  let bestDistance = allowed + 1;
  for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
    for (const term of byLength.get(length) ?? []) {
      if (term[0] !== word[0] && term[1] !== word[1]) continue;
      const distance = editDistance(word, term, bestDistance - 1);
      if (distance < bestDistance) {
        best = term;
        bestDistance = distance;
      }
    }
  }
  return best;
}

/**
 * Damerau-Levenshtein distance with adjacent transpositions (optimal string alignment); gives up early and returns
 * `limit + 1` when it would be more than `limit`.
 *
 * @example editDistance('retreival', 'retrieval', 2) // 1
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      current.push(least);
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
