import type { AnswerText } from './text/answer-text.ts';
import type { Sentence } from './text/sentences.ts';

/**
 * What a sentence's words are worth. `plain` earns everything; `capped` (a heap of terms, or a hedge between options)
 * at most partial; `void` (a bare heading, a question where statements are asked for) nothing.
 */
export type SentenceWorth = 'plain' | 'capped' | 'void';

const stuffedFrom = 8;
const fewFunctionWords = 0.12;
const shortItem = 3;
const manyItems = 6;
const dozen = 12;
const listItem = 2.2;

/** The worth of every sentence of an answer. */
export function worthOfSentences(text: AnswerText, questionsCount: boolean): SentenceWorth[] {
  const listed = bareLists(text);
  const enumerated = longLists(text);
  return text.sentences.map((sentence, index) => {
    if (sentence.shape === 'question' && !questionsCount && !isAnsweredAtOnce(text, index)) return 'void';
    if (sentence.shape === 'heading' && !headsContent(text, index)) return 'void';
    if (listed.has(index) || enumerated.has(sentence.stretch)) return 'capped';
    if (isStuffed(text, sentence) || (sentence.shape !== 'question' && isHedged(text, sentence))) return 'capped';
    return 'plain';
  });
}

/** "How old is the oldest? More than 30 minutes wakes somebody": asked and answered in one breath. */
function isAnsweredAtOnce(text: AnswerText, index: number): boolean {
  const question = text.sentences[index];
  if (question && followsColon(text, question)) return true;
  const next = text.sentences[index + 1];
  if (!question || !next || next.shape !== 'statement' || next.block !== question.block) return false;
  return !/\n/u.test(text.tokens[next.from]?.gap ?? '') && !suggests.test(text.tokens[question.from]?.text ?? '');
}

/** "Retrieval: did the right video become a candidate?" names what is measured. */
function followsColon(text: AnswerText, { from, to }: Sentence): boolean {
  return text.tokens.slice(from + 1, to).some((token) => /:\s/u.test(token.gap));
}

const suggests = /^(should|could|would|may|might|can|do|does|is|are|will|shall)$/u;

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
  const numbers = tokens.filter((token) => token.quantities.length > 0 && /\d/u.test(token.text)).length;
  if (commas >= 5 && tokens.length / (commas + 1) <= shortItem && functionShare < 0.25 && numbers < 2) return true;
  return (
    functionShare < fewFunctionWords &&
    !tokens.some((token) => token.quantities.length > 0) &&
    !/[→:=+(]|->/u.test(signs)
  );
}

/** Stretches of a dozen and more items between commas, of about two words each: judged whole, not by the clause. */
function longLists(text: AnswerText): ReadonlySet<number> {
  const stretches = new Map<number, { from: number; to: number }>();
  for (const { stretch, from, to } of text.sentences) {
    stretches.set(stretch, { from: stretches.get(stretch)?.from ?? from, to });
  }
  const lists = [...stretches].filter(([, { from, to }]) => {
    const commas = text.tokens.slice(from + 1, to).filter((token) => /[,/]/u.test(token.gap)).length;
    return commas >= dozen && (to - from) / (commas + 1) <= listItem;
  });
  return new Set(lists.map(([stretch]) => stretch));
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
      return sentence !== undefined && sentence.to - sentence.from <= shortItem && !isCell(text, sentence);
    });
    if (short.length >= manyItems && short.length >= indices.length * 0.7) short.forEach((index) => listed.add(index));
  }
  return listed;
}

function isCell(text: AnswerText, sentence: Sentence): boolean {
  const after = text.tokens[sentence.to]?.gap ?? '';
  return after.includes('|') || (text.tokens[sentence.from]?.gap ?? '').includes('|');
}

const hedges =
  /\b((it|this|that|all|really|just) depends|depending on (the )?(case|situation|needs|requirements|context|use)|not sure (which|whether|if)|hard to say|either is fine|whichever(?! (?:is|comes|has|of (?:the|them|these))\b)|one or the other|could go either way)\b/u;
const looseOptions = /\b(could|might|may|maybe|perhaps|possibly|either)\b.*\bor\b/u;
const neither = /\b(not|never|no|neither)\b.*\beither\b/u;
const commitments =
  /\b(choose|chose|pick|prefer|commit|go with|going with|start with|settle|decide|because|since|so that|default)\b/u;

/** A sentence that lists options and takes none. */
export function isHedged(text: AnswerText, sentence: Sentence): boolean {
  const words = text.tokens
    .slice(sentence.from, sentence.to)
    .map((token) => token.text)
    .join(' ');
  if (commitments.test(words)) return false;
  return hedges.test(words) || (looseOptions.test(words) && !neither.test(words));
}
