import { foldText } from './fold-text.ts';
import { shareUnits } from './share-units.ts';
import { splitSentences, type Sentence } from './sentences.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';

/** An answer made ready for matching: its tokens, its sentences, and where each token stands. */
export type AnswerText = {
  given: string;
  truncated: boolean;
  tokens: readonly Token[];
  sentences: readonly Sentence[];
  /** Index of the sentence, by token. */
  sentenceOf: Int32Array;
};

/** Reads an answer: folds it, splits it into tokens and sentences, repairs typos with `repair`. */
export function readAnswerText(
  given: string,
  words: { isTerm: (word: string) => boolean; repair: (token: Token) => Token },
): AnswerText {
  const folded = foldText(given);
  const read = tokenize(folded, words.isTerm).map((token) => words.repair(token));
  const lastEnd = read.at(-1)?.end ?? 0;
  const sentences = splitSentences(read, foldText(given.slice(lastEnd, lastEnd + 200)).text);
  const tokens = shareUnits(read, sentences);
  const sentenceOf = new Int32Array(tokens.length);
  sentences.forEach((sentence, index) => sentenceOf.fill(index, sentence.from, sentence.to));
  return { given, truncated: folded.truncated, tokens, sentences, sentenceOf };
}

/** The words of a token range as given. */
export function quote(text: AnswerText, from: number, to: number): { text: string; start: number; end: number } {
  const start = text.tokens[from]?.start ?? 0;
  const end = text.tokens[to - 1]?.end ?? start;
  return { text: text.given.slice(start, end), start, end };
}
