import type { StepId } from '../domain/step.ts';
import { latestAttempt } from '../domain/session.ts';
import type { Choice } from '../ports.ts';
import { noteWork, workAt, type Desk } from './desk.ts';
import { noteAttempt, withPointedAt } from './grade-step.ts';
import { askLine, pick, type Leave } from './reply.ts';

const longestLabel = 100;

/** The sentences of an answer as they were typed, each once: what can be pointed at. */
export function answerSentences(text: string): string[] {
  const pieces = text.split(/\n+|(?<=[.?!;])\s+/u).map((piece) => piece.trim());
  return [...new Set(pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece)))];
}

/** A sentence shortened for a list of choices. */
export function sentenceLabel(sentence: string): string {
  return sentence.length <= longestLabel ? sentence : `${sentence.slice(0, longestLabel - 1).trimEnd()}…`;
}

export type SentenceEnd = { kind: 'sentence'; text: string } | { kind: 'add' } | { kind: 'back' } | Leave;

/** Lets the candidate point at one sentence of the answer, or choose to add one. */
export async function pickSentence(desk: Desk, step: StepId, message: string): Promise<SentenceEnd> {
  const sentences = answerSentences(spokenHere(desk, step));
  const choices: Choice<SentenceEnd>[] = [
    ...sentences.map((text): Choice<SentenceEnd> => ({ name: sentenceLabel(text), value: { kind: 'sentence', text } })),
    { name: 'add a sentence to the answer', value: { kind: 'add' }, key: 'a' },
    { name: 'back', value: { kind: 'back' }, key: 'b' },
  ];
  const picked = await pick(desk.prompter, { message, choices });
  return picked.kind === 'left' ? picked : picked.value;
}

/** The newest answer and the replies to follow-ups below it. */
function spokenHere(desk: Desk, step: StepId): string {
  const work = workAt(desk, step);
  return [latestAttempt(work)?.text ?? '', ...work.followUps.map((one) => one.answer)].join('\n');
}

export type AddEnd = { kind: 'added'; sentence: string } | { kind: 'nothing' } | Leave;

/**
 * Asks for one more sentence, appends it to the answer and grades the whole again as a new attempt.
 * A sentence that is left half-way waits below the answer in the editor.
 */
export async function addSentence(desk: Desk, step: StepId, criterion: string, message: string): Promise<AddEnd> {
  const line = await askLine(desk.prompter, message);
  if (line.kind === 'left') {
    if (line.draft.trim() !== '') await noteLonger(desk, step, criterion, line.draft);
    return { kind: 'left', by: line.by };
  }
  const sentence = line.text.trim();
  if (sentence === '') return { kind: 'nothing' };
  const { draft } = workAt(desk, step);
  const answer = latestAttempt(workAt(desk, step))?.text ?? '';
  const longer = await noteLonger(desk, step, criterion, sentence);
  // An improvement that is still being written waits on, with the sentence in it.
  await noteAttempt(desk, step, `${answer}\n${sentence}`, draft === '' ? '' : longer);
  return { kind: 'added', sentence };
}

/** Saves what stands in the editor, else the answer, with a sentence below it, before anything is graded. */
async function noteLonger(desk: Desk, step: StepId, criterion: string, sentence: string): Promise<string> {
  const work = workAt(desk, step);
  const draft = `${work.draft === '' ? (latestAttempt(work)?.text ?? '') : work.draft}\n${sentence}`;
  await noteWork(desk, step, { draft, ...withPointedAt(work, criterion) }, { at: 'answer', step });
  return draft;
}
