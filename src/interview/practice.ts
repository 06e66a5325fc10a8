import { nextStep, withWork, workOn, type Session } from '../domain/session.ts';
import type { StepId } from '../domain/step.ts';
import { conclude } from './conclude.ts';
import { remark, sessionOf, type Desk } from './desk.ts';
import type { Leave } from './reply.ts';
import { noteSessionScore } from './score-session.ts';
import { walkStep, type StepEnd } from './walk-step.ts';

/** How a practice ended. */
export type PracticeEnd = { kind: 'finished' } | Leave;

/** Walks a session from its place to its end; resuming is the same walk from another place. */
export async function practise(desk: Desk): Promise<PracticeEnd> {
  let step = openingStep(sessionOf(desk));
  for (;;) {
    while (step !== undefined) {
      const end = await walkStep(desk, step);
      if (typeof end === 'object') return end;
      step = await leaveStep(desk, step, end);
    }
    const end = await conclude(desk);
    if (end.kind !== 'step') return end;
    step = end.step;
  }
}

/** Where to begin: the place that was noted, else the first step that is neither done nor skipped. */
export function openingStep(session: Session): StepId | undefined {
  const { place } = session;
  if (place === undefined) return nextStep(session);
  if (!('step' in place)) return session.state === 'finished' ? undefined : nextStep(session);
  return ['done', 'skipped'].includes(workOn(session, place.step).state) ? nextStep(session) : place.step;
}

/** Notes how a step ended and says which one is next; the last one brings the session's score. */
async function leaveStep(desk: Desk, step: StepId, end: Exclude<StepEnd, Leave>): Promise<StepId | undefined> {
  if (end === 'back') return stepBefore(desk, step);
  await desk.notebook.note((session, at) => withWork(session, step, { state: end }, at));
  const next = nextStep(sessionOf(desk));
  if (next === undefined) await noteSessionScore(desk);
  return next;
}

async function stepBefore(desk: Desk, step: StepId): Promise<StepId> {
  const { scope } = sessionOf(desk);
  const before = scope[scope.indexOf(step) - 1];
  if (before === undefined) remark(desk, 'This is the first step of the session.');
  return before ?? step;
}
