import type { Step } from '../domain/case-study.ts';
import { passMark, share, verdictWorth, type CriterionScore, type Score } from '../domain/score.ts';
import type { Attempt } from '../domain/session.ts';
import { stepNumber, type StepGuide } from '../domain/step.ts';
import type { Block, NoteBlock, Page } from '../page.ts';
import { gapProse, mostValuableGap } from './gap-prose.ts';
import { evidenceText } from './quoted-words.ts';
import { remarkNotes } from './remark-notes.ts';
import { scoreBar } from './score-bar.ts';
import { criterionName, standingVerdict, verdictCell } from './verdict-words.ts';

/** A graded answer, in a session or out of one. */
export type Graded = Pick<Attempt, 'text' | 'score'> & Partial<Pick<Attempt, 'aid'>>;

const mostEarned = 5;
const mostNotices = 2;
const fewEarned = 3;
const quoteLetters = { few: 84, many: 36 };
const whyLetters = 170;

/** The one screen after an answer: what was earned and by which words, the gap that is worth most, and what is next. */
export function scorePage(step: Step, guide: StepGuide, graded: Graded): Page {
  const { score } = graded;
  return [
    { kind: 'heading', level: 2, text: `Step ${stepNumber(step.id)}: ${guide.title}` },
    scoreBar(score),
    ...earnedBlocks(score),
    ...gapBlocks(step, score),
    ...remarks(step, graded),
    { kind: 'note', tone: 'next', text: nextText(score) },
  ];
}

function earnedBlocks(score: Score): Block[] {
  const earned = score.criteria.filter((row) => worth(row) > 0).sort((a, b) => order(b) - order(a));
  const shown = earned.slice(0, mostEarned);
  if (shown.length === 0) return [{ kind: 'prose', markdown: nothingYet }];
  const rows = shown.map((row) => [
    verdictCell(row, `: ${criterionName(row.id)}${bySelf(row)}`),
    evidenceText(row, shown.length <= fewEarned ? quoteLetters.few : quoteLetters.many),
  ]);
  const more = earned.length - shown.length;
  return [
    { kind: 'heading', level: 3, text: `Earned, in your words${more > 0 ? ` (and ${more} more)` : ''}` },
    { kind: 'table', columns: [{ title: '' }, { title: '' }], rows },
  ];
}

function gapBlocks(step: Step, score: Score): Block[] {
  const gap = mostValuableGap(step, score);
  if (!gap) return [];
  return [
    { kind: 'heading', level: 3, text: 'Worth most now' },
    { kind: 'prose', markdown: gapProse(gap, whyLetters) },
  ];
}

function remarks(step: Step, { text, score, aid }: Graded): NoteBlock[] {
  const info = (say: string): NoteBlock => ({ kind: 'note', tone: 'info', text: say });
  const all = remarkNotes(step, score, text);
  const more = all.length - mostNotices;
  return [
    ...all.slice(0, mostNotices),
    ...(more > 0 ? [info(`${more} more under “all criteria”.`)] : []),
    ...(aid === 'model-answer' ? [info('Written after the model answer was shown: graded, not counted.')] : []),
  ];
}

function nextText(score: Score): string {
  const open = score.criteria.filter((row) => worth(row) === 0).length;
  const unseen = open === 0 ? '' : ` ${open} of ${score.criteria.length} criteria not detected: see “all criteria”.`;
  if (score.ask.length > 0) return `“did you say this?” settles what was half seen.${unseen}`;
  if (share(score.confirmed, score.max) >= passMark) return `passed; go on, or add the point above.${unseen}`;
  return `a sentence on the point above helps most.${unseen}`;
}

function worth(row: CriterionScore): number {
  return row.weight * verdictWorth[standingVerdict(row)];
}

function order(row: CriterionScore): number {
  return worth(row) * 10 + Number(row.essential);
}

function bySelf(row: CriterionScore): string {
  return row.confirmed !== undefined && row.confirmed !== row.verdict ? ' (by you)' : '';
}

const nothingYet = 'No point was detected yet. The checker may have missed one: every verdict can be disputed.';
