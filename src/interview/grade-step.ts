import type { Step } from '../domain/case-study.ts';
import { confirmScore } from '../domain/confirmation.ts';
import type { Score } from '../domain/score.ts';
import {
  aidFor,
  latestAttempt,
  otherAnswers,
  withWork,
  workOn,
  type Attempt,
  type StepWork,
} from '../domain/session.ts';
import type { StepId } from '../domain/step.ts';
import type { ShownText } from '../grading/grader.ts';
import { caseStep, sessionOf, type Desk } from './desk.ts';

/** The texts that this session has shown for a step: copied from, they earn nothing. */
export function shownTexts(step: Step, work: StepWork): ShownText[] {
  const hints = step.criteria.flatMap((one) => one.hints.slice(0, work.hintsShown[one.id] ?? 0));
  return [
    ...hints.map((text): ShownText => ({ kind: 'hint', text })),
    ...(work.modelAnswerShown ? [{ kind: 'model-answer' as const, text: step.modelAnswer }] : []),
    ...(work.secondDesignShown && step.secondDesign
      ? [{ kind: 'model-answer' as const, text: step.secondDesign }]
      : []),
  ];
}

/** Grades a text as the answer to a step, with the rest of the session in sight and the own verdicts applied. */
export function gradeText(desk: Desk, step: StepId, text: string): Score {
  const session = sessionOf(desk);
  const score = desk.grader.grade(step, text, {
    shown: shownTexts(caseStep(desk, step), workOn(session, step)),
    others: otherAnswers(session, step),
  });
  return confirmScore(session, step, text, score);
}

/**
 * Grades what was saved and notes it as an attempt, with the aid that came before it.
 * A text that was not changed makes no new attempt.
 *
 * @param draft what stays in the editor
 */
export async function noteAttempt(desk: Desk, step: StepId, text: string, draft = ''): Promise<void> {
  const before = workOn(sessionOf(desk), step);
  const isNew = latestAttempt(before)?.text !== text;
  const score = isNew ? gradeText(desk, step, text) : undefined;
  await desk.notebook.note((session, at) => {
    const work = workOn(session, step);
    const fresh = score ? [attemptAfter(work, { text, at, score, caseHash: desk.caseStudy.hash })] : [];
    const change = { attempts: [...work.attempts, ...fresh], draft, state: 'open' as const };
    return { ...withWork(session, step, change, at), place: { at: 'menu', step } };
  });
}

/** An attempt, with what was shown and pointed at before it. */
function attemptAfter(work: StepWork, graded: Pick<Attempt, 'text' | 'at' | 'score' | 'caseHash'>): Attempt {
  return {
    ...graded,
    aid: aidFor(work),
    hinted: Object.keys(work.hintsShown).filter((id) => (work.hintsShown[id] ?? 0) > 0),
    pointedAt: [...(work.pointedAt ?? [])],
  };
}

/** The work with one more criterion that a question has pointed at. */
export function withPointedAt(work: StepWork, criterion: string): Pick<StepWork, 'pointedAt'> {
  return { pointedAt: [...new Set([...(work.pointedAt ?? []), criterion])] };
}
