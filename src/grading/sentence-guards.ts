import type { AnswerText } from './answer-text.ts';
import type { Sentence } from './sentences.ts';

/**
 * What a sentence's words are worth. `plain` earns everything; `capped` (a heap of terms, or a hedge between options)
 * at most partial; `void` (a bare heading, a question where statements are asked for) nothing.
 */
export type SentenceWorth = 'plain' | 'capped' | 'void';

const stuffedFrom = 8;
const fewFunctionWords = 0.13;
const shortItem = 3;
const manyItems = 6;

/** The worth of every sentence of an answer. */
export function worthOfSentences(text: AnswerText, questionsCount: boolean): SentenceWorth[] {
  const listed = bareLists(text);
  return text.sentences.map((sentence, index) => {
    if (sentence.shape === 'question' && !questionsCount) return 'void';
    if (sentence.shape === 'heading' && !headsContent(text, index)) return 'void';
    if (listed.has(index) || isStuffed(text, sentence) || isHedged(text, sentence)) return 'capped';
    return 'plain';
  });
}

/** A heading counts as context when something is said below it. */
function headsContent(text: AnswerText, index: number): boolean {
  const heading = text.sentences[index];
  const next = text.sentences[index + 1];
  return heading !== undefined && next !== undefined && next.shape !== 'heading' && next.to - next.from > 4;
}

/** Eight words and more, hardly a function word, no number, arrow or colon; or a run of comma-separated terms. */
export function isStuffed(text: AnswerText, sentence: Sentence): boolean {
  const tokens = text.tokens.slice(sentence.from, sentence.to);
  if (tokens.length < stuffedFrom) return false;
  const signs = tokens
    .slice(1)
    .map((token) => token.gap)
    .join('');
  const content = tokens.filter((token) => token.content).length;
  const functionShare = 1 - content / tokens.length;
  const commas = signs.split(/[,/]/u).length - 1;
  if (commas >= 5 && tokens.length / (commas + 1) <= shortItem && functionShare < 0.25) return true;
  return (
    functionShare < fewFunctionWords &&
    !tokens.some((token) => token.quantities.length > 0) &&
    !/[→:=+(]|->/u.test(signs)
  );
}

/** Lines of one to three words, six and more in a block: a list of terms, not of statements. */
function bareLists(text: AnswerText): ReadonlySet<number> {
  const byBlock = new Map<number, number[]>();
  text.sentences.forEach((sentence, index) =>
    byBlock.set(sentence.block, [...(byBlock.get(sentence.block) ?? []), index]),
  );
  const listed = new Set<number>();
  for (const indices of byBlock.values()) {
    const short = indices.filter((index) => {
      const sentence = text.sentences[index];
      return sentence !== undefined && sentence.to - sentence.from <= shortItem;
    });
    if (short.length >= manyItems && short.length >= indices.length * 0.7) short.forEach((index) => listed.add(index));
  }
  return listed;
}

const hedges =
  /\b((it|this|that|all|really|just) depends|depending on (the )?(case|situation|needs|requirements|context|use)|not sure (which|whether|if)|hard to say|either is fine|whichever|one or the other|could go either way)\b/u;
const looseOptions = /\b(could|might|may|maybe|perhaps|possibly|either)\b.*\bor\b/u;
const commitments =
  /\b(choose|chose|pick|prefer|commit|go with|going with|start with|settle|decide|because|since|so that|default)\b/u;

/** A sentence that lists options and takes none. */
export function isHedged(text: AnswerText, sentence: Sentence): boolean {
  const words = text.tokens
    .slice(sentence.from, sentence.to)
    .map((token) => token.text)
    .join(' ');
  if (commitments.test(words)) return false;
  return hedges.test(words) || looseOptions.test(words);
}
