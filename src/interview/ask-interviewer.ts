import type { Asked } from '../domain/session.ts';
import type { StepId } from '../domain/step.ts';
import type { Told } from '../views/told-page.ts';
import { sessionOf, type Desk } from './desk.ts';

/**
 * Answers the questions in a line from the case's facts, and writes them into the ledger once.
 * Returns what the interviewer says, or nothing when the line holds no question.
 */
export function answerQuestions(desk: Desk, step: StepId, line: string): string | undefined {
  const answers = questionsIn(desk, step, line);
  if (answers.length === 0) return undefined;
  noteFresh(desk, answers);
  return answers.map((one) => one.answer).join('\n');
}

/** Answers the questions of a text that were not answered yet, each with its own words. */
export function answerRest(desk: Desk, step: StepId, text: string): Told[] {
  const lines = new Set(text.split('\n').map((line) => line.trim()));
  const asking = [...lines].filter((line) => /[?\uff1f]$/u.test(line));
  const fresh = noteFresh(
    desk,
    asking.flatMap((line) => questionsIn(desk, step, line)),
  );
  return fresh.map((one) => ({ question: one.text, answer: one.answer }));
}

/** Answers `:ask …`, with or without a question mark at its end. */
export function answerAsk(desk: Desk, step: StepId, argument: string): Told[] {
  const text = argument.trim();
  const question = text.endsWith('?') ? text : `${text}?`;
  const answers = questionsIn(desk, step, question);
  const all = answers.length > 0 ? answers : [unknownQuestion(step, text)];
  noteFresh(desk, all);
  return all.map((one) => ({ question: one.text, answer: one.answer }));
}

/** Everything that was told in this session, in the order of the questions, each once. */
export function toldSoFar(desk: Desk): Told[] {
  const told = sessionOf(desk).asked.map((one): [string, Told] => [
    one.fact ?? one.text,
    { question: one.text, answer: one.answer },
  ]);
  return [...new Map(told).values()];
}

type Question = Omit<Asked, 'at'>;

function questionsIn(desk: Desk, step: StepId, line: string): Question[] {
  const answers = desk.grader.ask(line);
  return answers.map((one) => ({
    step,
    text: answers.length === 1 ? line.trim() : withItsMark(line, one.start, one.end),
    kind: one.kind,
    fact: one.id,
    answer: one.text,
  }));
}

function withItsMark(line: string, start: number, end: number): string {
  const text = line.slice(start, end).trim();
  return /^\s*[?\uff1f]/u.test(line.slice(end)) && !text.endsWith('?') ? `${text}?` : text;
}

/** Writes down the questions that this step has not put yet, and hands them back. */
function noteFresh(desk: Desk, questions: readonly Question[]): readonly Question[] {
  const known = new Set(sessionOf(desk).asked.map((one) => `${one.step} ${one.text}`));
  const fresh = questions.filter((one) => !known.has(`${one.step} ${one.text}`));
  if (fresh.length > 0) noteAsked(desk, fresh);
  return fresh;
}

function unknownQuestion(step: StepId, text: string): Question {
  return { step, text, kind: 'unknown', fact: null, answer: unknownAnswer };
}

/** The editor waits for the words, not for the disk: a save that fails is tried again with the next note. */
function noteAsked(desk: Desk, fresh: readonly Question[]): void {
  const saving = desk.notebook.note((session, at) => ({
    ...session,
    asked: [...session.asked, ...fresh.map((one) => ({ ...one, at }))],
  }));
  saving.catch(() => undefined);
}

const unknownAnswer = 'I do not know that. Assume what you need, and say it aloud.';
