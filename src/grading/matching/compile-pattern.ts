import type { Alternative, Item, Pattern, WordTest } from '../../domain/pattern.ts';
import { articles, type Lexicon, type TokenTest } from './lexicon.ts';
import { stem } from '../text/stem.ts';
import { expand } from '../text/tokenize.ts';

/** One slot of a pattern: runs of words by their number in the lexicon, and everything that is no word. */
export type CompiledItem = { words: Int32Array; others: readonly Exclude<Alternative, { kind: 'words' }>[] };

export type CompiledPattern = {
  source: string;
  items: readonly CompiledItem[];
  ordered: boolean;
  /** Content words from the first to the last hit, those of the items left out. */
  slack: number;
};

/** Compiles a pattern for matching; its words are entered into the lexicon. */
export function compilePattern(pattern: Pattern, lexicon: Lexicon): CompiledPattern {
  const { source, items, ordered, window } = pattern;
  const slack = Math.max(0, window - items.length);
  return { source, items: items.map((item) => compileItem(item, lexicon)), ordered, slack };
}

function compileItem(item: Item, lexicon: Lexicon): CompiledItem {
  const words = item.flatMap((alternative) =>
    alternative.kind === 'words' ? [lexicon.number(testsOf(alternative.words))] : [],
  );
  const others = item.flatMap((alternative) => (alternative.kind === 'words' ? [] : [alternative]));
  return { words: Int32Array.from(words), others };
}

/** Articles are passed over in a text, and so in a pattern. */
function testsOf(words: readonly WordTest[]): TokenTest[] {
  const written = words.length > 1 ? words.filter((word) => !articles.has(word.text)) : words;
  return written.flatMap((word): TokenTest[] =>
    word.prefix
      ? [{ prefix: word.text }]
      : word.text.split('-').flatMap((part) => expand(part).map((one) => ({ stem: stem(one) }))),
  );
}

/** The literal words of a pattern, for typo repair: `inverted_index|bm25` gives inverted, index, bm25. */
export function wordsOfPattern(pattern: Pattern): string[] {
  const words = pattern.items.flat().flatMap((alternative) => (alternative.kind === 'words' ? alternative.words : []));
  return words.filter((word) => !word.prefix).flatMap((word) => expand(word.text));
}

/** The concepts that a pattern names. */
export function conceptsOfPattern(pattern: CompiledPattern): string[] {
  return pattern.items.flatMap((item) => item.others.flatMap((one) => (one.kind === 'concept' ? [one.id] : [])));
}
