import type { Notice } from '../domain/score.ts';
import { quote, type AnswerText } from './text/answer-text.ts';
import { findWrongSums } from './check-sums.ts';
import type { CopiedSpan } from './copied.ts';
import { longestAnswer } from './text/fold-text.ts';
import type { SentenceWorth } from './sentence-guards.ts';

/** What the checker noticed beside the criteria, in plain words and with its place. */
export function findNotices(
  text: AnswerText,
  seen: {
    copied: readonly CopiedSpan[];
    worth: readonly SentenceWorth[];
    otherCase: string | undefined;
    otherLanguage: boolean;
    asking: boolean;
  },
): Notice[] {
  const whole = { start: 0, end: text.given.length };
  const notices: Notice[] = [];
  if (text.tokens.length === 0) return [{ kind: 'empty', ...whole, text: 'Nothing to grade yet.' }];
  if (text.truncated) {
    notices.push({
      kind: 'truncated',
      start: longestAnswer,
      end: text.given.length,
      text: 'Only the first 20,000 characters were read.',
    });
  }
  if (seen.otherLanguage) {
    notices.push({
      kind: 'other-language',
      ...whole,
      text: 'This does not look like English. The checker reads English only, so most of it went undetected.',
    });
  }
  if (seen.otherCase) {
    notices.push({
      kind: 'other-case',
      ...whole,
      text: `This reads like an answer to another case (${seen.otherCase}). Points count half at most.`,
    });
  }
  for (const span of seen.copied) notices.push({ ...place(text, span.from, span.to), ...copiedNotice[span.kind] });
  notices.push(
    ...(seen.otherLanguage ? [] : stuffedNotices(text, seen.worth)),
    ...questionNotices(text, seen.asking),
    ...sumNotices(text),
  );
  return notices;
}

const copiedNotice = {
  question: { kind: 'copied-question', text: 'These words stand in the question. They earn nothing by themselves.' },
  criterion: {
    kind: 'copied-criterion',
    text: 'These words stand in the rubric. They earn nothing by themselves.',
  },
  hint: { kind: 'copied-hint', text: 'These words stand in a hint that was shown. They earn nothing by themselves.' },
  'model-answer': {
    kind: 'copied-model-answer',
    text: 'These words stand in the model answer that was shown. They earn nothing by themselves.',
  },
} as const;

function place(text: AnswerText, from: number, to: number): { start: number; end: number } {
  const { start, end } = quote(text, from, to);
  return { start, end };
}

function stuffedNotices(text: AnswerText, worth: readonly SentenceWorth[]): Notice[] {
  const first = text.sentences.find((_, index) => worth[index] === 'capped');
  if (!first) return [];
  const say = 'A list of terms or of open options earns half at most. Say what each does here, and why.';
  return [{ kind: 'stuffed', ...place(text, first.from, first.to), text: say }];
}

function questionNotices(text: AnswerText, asking: boolean): Notice[] {
  const questions = text.sentences.filter((sentence) => sentence.shape === 'question');
  if (asking || questions.length === 0 || questions.length < text.sentences.length * 0.6) return [];
  const say = 'These are questions. In this step a point needs a statement: take a position and give its reason.';
  return [{ kind: 'questions-only', ...place(text, questions[0]?.from ?? 0, questions.at(-1)?.to ?? 0), text: say }];
}

function sumNotices(text: AnswerText): Notice[] {
  return findWrongSums(text).map((sum) => ({
    kind: 'sum',
    ...place(text, sum.from, sum.to),
    text: `${short(sum.perDay)} a day / 86,400 s is about ${short(sum.worked)} a second on average; the text says ${short(sum.said)}.`,
  }));
}

/** 34,722 as "35 k", for a remark in a sentence. */
function short(value: number): string {
  const [factor, letter] =
    value >= 1e9 ? [1e9, ' B'] : value >= 1e6 ? [1e6, ' M'] : value >= 1e3 ? [1e3, ' k'] : [1, ''];
  return `${Number((value / factor).toPrecision(2))}${letter}`;
}
