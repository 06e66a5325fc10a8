import type { Asked } from '../domain/session.ts';
import type { StepId } from '../domain/step.ts';
import { sessionOf, type Desk } from './desk.ts';

/**
 * Answers the questions in a line from the case's facts, and writes them into the ledger once.
 * Returns what the interviewer says, or nothing when the line holds no question.
 */
export function answerQuestions(desk: Desk, step: StepId, line: string): string | undefined {
  const answers = desk.grader.ask(line);
  if (answers.length === 0) return undefined;
  const known = new Set(sessionOf(desk).asked.map((one) => `${one.step} ${one.text}`));
  const fresh = answers
    .map((one) => ({
      step,
      text: answers.length === 1 ? line.trim() : line.slice(one.start, one.end),
      kind: one.kind,
      fact: one.id,
      answer: one.text,
    }))
    .filter((one) => !known.has(`${one.step} ${one.text}`));
  if (fresh.length > 0) noteAsked(desk, fresh);
  return answers.map((one) => one.text).join('\n');
}

/** Answers the questions of a text that were not answered yet; what the interviewer says, question by question. */
export function answerRest(desk: Desk, step: StepId, text: string): string[] {
  const known = new Set(
    sessionOf(desk)
      .asked.filter((one) => one.step === step)
      .map((one) => one.text),
  );
  const lines = text.split('\n').map((line) => line.trim());
  const open = [...new Set(lines)].filter((line) => /[?\uff1f]$/u.test(line) && !known.has(line));
  return open.flatMap((line) => answerQuestions(desk, step, line) ?? []);
}

/** Answers `:ask …`, with or without a question mark at its end. */
export function answerAsk(desk: Desk, step: StepId, argument: string): string {
  const text = argument.trim();
  if (text === '') return 'Write the question behind it: :ask How many videos are there?';
  const answer = answerQuestions(desk, step, text.endsWith('?') ? text : `${text}?`);
  if (answer !== undefined) return answer;
  noteAsked(desk, [{ step, text, kind: 'unknown', fact: null, answer: unknownAnswer }]);
  return unknownAnswer;
}

/** The editor waits for the words, not for the disk: a save that fails is tried again with the next note. */
function noteAsked(desk: Desk, fresh: readonly Omit<Asked, 'at'>[]): void {
  const saving = desk.notebook.note((session, at) => ({
    ...session,
    asked: [...session.asked, ...fresh.map((one) => ({ ...one, at }))],
  }));
  saving.catch(() => undefined);
}

const unknownAnswer = 'I do not know that. Assume what you need, and say it aloud.';
