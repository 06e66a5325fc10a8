import type { AnswerText } from '../text/answer-text.ts';
import type { Hit } from '../matching/lexicon.ts';
import type { Sentence } from '../text/sentences.ts';
import { clauseOpeners, isItem, lineOf, type SentenceLine } from './clause.ts';
import * as cues from './cues.ts';
import { markNegated } from './negation.ts';

/**
 * Which words of an answer are sent away. `ahead` marks those behind a rejecting word ("no X", "skip X, Y and Z"), `behind`
 * those before one ("X is overkill"), or in a list, sentence or view that the answer rejects as a whole.
 */
export type Rejection = { ahead: Uint8Array; behind: Uint8Array };

/**
 * Whether a hit stands in a rejected or negated clause: "we do not need X", "without X", "X is overkill", "Y instead of
 * X". "Not only X" and "not everything" reject nothing. Words that are part of the hit itself do not reject it.
 */
export function isRejected({ ahead, behind }: Rejection, hit: Hit): boolean {
  return ahead[hit.from] === 1 || behind[hit.to - 1] === 1;
}

/** Whether a hit is sent away by what follows it, so that it is no reason either. */
export function isSentAway({ behind }: Rejection, hit: Hit): boolean {
  return behind[hit.to - 1] === 1;
}

/** Marks what an answer rejects. `asking`: in the step of questions, what is "out" of scope was settled and not rejected. */
export function markRejected(text: AnswerText, asking: boolean): Rejection {
  const ahead = new Uint8Array(text.tokens.length);
  const behind = new Uint8Array(text.tokens.length);
  text.sentences.forEach((sentence, index) => {
    const { from, to } = sentence;
    markNegated(text, from, to, ahead);
    const spoken = lineOf(text, sentence);
    const { line } = spoken;
    if (line.includes(' : ') && cues.verdict.test(line))
      behind.fill(1, from, spoken.tokenAt(line.search(cues.verdict) + 3));
    if (isSomebodyElses(line)) behind.fill(1, from, spoken.tokenAt(line.search(contrast) + 1));
    if (isLeftOut(text, index, line, asking)) markList(text, index, asking ? behind : ahead);
    if (!text.tokens.slice(from, to).some((token) => cues.signs.has(token.text))) return;
    markAhead(text, sentence, spoken, ahead);
    markBehind(text, sentence, spoken, behind);
    if (sweepable.test(line) && cues.sweeping.test(line)) markSwept(text, index, spoken, behind);
  });
  return { ahead, behind };
}

const sweepable =
  / (?:of|it|th(?:ese|is|ose|at|em))(?= |$)|^(?:th|and |but |so )?(?:i|we|all|any|each|most) |count me/u;
const contrast = / (?:but|however)(?= |$)/u;
const doubters =
  /\b(?:some|others|many|people|one|you|they|somebody|someone) (?:would|might|may|could|will) (?:say|argue|suggest|think|propose|claim|use|want)\b|\b(?:some|many|most|people|everyone|everybody|candidates|colleagues?) (?:\w+ )?(?:like|love|tend|bring|ask|add|swear|suggest|propose|say|argue)\b/u;

/** Somebody else's view, which the sentence goes on to contradict: "some would say X, but". */
function isSomebodyElses(line: string): boolean {
  return contrast.test(line) && doubters.test(line.slice(0, line.search(contrast)));
}

/** From a strong rejection to the end of its clause, over the commas and "and"s of a list. */
function markAhead(text: AnswerText, { to }: Sentence, { line, tokenAt }: SentenceLine, ahead: Uint8Array): void {
  const cue = cues.ahead.exec(line);
  if (!cue || isDoubleNegation(line, cue.index, cue[0])) return;
  let i = tokenAt(cue.index + cue[0].trimEnd().length - 1) + 1;
  for (let start = i; i < to; i += 1) {
    const token = text.tokens[i];
    if (!token || clauseOpeners.has(token.text) || /[:;()\u2013\u2192>]/u.test(token.gap)) return;
    const joint =
      i > start && (token.gap.includes(',') || token.text === 'and' || token.text === 'or' || token.text === 'nor');
    if (joint && !isItem(text, i, itemEnd(text, i + 1, to))) return;
    ahead[i] = 1;
  }
}

/** "We must not skip X" keeps X. */
function isDoubleNegation(line: string, at: number, cue: string): boolean {
  return !cue.startsWith('not') && !cue.includes(' not ') && /\b(?:not|never) (?:\w+ )?$/u.test(line.slice(0, at));
}

