import type { Step } from '../domain/case-study.ts';
import { gainedCriteria, rankGaps, standingWorth } from '../domain/gap.ts';
import type { CriterionScore, Score } from '../domain/score.ts';
import {
  latestAttempt,
  workOn,
  type FollowUp,
  type FollowUpKind,
  type OpenFollowUp,
  type Session,
} from '../domain/session.ts';
import { stepIds, type StepId } from '../domain/step.ts';
import { followUpPage, followUpResultPage } from '../views/follow-up-page.ts';
import { caseStep, guideOf, keepWords, noteWork, remark, sessionOf, workAt, type Desk } from './desk.ts';
import { gradeText, withPointedAt } from './grade-step.ts';
import { byChoice, type Leave } from './reply.ts';

/**
 * Chooses the one follow-up of a step: by turns it digs into what was said and asks for what was not detected;
 * where there is nothing of the one kind, the other is put.
 *
 * @param put how many follow-ups this session has put before
 */
export function chooseFollowUp(
  step: Step,
  score: Score,
  put: number,
): Omit<OpenFollowUp, 'draft' | 'elapsedSeconds'> | undefined {
  const said = strongestSaid(step, score);
  const missing = rankGaps(step.criteria, score)[0];
  const about: FollowUpKind = (put % 2 === 0 && said !== undefined) || missing === undefined ? 'said' : 'not-detected';
  const criterion = about === 'said' ? said : missing;
  const probe = step.criteria.find((one) => one.id === criterion)?.probe;
  if (criterion === undefined || probe === undefined) return undefined;
  return { criterion, about, question: about === 'said' ? probe.covered : probe.missing };
}

/** The most telling point that was covered: essential first, then by weight, then the first. */
function strongestSaid(step: Step, score: Score): string | undefined {
  const order = (row: CriterionScore) => Number(row.essential) * 10 + row.weight;
  const covered = score.criteria.filter(
    (row) => standingWorth(row) === 1 && step.criteria.some((one) => one.id === row.id),
  );
  return [...covered].sort((a, b) => order(b) - order(a))[0]?.id;
}

/** How many follow-ups the session has put so far. */
export function followUpsPut(session: Session): number {
  return stepIds.reduce((sum, id) => sum + workOn(session, id).followUps.length, 0);
}

/** The follow-up that is open, or the one to put; none once the step has had its one. */
export function offeredFollowUp(desk: Desk, step: StepId): OpenFollowUp | undefined {
  const work = workAt(desk, step);
  if (work.openFollowUp) return work.openFollowUp;
  const score = latestAttempt(work)?.score;
  if (!score || work.followUps.length > 0) return undefined;
  const chosen = chooseFollowUp(caseStep(desk, step), score, followUpsPut(sessionOf(desk)));
  return chosen && { ...chosen, draft: '', elapsedSeconds: 0 };
}

/** Puts the follow-up; the reply is saved, then graded together with the answer, and what it earned is kept apart. */
export async function runFollowUp(desk: Desk, step: StepId): Promise<Leave | undefined> {
  const open = offeredFollowUp(desk, step);
  if (!open) return undefined;
  await noteWork(
    desk,
    step,
    { openFollowUp: open, ...withPointedAt(workAt(desk, step), open.criterion) },
    { at: 'follow-up', step },
  );
  desk.screen.show(followUpPage(open));
  const end = await askReply(desk, step);
  if (end === 'later') await noteWork(desk, step, {}, { at: 'menu', step });
  else if (end === 'submitted') await gradeReply(desk, step);
  else return end;
  return undefined;
}

async function askReply(desk: Desk, step: StepId): Promise<'submitted' | 'later' | Leave> {
  for (;;) {
    const open = offeredFollowUp(desk, step);
    if (!open) return 'later';
    const reply = await desk.prompter.answer({
      title: `Follow-up: ${guideOf(desk, step).title}`,
      draft: open.draft,
      minutes: followUpMinutes,
      elapsedSeconds: open.elapsedSeconds,
      wordsAdvised: 0,
      commands: ['back', 'skip', 'quit', '?'],
      onDraft: (draft, elapsedSeconds) => noteWork(desk, step, { openFollowUp: { ...open, draft, elapsedSeconds } }),
    });
    if (reply.kind === 'answered') {
      const { text, elapsedSeconds } = reply.value;
      await keepWords(desk, text, noteWork(desk, step, { openFollowUp: { ...open, draft: text, elapsedSeconds } }));
      return text.trim() === '' ? 'later' : 'submitted';
    }
    const kept = { ...(offeredFollowUp(desk, step) ?? open), draft: reply.draft };
    await keepWords(desk, reply.draft, noteWork(desk, step, { openFollowUp: kept }));
    if (reply.kind === 'left') return { kind: 'left', by: reply.by };
    if (reply.name === 'quit') return byChoice;
    if (reply.name === 'back' || reply.name === 'skip') return 'later';
    remark(desk, commandHelp);
  }
}

async function gradeReply(desk: Desk, step: StepId): Promise<void> {
  const work = workAt(desk, step);
  const open = work.openFollowUp;
  if (!open) return;
  const answer = latestAttempt(work);
  const before = `${answer?.text ?? ''}\n\n`;
  const score = gradeText(desk, step, before + open.draft);
  const gained = answer ? gainedCriteria(answer.score, score) : [];
  const { criterion, question, about, draft } = open;
  await desk.notebook.note((session, at) => {
    const reply: FollowUp = { criterion, question, about, answer: draft, at, score, gained };
    const now = workOn(session, step);
    const steps = { ...session.steps, [step]: { ...now, followUps: [...now.followUps, reply], openFollowUp: null } };
    return { ...session, steps, place: { at: 'menu', step } };
  });
  desk.screen.show(followUpResultPage(score, gained, before.length));
}

const followUpMinutes = 2;

const commandHelp = ':back keeps what is written and returns to the menu, :quit saves and leaves. Ctrl-D submits.';
