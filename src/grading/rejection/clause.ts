import type { AnswerText } from '../text/answer-text.ts';
import type { Sentence } from '../text/sentences.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

export const subjects = words('we they i you it he she somebody people');

/** Words that open another clause: what was rejected before them is not rejected after them. */
export const clauseOpeners = words(
  'but because so since however then otherwise therefore whereas while although though unless until if when instead just',
);

/** Verbs by which a clause of a note says what is done; a list of things holds none of them. */
const doers = words(
  `is are was were has have had will would can could should may might must do does did
  use uses take takes keep keeps train trains retrieve retrieves rank ranks start starts go goes build builds run runs log logs
  measure measures watch watches call calls store stores put puts let make makes add adds split splits send sends serve serves
  give gives get gets show shows compute computes score scores filter filters fall falls merge merges compare compares ship ships
  cost costs need needs show shows find finds beat beats win wins work works return returns give gives`,
);

/** Whether a stretch of words between commas is an item of a list, and no clause of its own. */
export function isItem(text: AnswerText, from: number, to: number): boolean {
  if (to - from > 12) return false;
  for (let i = from; i < to; i += 1) {
    const word = text.tokens[i]?.text ?? '';
    if (subjects.has(word) || doers.has(word) || clauseOpeners.has(word)) return false;
  }
  return true;
}

/** A sentence as one line of words, commas and colons, for patterns; `tokenAt` finds the token behind a place in it. */
export type SentenceLine = { line: string; tokenAt: (place: number) => number };

/** The line of a sentence: "ranker , filter : skip". */
export function lineOf(text: AnswerText, { from, to }: Sentence): SentenceLine {
  const starts: number[] = [];
  let line = '';
  for (let i = from; i < to; i += 1) {
    const token = text.tokens[i];
    if (!token) continue;
    if (i > from) line += signOf(token.gap);
    starts.push(line.length);
    line += token.text;
  }
  return { line, tokenAt: (place) => from + starts.filter((start) => start <= place).length - 1 };
}

function signOf(gap: string): string {
  if (gap === ' ' || gap === '-') return ' ';
  if (gap.includes(',')) return ' , ';
  if (gap.includes(':') || gap.includes('=')) return ' : ';
  return /[()\u2013→>]/u.test(gap) ? ' ; ' : ' ';
}