/** From each phrase that rejects what stands before it back to the beginning of its clause. */
function markBehind(text: AnswerText, { from }: Sentence, { line, tokenAt }: SentenceLine, behind: Uint8Array): void {
  const places = [...line.matchAll(cues.behind)]
    .filter(
      (cue) => !isDoubleNegation(line, cue.index, cue[0]) && !isAdjective(text, tokenAt(cue.index + cue[0].length - 1)),
    )
    .map((cue) => cue.index);
  for (const place of places) {
    const cue = tokenAt(place);
    for (let i = cue - 1, end = cue; i >= from; i -= 1) {
      const token = text.tokens[i];
      if (!token || clauseOpeners.has(token.text)) break;
      behind[i] = 1;
      if (/[;()\u2013\u2192>]/u.test(token.gap)) break;
      if (token.gap.includes(',') || token.text === 'and') {
        if (end < cue && !isItem(text, i, end)) break;
        if (!isItem(text, itemStart(text, i - 1, from), i)) break;
        end = i;
      }
    }
  }
}

/** "Useless metadata" says something of the metadata, not of what stands before it. */
function isAdjective(text: AnswerText, index: number): boolean {
  const next = text.tokens[index + 1];
  return next !== undefined && next.content && /^\s$/u.test(next.gap);
}

function itemEnd(text: AnswerText, from: number, to: number): number {
  let end = from;
  while (end < to && !isJoint(text, end)) end += 1;
  return end;
}

function itemStart(text: AnswerText, at: number, from: number): number {
  let start = at;
  while (start > from && !isJoint(text, start)) start -= 1;
  return Math.max(from, start);
}

function isJoint(text: AnswerText, index: number): boolean {
  const token = text.tokens[index];
  return token !== undefined && (/[,;:()]/u.test(token.gap) || token.text === 'and' || token.text === 'or');
}

const fewestWords = 3;

/** "…, so I leave them out" is what is done, and no view of the design. */
const consequence = /\b(?:so|therefore|thus|hence)(?: \w+){0,3} $/u;

/** "None of these are warranted": what stood before in the sentence, or else the sentences before it in the paragraph. */
function markSwept(text: AnswerText, index: number, { line, tokenAt }: SentenceLine, behind: Uint8Array): void {
  const sentence = text.sentences[index];
  const cue = cues.sweeping.exec(line);
  if (!sentence || !cue || consequence.test(line.slice(0, cue.index))) return;
  const start = tokenAt(cue.index);
  const before = text.tokens.slice(sentence.from, start).filter((token) => token.content).length;
  if (before >= fewestWords) behind.fill(1, sentence.from, start);
  if (before >= fewestWords && !cues.sweepsMany.test(cue[0])) return;
  const first = Math.max(0, index - (cues.sweepsMany.test(cue[0]) ? 3 : 1));
  for (const other of text.sentences.slice(first, index)) {
    if (other.block === sentence.block) behind.fill(1, other.from, other.to);
  }
}

/** "Left out:", and in the step of questions only "Not asking:". */
function isLeftOut(text: AnswerText, index: number, line: string, asking: boolean): boolean {
  const head = headOf(text, index, line);
  return head !== '' && cues.leftOut.test(head) && (!asking || head.includes('asking'));
}

/** What stands before a colon, at the end of the sentence or inside; empty where there is none. */
function headOf(text: AnswerText, index: number, line: string): string {
  const colon = line.indexOf(' : ');
  if (colon >= 0) return line.slice(0, colon);
  const next = text.sentences[index + 1];
  return next && /^[*_\s]*:/u.test(text.tokens[next.from]?.gap ?? '') ? line : '';
}

/** "In: a query. Out: a list": the output, and nothing left out. */
function saysWhatComesIn(text: AnswerText, index: number): boolean {
  return text.sentences
    .slice(0, index)
    .some(({ from }) => /^(?:in|input|inputs)$/u.test(text.tokens[from]?.text ?? ''));
}

/** Everything below a heading such as "Left out:", to the end of its block or its line. Why it was left out may be a reason. */
function markList(text: AnswerText, index: number, ahead: Uint8Array): void {
  const head = text.sentences[index];
  const next = text.sentences[index + 1];
  if (!head) return;
  const bulleted =
    next !== undefined && next.block === head.block && /\n\s*[-*\u2022]/u.test(text.tokens[next.from]?.gap ?? '');
  if (/^out(?: :|$)/u.test(lineOf(text, head).line) && (!bulleted || saysWhatComesIn(text, index))) return;
  ahead.fill(1, head.from, head.to);
  for (const other of bulleted ? text.sentences.slice(index + 1) : []) {
    if (other.block !== head.block) return;
    ahead.fill(1, other.from, other.to);
  }
}
