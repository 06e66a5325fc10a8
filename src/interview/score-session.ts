import { confirmScore } from '../domain/confirmation.ts';
import { caseShare } from '../domain/score.ts';
import type { SessionScore, StepScore } from '../domain/session-score.ts';
import {
  countedAttempt,
  latestAttempt,
  otherAnswers,
  workOn,
  type Attempt,
  type Session,
  type StepWork,
} from '../domain/session.ts';
import { countedShare, stepPoints } from '../domain/step-points.ts';
import type { StepId } from '../domain/step.ts';
import { caseStep, guideOf, sessionOf, type Desk } from './desk.ts';
import { shownTexts } from './grade-step.ts';

/**
 * Computes the session's score: each answered step graded once more with every other answer in sight.
 * The scores of the attempts stay as they were made.
 */
export function scoreSession(desk: Desk, at: string): SessionScore {
  const steps = sessionOf(desk).scope.flatMap((step) => scoreStep(desk, step) ?? []);
  const share = (by: 'auto' | 'confirmed') =>
    caseShare(steps.map((one) => ({ share: countedShare(one[by]), minutes: one.minutes })));
  return {
    at,
    caseHash: desk.caseStudy.hash,
    graderVersion: steps[0]?.score.graderVersion ?? 0,
    steps,
    share: { auto: share('auto'), confirmed: share('confirmed') },
  };
}

function scoreStep(desk: Desk, step: StepId): StepScore | undefined {
  const session = sessionOf(desk);
  const work = workOn(session, step);
  const counted = countedAttempt(work);
  if (!counted) return undefined;
  const { text } = counted;
  const shown = shownTexts(caseStep(desk, step), workBefore(work, counted));
  const others = otherAnswers(session, step);
  const score = confirmScore(session, step, text, desk.grader.grade(step, text, { shown, others }));
  return {
    step,
    minutes: guideOf(desk, step).minutes,
    score,
    auto: stepPoints(work, score, 'auto'),
    confirmed: stepPoints(work, score, 'confirmed'),
  };
}

/** The work as it stood before an attempt: what was shown after it cannot have been copied into it. */
function workBefore(work: StepWork, { hinted = [] }: Attempt): StepWork {
  const hintsShown = Object.fromEntries(Object.entries(work.hintsShown).filter(([id]) => hinted.includes(id)));
  return { ...work, hintsShown, modelAnswerShown: false, secondDesignShown: false };
}

/** Computes the score of a session at its end and writes it down; the session is finished. */
export async function noteSessionScore(desk: Desk): Promise<void> {
  await desk.notebook.note((session, at) => ({
    ...session,
    summary: scoreSession(desk, at),
    state: 'finished',
    place: { at: 'summary' },
  }));
}

/** The weakest of the answered steps, when there is more than one. */
export function weakestStep(summary: SessionScore): StepScore | undefined {
  if (summary.steps.length < 2) return undefined;
  return [...summary.steps].sort((a, b) => countedShare(a.confirmed) - countedShare(b.confirmed))[0];
}

/** Whether a step was answered at all, counted or not. */
export function isAnswered(session: Session, step: StepId): boolean {
  return latestAttempt(workOn(session, step)) !== undefined;
}
