import type { Step } from '../domain/case-study.ts';
import { rankGaps } from '../domain/gap.ts';
import type { Score } from '../domain/score.ts';
import { latestAttempt, type StepWork } from '../domain/session.ts';
import type { StepId } from '../domain/step.ts';
import { hintPage } from '../views/hint-page.ts';
import { criterionName } from '../views/verdict-words.ts';
import { caseStep, noteWork, remark, workAt, type Desk } from './desk.ts';
import { gradeText } from './grade-step.ts';

/** A hint, its number from 1, and how many there are for its point. */
export type NextHint = { criterion: string; number: number; of: number; text: string };

/** No further hint: every one was shown for a point that is still open, or nothing open has one. */
export type NoHint = { openPoint: string | undefined };

/**
 * The next hint: further on the point that was begun while it is still a gap, else the first one on the most
 * valuable gap. After the last hint for a point there is none until that point is said.
 */
export function nextHint(step: Step, work: StepWork, score: Score): NextHint | NoHint {
  const gaps = rankGaps(step.criteria, score);
  const begun = gaps.find((id) => (work.hintsShown[id] ?? 0) > 0);
  const criterion = begun ?? gaps[0];
  const hints = step.criteria.find((one) => one.id === criterion)?.hints ?? [];
  const shown = work.hintsShown[criterion ?? ''] ?? 0;
  const text = hints[shown];
  return criterion === undefined || text === undefined
    ? { openPoint: begun }
    : { criterion, number: shown + 1, of: hints.length, text };
}

/** Shows the next hint for what is written so far; it is recorded before it is seen. */
export async function showHint(desk: Desk, step: StepId, text: string): Promise<void> {
  const work = workAt(desk, step);
  const hint = nextHint(caseStep(desk, step), work, gradeText(desk, step, text));
  if (!('text' in hint)) return remark(desk, noHintText(hint));
  await noteWork(desk, step, { hintsShown: { ...work.hintsShown, [hint.criterion]: hint.number } });
  desk.screen.show(hintPage(hint));
}

/** The text that a hint from the menu looks at: the latest attempt. */
export function hintText(work: StepWork): string {
  return latestAttempt(work)?.text ?? work.draft;
}

function noHintText({ openPoint }: NoHint): string {
  if (openPoint === undefined) return 'No hint is left for this answer.';
  return `No hint is left for “${criterionName(openPoint)}”. Write a sentence on it, then the next hint is for another point; the model answer shows one way to say it all.`;
}
