import { latestAttempt } from '../domain/session.ts';
import { stepNumber, type StepId } from '../domain/step.ts';
import type { AnswerRequest } from '../ports.ts';
import { toldPage } from '../views/told-page.ts';
import { answerAsk, answerQuestions, answerRest, toldSoFar } from './ask-interviewer.ts';
import { guideOf, keepWords, notePlace, noteWork, remark, workAt, type Desk } from './desk.ts';
import { showHint } from './hint.ts';
import { byChoice, type Leave } from './reply.ts';
import { runStepSimulation } from './simulate.ts';

/** How the editor was left. The text of every ending is saved by then. */
export type AnswerEnd = { kind: 'submitted'; text: string } | { kind: 'skipped' } | { kind: 'back' } | Leave;

const wordsAMinute = 40;
const commands = ['hint', 'ask', 'told', 'brief', 'sim', 'back', 'skip', 'quit', '?'] as const;

/** Asks for the answer to a step until it is submitted, skipped or left; what is typed is saved all the while. */
export async function askAnswer(desk: Desk, step: StepId): Promise<AnswerEnd> {
  await notePlace(desk, { at: 'answer', step });
  for (;;) {
    const reply = await desk.prompter.answer(answerRequest(desk, step));
    if (reply.kind === 'answered') {
      const { text, elapsedSeconds } = reply.value;
      await keepWords(desk, text, noteWork(desk, step, { draft: text, elapsedSeconds }));
      if (text.trim() !== '') return submitted(desk, step, text);
      remark(desk, emptyAnswer);
      continue;
    }
    await keepWords(desk, reply.draft, noteWork(desk, step, { draft: reply.draft }));
    if (reply.kind === 'left') return { kind: 'left', by: reply.by };
    const end = await obey(desk, step, reply);
    if (end) return end;
  }
}

/** Questions that were pasted, or stand in the last line, are answered before the grading. */
function submitted(desk: Desk, step: StepId, text: string): AnswerEnd {
  if (step === 'clarify') {
    const told = answerRest(desk, step, text);
    if (told.length > 0) desk.screen.show(toldPage(told));
  }
  return { kind: 'submitted', text };
}

function answerRequest(desk: Desk, step: StepId): AnswerRequest {
  const { title, minutes } = guideOf(desk, step);
  const work = workAt(desk, step);
  return {
    title: `Your answer to step ${stepNumber(step)}, ${title}`,
    draft: work.draft === '' ? (latestAttempt(work)?.text ?? '') : work.draft,
    minutes,
    elapsedSeconds: work.elapsedSeconds,
    wordsAdvised: minutes * wordsAMinute,
    commands,
    onDraft: (draft, elapsedSeconds) => noteWork(desk, step, { draft, elapsedSeconds }),
    ...(step === 'clarify' ? { onQuestion: (line) => answerQuestions(desk, step, line) } : {}),
  };
}

type Typed = { name: string; argument: string; draft: string };

async function obey(desk: Desk, step: StepId, typed: Typed): Promise<AnswerEnd | undefined> {
  switch (typed.name) {
    case 'quit':
      return byChoice;
    case 'back':
      return { kind: 'back' };
    case 'skip':
      return { kind: 'skipped' };
    case 'hint':
      await showHint(desk, step, typed.draft);
      return undefined;
    case 'ask':
      if (typed.argument.trim() === '') remark(desk, howToAsk);
      else desk.screen.show(toldPage(answerAsk(desk, step, typed.argument)));
      return undefined;
    case 'told':
      showTold(desk);
      return undefined;
    case 'brief':
      desk.screen.show([{ kind: 'quote', label: 'The interviewer', text: desk.caseStudy.brief.trim() }]);
      return undefined;
    case 'sim':
      return runStepSimulation(desk, step);
    default:
      desk.screen.show([{ kind: 'prose', markdown: commandHelp }]);
      return undefined;
  }
}

function showTold(desk: Desk): void {
  const told = toldSoFar(desk);
  if (told.length === 0) remark(desk, 'Nothing was asked yet. Ask with :ask and a question.');
  else desk.screen.show(toldPage(told));
}

const howToAsk = 'Write the question behind it: :ask How many videos are there?';

const emptyAnswer = 'Nothing is written yet. Write an answer, or leave the step out with :skip.';

const commandHelp = `A line of its own that starts with a colon is a command:

- **:hint** a hint for the most valuable gap: three for a point, each telling more
- **:ask** a question to the interviewer, for example \`:ask How many videos are there?\`
- **:told** everything that the interviewer has told you
- **:brief** the brief once more
- **:sim** the simulation that belongs to this step, where there is one
- **:back** to the step before
- **:skip** leave this step out
- **:quit** save and leave
- **:?** this list`;
