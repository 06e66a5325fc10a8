import type { Fact } from './case-study.ts';
import { otherAnswers, type Session } from './session.ts';
import type { StepId } from './step.ts';

/** One thing that was asked: the question, what was told, and where its number was used afterwards. */
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
    const usedIn = otherAnswers(session, asked.step)
      .filter((answer) => isNamedIn(fact, answer.text))
      .map((one) => one.step);
    return { ...row, use: usedIn.length > 0 ? 'used' : 'not-seen', usedIn };
  });
}
