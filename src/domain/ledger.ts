import type { Fact } from './case-study.ts';
import { otherAnswers, ownAnswer, type Session } from './session.ts';
import { stepNumber, type StepId } from './step.ts';

/** One thing that was asked: the question, what was told, and where its number was used. */
export type LedgerRow = {
  question: string;
  kind: 'fact' | 'open' | 'unknown';
  told: string;
  fact: string | null;
  /** `cannot-tell` where the fact has no number to look for. */
  use: 'used' | 'not-seen' | 'cannot-tell';
  usedIn: readonly StepId[];
};

/**
 * The ledger of a session: asked, told, used.
 *
 * @param isNamedIn tells whether a text names the number of a fact
 */
export function sessionLedger(
  session: Session,
  facts: readonly Fact[],
  isNamedIn: (fact: Fact, text: string) => boolean,
): LedgerRow[] {
  return session.asked.map((asked) => {
    const fact = facts.find((one) => one.id === asked.fact);
    const row = { question: asked.text, kind: asked.kind, told: asked.answer, fact: asked.fact };
    if (fact?.value === undefined) return { ...row, use: 'cannot-tell', usedIn: [] };
    const own = { step: asked.step, text: withoutQuestions(ownAnswer(session, asked.step)) };
    const usedIn = [own, ...otherAnswers(session, asked.step)]
      .filter((answer) => isNamedIn(fact, answer.text))
      .map((one) => one.step)
      .sort((a, b) => stepNumber(a) - stepNumber(b));
    return { ...row, use: usedIn.length > 0 ? 'used' : 'not-seen', usedIn };
  });
}

/** Asking for a number is not using it. */
function withoutQuestions(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/[?\uff1f]\s*$/u.test(line))
    .join('\n');
}
