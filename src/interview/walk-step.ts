import { latestAttempt } from '../domain/session.ts';
import type { StepId } from '../domain/step.ts';
import type { OnTheWay } from '../views/next-text.ts';
import { scorePage } from '../views/score-page.ts';
import { stepPage } from '../views/step-page.ts';
import { askAnswer } from './ask-answer.ts';
import { caseStep, guideOf, notePlace, noteWork, sessionOf, workAt, type Desk } from './desk.ts';
import { askOpenQuestions, openQuestions } from './did-you-say.ts';
import { disputeRows } from './dispute.ts';
import { offeredFollowUp, runFollowUp } from './follow-up.ts';
import { noteAttempt } from './grade-step.ts';
import { hintText, showHint } from './hint.ts';
import { showModelAnswer } from './model-answer.ts';
import { byChoice, pick, type Leave } from './reply.ts';
import { runStepSimulation } from './simulate.ts';
import { stepMenu, type MenuAction } from './step-menu.ts';

/** How a step ended. */
export type StepEnd = 'done' | 'skipped' | 'back' | Leave;

/** Walks one step from wherever the session stands in it: the answer, its grading, and the menu after it. */
export async function walkStep(desk: Desk, step: StepId): Promise<StepEnd> {
  await noteWork(desk, step, { state: 'open' });
  const place = sessionOf(desk).place;
  const here = place !== undefined && 'step' in place && place.step === step ? place.at : entrance(desk, step);
  if (here === 'answer') {
    desk.screen.show(stepPage(caseStep(desk, step), guideOf(desk, step)));
    return answerStep(desk, step);
  }
  showScore(desk, step);
  if (here === 'follow-up') {
    const left = await runFollowUp(desk, step);
    if (left) return left;
  }
  return menuLoop(desk, step);
}

/** A step that was answered opens at its menu, any other at the editor. */
function entrance(desk: Desk, step: StepId): 'answer' | 'menu' {
  const work = workAt(desk, step);
  return work.attempts.length > 0 && work.draft === '' ? 'menu' : 'answer';
}

async function answerStep(desk: Desk, step: StepId): Promise<StepEnd> {
  const end = await askAnswer(desk, step);
  if (end.kind === 'left') return end;
  if (end.kind === 'skipped') return workAt(desk, step).attempts.length > 0 ? menuLoop(desk, step) : 'skipped';
  if (end.kind === 'back') return workAt(desk, step).attempts.length > 0 ? menuLoop(desk, step) : 'back';
  await noteAttempt(desk, step, end.text);
  showScore(desk, step);
  return menuLoop(desk, step);
}

function showScore(desk: Desk, step: StepId): void {
  const attempt = latestAttempt(workAt(desk, step));
  if (!attempt) return;
  desk.screen.show(scorePage(caseStep(desk, step), guideOf(desk, step), attempt, wayOn(desk, step)));
}

function wayOn(desk: Desk, step: StepId): OnTheWay {
  return {
    questions: openQuestions(desk, step).length,
    hasFollowUp: offeredFollowUp(desk, step) !== undefined,
    columns: desk.screen.columns,
  };
}

async function menuLoop(desk: Desk, step: StepId): Promise<StepEnd> {
  for (;;) {
    await notePlace(desk, { at: 'menu', step });
    const picked = await pick(desk.prompter, { message: 'What next?', ...menuHere(desk, step) });
    if (picked.kind === 'left') return picked;
    if (picked.value === 'go-on') return 'done';
    if (picked.value === 'back') return 'back';
    if (picked.value === 'leave') return byChoice;
    if (picked.value === 'improve') return answerStep(desk, step);
    const left = await act(desk, step, picked.value);
    if (left) return left;
  }
}

function menuHere(desk: Desk, step: StepId): ReturnType<typeof stepMenu> {
  const { scope } = sessionOf(desk);
  return stepMenu({
    step: caseStep(desk, step),
    work: workAt(desk, step),
    ...wayOn(desk, step),
    isFirst: scope[0] === step,
    isLast: scope.at(-1) === step,
  });
}

type InnerAction = Exclude<MenuAction, 'go-on' | 'back' | 'leave' | 'improve'>;

async function act(desk: Desk, step: StepId, action: InnerAction): Promise<Leave | undefined> {
  switch (action) {
    case 'questions':
      return withScoreAfter(desk, step, () => askOpenQuestions(desk, step));
    case 'criteria':
      return withScoreAfter(desk, step, () => disputeRows(desk, step));
    case 'follow-up':
      return runFollowUp(desk, step);
    case 'hint':
      await showHint(desk, step, hintText(workAt(desk, step)));
      return undefined;
    case 'simulation':
      return runStepSimulation(desk, step);
    case 'model-answer':
    case 'second-design':
      return showModelAnswer(desk, step, action);
  }
}

/** Shows the score once more where the action has changed it. */
async function withScoreAfter(
  desk: Desk,
  step: StepId,
  action: () => Promise<Leave | undefined>,
): Promise<Leave | undefined> {
  const before = latestAttempt(workAt(desk, step))?.score;
  const left = await action();
  if (!left && latestAttempt(workAt(desk, step))?.score !== before) showScore(desk, step);
  return left;
}
