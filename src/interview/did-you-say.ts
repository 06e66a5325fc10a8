import { wasAsked, withConfirmation } from '../domain/confirmation.ts';
import { latestAttempt } from '../domain/session.ts';
import type { StepId } from '../domain/step.ts';
import { questionPage } from '../views/did-you-say-page.ts';
import { caseStep, noteWork, sessionOf, workAt, type Desk } from './desk.ts';
import { withPointedAt } from './grade-step.ts';
import { addSentence, pickSentence } from './pick-sentence.ts';
import { pick, type Leave } from './reply.ts';

/**
 * One "did you say this?": the criterion, its question, the sentence that comes nearest (empty for none), and what
 * holds when the answer is no: half of it was seen, or nothing for sure.
 */
export type SayQuestion = { criterion: string; ask: string; sentence: string; otherwise: 'partial' | 'not-detected' };

export const mostQuestions = 3;

/** The questions that the newest attempt leaves open: at most three a step, none that was answered before. */
export function openQuestions(desk: Desk, step: StepId): SayQuestion[] {
  const session = sessionOf(desk);
  const attempt = latestAttempt(workAt(desk, step));
  if (!attempt) return [];
  const asked = workAt(desk, step).questionsAsked?.length ?? 0;
  return attempt.score.ask
    .flatMap((criterion): SayQuestion[] => {
      const row = attempt.score.criteria.find((one) => one.id === criterion);
      const ask = caseStep(desk, step).criteria.find((one) => one.id === criterion)?.ask;
      if (!row || ask === undefined || row.confirmed !== undefined) return [];
      const sentence = desk.grader.nearestSentence(step, attempt.text, criterion)?.text ?? '';
      const otherwise = row.verdict === 'partial' ? 'partial' : 'not-detected';
      return wasAsked(session, step, criterion, sentence) ? [] : [{ criterion, ask, sentence, otherwise }];
    })
    .slice(0, Math.max(0, mostQuestions - asked));
}

/** Puts the open questions one after the other, until they are answered, put off or left. */
export async function askOpenQuestions(desk: Desk, step: StepId): Promise<Leave | undefined> {
  for (let question = openQuestions(desk, step)[0]; question; question = openQuestions(desk, step)[0]) {
    const end = await askOne(desk, step, question);
    if (end === 'later') return undefined;
    if (end !== 'answered') return end;
  }
  return undefined;
}

type SayReply = 'yes' | 'other' | 'add' | 'no' | 'later';

async function askOne(desk: Desk, step: StepId, question: SayQuestion): Promise<'answered' | 'later' | Leave> {
  desk.screen.show(questionPage(question, wasQuoted(desk, step, question.sentence)));
  const picked = await pick<SayReply>(desk.prompter, {
    message: question.ask,
    choices: [
      ...(question.sentence === '' ? [] : [{ name: 'yes, with this sentence', value: 'yes' as const, key: 'y' }]),
      { name: 'yes, in another sentence', value: 'other', key: 'o' },
      { name: 'add a sentence', value: 'add', key: 'a', about: 'graded again; counted as prompted' },
      { name: question.otherwise === 'partial' ? 'no, only a part of it' : 'no', value: 'no', key: 'n' },
      { name: 'later', value: 'later', key: 'l' },
    ],
  });
  if (picked.kind === 'left') return picked;
  if (picked.value === 'later') return 'later';
  if (picked.value === 'add') return answerByAdding(desk, step, question);
  if (picked.value === 'other') return answerByPointing(desk, step, question);
  await noteAsked(desk, step, question);
  const { criterion, sentence } = question;
  const verdict = picked.value === 'yes' ? 'covered' : question.otherwise;
  await desk.notebook.note((session, at) => withConfirmation(session, { step, criterion, sentence, verdict }, at));
  return 'answered';
}

function wasQuoted(desk: Desk, step: StepId, sentence: string): boolean {
  return (workAt(desk, step).questionsAsked ?? []).some((one) => one.sentence === sentence);
}

async function answerByPointing(
  desk: Desk,
  step: StepId,
  question: SayQuestion,
): Promise<'answered' | 'later' | Leave> {
  const end = await pickSentence(desk, step, 'Which sentence says it?');
  if (end.kind === 'left') return end;
  if (end.kind === 'back') return 'later';
  if (end.kind === 'add') return answerByAdding(desk, step, question);
  await noteAsked(desk, step, question);
  const { criterion } = question;
  const said = { step, criterion, sentence: end.text, verdict: 'covered' as const };
  await desk.notebook.note((session, at) => withConfirmation(session, said, at));
  return 'answered';
}

async function answerByAdding(desk: Desk, step: StepId, question: SayQuestion): Promise<'answered' | 'later' | Leave> {
  const end = await addSentence(desk, step, question.criterion, 'Your sentence:');
  if (end.kind === 'left') return end;
  if (end.kind === 'nothing') return 'later';
  await noteAsked(desk, step, question);
  return 'answered';
}

async function noteAsked(desk: Desk, step: StepId, { criterion, sentence }: SayQuestion): Promise<void> {
  const work = workAt(desk, step);
  const questionsAsked = [...(work.questionsAsked ?? []), { criterion, sentence }];
  await noteWork(desk, step, { questionsAsked, ...withPointedAt(work, criterion) });
}
