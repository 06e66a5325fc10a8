import { latestAttempt } from '../domain/session.ts';
import { stepNumber, type StepId } from '../domain/step.ts';
import type { AnswerRequest } from '../ports.ts';
import { answerAsk, answerQuestions, answerRest } from './ask-interviewer.ts';
import { guideOf, interviewerSays, keepWords, notePlace, noteWork, remark, workAt, type Desk } from './desk.ts';
import { showHint } from './hint.ts';
import { byChoice, type Leave } from './reply.ts';

/** How the editor was left. The text of every ending is saved by then. */
export type AnswerEnd = { kind: 'submitted'; text: string } | { kind: 'skipped' } | { kind: 'back' } | Leave;

const wordsAMinute = 40;
const commands = ['hint', 'ask', 'back', 'skip', 'quit', '?'] as const;

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
    const replies = answerRest(desk, step, text);
    if (replies.length > 0) interviewerSays(desk, replies.join('\n'));
  }
  return { kind: 'submitted', text };
}

function answerRequest(desk: Desk, step: StepId): AnswerRequest {
  const { title, minutes } = guideOf(desk, step);
  const work = workAt(desk, step);
  return {
    title: `Step ${stepNumber(step)} of 7: ${title}`,
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
      interviewerSays(desk, answerAsk(desk, step, typed.argument));
      return undefined;
    default:
      desk.screen.show([{ kind: 'prose', markdown: commandHelp }]);
      return undefined;
  }
}

const emptyAnswer = 'Nothing is written yet. Write an answer, or leave the step out with :skip.';

const commandHelp = `A line of its own that starts with a colon is a command:

- **:hint** a hint for the most valuable gap, three at most, each telling more
- **:ask** a question to the interviewer, for example \`:ask How many users?\`
- **:back** to the step before
- **:skip** leave this step out
- **:quit** save and leave
- **:?** this list`;
