import type { Step } from '../domain/case-study.ts';
import { verdictWorth, type CriterionScore, type NoticeKind, type Score } from '../domain/score.ts';
import type { Attempt } from '../domain/session.ts';
import { stepNumber, type StepGuide } from '../domain/step.ts';
import type { Block, NoteBlock, Page } from '../page.ts';
import { verdictWords } from './criterion-words.ts';
import { gapBlocks } from './gap-block.ts';
import { mostValuableGap } from './gap-prose.ts';
import { nextText, type OnTheWay } from './next-text.ts';
import { evidenceText } from './quoted-words.ts';
import { remarkNotes } from './remark-notes.ts';
import { scoreBar } from './score-bar.ts';
import { shareRoom } from './score-room.ts';
import { criterionName, standingVerdict, verdictCell } from './verdict-words.ts';

/** A graded answer, in a session or out of one. */
export type Graded = Pick<Attempt, 'text' | 'score'> & Partial<Pick<Attempt, 'aid'>>;

const mostRemarks = 2;
const lineLetters = 70;
const fewestLetters = 24;

/**
 * The one screen after an answer: what was earned and by which words, the gap that is worth most, and what is next.
 * With the menu below it, it fits into a window of 24 rows and 80 columns.
 *
 * @param way what the menu below it offers first; left out where there is no menu
 */
export function scorePage(step: Step, guide: StepGuide, graded: Graded, way?: OnTheWay): Page {
  const { score } = graded;
  const notes = remarks(step, graded);
  const isEmpty = graded.text.trim() === '' && score.criteria.every((row) => worth(row) === 0);
  const gap = isEmpty ? undefined : mostValuableGap(step, score);
  const room = shareRoom(
    gap,
    notes.map((one) => one.text),
    way?.columns,
  );
  return [
    { kind: 'heading', level: 2, text: `Step ${stepNumber(step.id)}: ${guide.title}` },
    scoreBar(score),
    ...earnedBlocks(score, way !== undefined, room.earned),
    ...(gap ? gapBlocks(gap, room.whyLetters) : []),
    ...notes,
    { kind: 'note', tone: 'next', text: nextText(score, gap !== undefined, way) },
  ];
}

function earnedBlocks(score: Score, hasMenu: boolean, most: number): Block[] {
  const earned = score.criteria.filter((row) => worth(row) > 0).sort((a, b) => order(b) - order(a));
  const shown = earned.slice(0, most);
  if (shown.length === 0) return score.notices.some((one) => explains.includes(one.kind)) ? [] : [nothingYet(hasMenu)];
  const names = shown.map((row) => `: ${criterionName(row.id)}${bySelf(row)}`);
  const longest = Math.max(...shown.map((row, i) => standingVerdict(row).length + (names[i] ?? '').length));
  const rows = shown.map((row, i) => [verdictCell(row, names[i]), oneLine(row, lineLetters - longest)]);
  return [
    { kind: 'heading', level: 3, text: `Earned, in your words${countsText(score, earned.length - shown.length)}` },
    { kind: 'table', columns: [{ title: '' }, { title: '' }], rows },
  ];
}

/** What is not shown, in numbers: "(and 3 more; 1 unsure, 2 not detected)". */
function countsText({ criteria }: Score, more: number): string {
  const open = (['unsure', 'not-detected'] as const).flatMap((verdict) => {
    const count = criteria.filter((row) => standingVerdict(row) === verdict).length;
    return count > 0 ? [`${count} ${verdictWords[verdict]}`] : [];
  });
  const parts = [more > 0 ? `and ${more} more` : '', open.join(', ')].filter((part) => part !== '');
  return parts.length > 0 ? ` (${parts.join('; ')})` : '';
}

/** The words that earned a row, short enough for the rest of a line. */
function oneLine(row: CriterionScore, letters: number): string {
  const [first, second] = row.evidence;
  const both = evidenceText(row, Infinity);
  const isShort = both.length <= letters || first === undefined || second === undefined;
  return evidenceText(isShort ? row : { ...row, evidence: [first] }, Math.max(fewestLetters, letters));
}

/** Two remarks, or one and the number of the others, which stand beside the table of criteria. */
function remarks(step: Step, { text, score, aid }: Graded): NoteBlock[] {
  const info = (say: string): NoteBlock => ({ kind: 'note', tone: 'info', text: say });
  const all = remarkNotes(step, score, text);
  const shown = all.length <= mostRemarks ? all : all.slice(0, 1);
  const more = all.length - shown.length;
  return [
    ...shown,
    ...(more > 0 ? [info(`${more} more remarks under “all criteria”.`)] : []),
    ...(aid === 'model-answer' ? [info('Written after the model answer was shown: graded, not counted.')] : []),
  ];
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

/** Notices that say by themselves why nothing was earned. */
const explains: readonly NoticeKind[] = [
  'empty',
  'copied-question',
  'copied-model-answer',
  'other-language',
  'questions-only',
];

function nothingYet(hasMenu: boolean): Block {
  const remedy = hasMenu ? ' The checker may have missed one: every verdict can be disputed.' : '';
  return { kind: 'prose', markdown: `No point was detected yet.${remedy}` };
}
