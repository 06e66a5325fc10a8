import { sumPoints, verdictWorth, type ConfirmedVerdict, type CriterionScore, type Score } from './score.ts';
import {
  latestAttempt,
  otherAnswers,
  withWork,
  workOn,
  type Confirmation,
  type Dispute,
  type Session,
} from './session.ts';
import type { StepId } from './step.ts';

/** The candidate's own verdicts by criterion. */
export type OwnVerdicts = Readonly<Record<string, ConfirmedVerdict>>;

/** The sentences that were picked for own verdicts, by criterion. */
export type PickedSentences = Readonly<Record<string, string>>;

/**
 * Gives a score the candidate's own verdicts; the automatic ones stay beside them.
 * A rung that waited only for the one below stands with it once that one is claimed.
 *
 * @param picked what a row that was raised quotes from then on
 */
export function withOwnVerdicts(score: Score, verdicts: OwnVerdicts, picked: PickedSentences = {}): Score {
  const done: CriterionScore[] = [];
  for (const { confirmed: _, chosen: __, ...row } of score.criteria) {
    const own = verdicts[row.id] ?? releasedVerdict(row, done);
    done.push(own === undefined ? row : { ...row, confirmed: own, ...chosenWords(row, own, picked[row.id]) });
  }
  return { ...score, criteria: done, confirmed: sumPoints(done).confirmed };
}

function chosenWords(row: CriterionScore, own: ConfirmedVerdict, sentence = ''): Pick<CriterionScore, 'chosen'> {
  return sentence !== '' && verdictWorth[own] > verdictWorth[row.verdict] ? { chosen: sentence } : {};
}

/** What a waiting rung's own words give, when the rung below is claimed; its name stands among what was missing. */
function releasedVerdict(row: CriterionScore, before: readonly CriterionScore[]): ConfirmedVerdict | undefined {
  const { ungated } = row;
  if (ungated !== 'covered' && ungated !== 'partial') return undefined;
  const below = before.find((one) => row.missing.includes(one.id));
  return below?.confirmed !== undefined && verdictWorth[below.confirmed] > 0 ? ungated : undefined;
}

/**
 * The confirmations that hold for a score, the newest of each criterion. A claim holds while its sentence stands in one of the texts; a withdrawal
 * holds only against the very words that earned the point, so that a better answer is not held down by it.
 */
function standingConfirmations(
  confirmations: readonly Confirmation[],
  step: StepId,
  score: Score,
  texts: readonly string[],
): readonly Confirmation[] {
  const standing = new Map<string, Confirmation>();
  for (const one of confirmations) {
    const row = score.criteria.find((criterion) => criterion.id === one.criterion);
    if (one.step === step && row && holds(one, row, texts)) standing.set(one.criterion, one);
  }
  return [...standing.values()];
}

function holds(one: Confirmation, row: CriterionScore, texts: readonly string[]): boolean {
  const raises = verdictWorth[one.verdict] >= verdictWorth[row.verdict];
  if (raises) return texts.some((text) => text.includes(one.sentence));
  return row.evidence.length === 0 || row.evidence.some(({ text }) => overlaps(text, one.sentence));
}

function overlaps(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

/** A score of a text of this step, with every own verdict that holds for it. */
export function confirmScore(session: Session, step: StepId, text: string, score: Score): Score {
  const texts = [text, ...otherAnswers(session, step).map((one) => one.text)];
  const standing = standingConfirmations(session.confirmations, step, score, texts);
  const verdicts = Object.fromEntries(standing.map((one) => [one.criterion, one.verdict]));
  const picked = Object.fromEntries(standing.map((one) => [one.criterion, one.sentence]));
  return withOwnVerdicts(score, verdicts, picked);
}

/** Remembers an own verdict, and applies it to every attempt that it holds for. */
export function withConfirmation(session: Session, confirmation: Confirmation, at: string): Session {
  return withVerdictsApplied(
    { ...session, confirmations: [...session.confirmations, confirmation] },
    confirmation.step,
    at,
  );
}

/** Forgets the own verdict on a criterion, with the dispute that made it: the checker was right after all. */
export function withoutOwnVerdict(session: Session, step: StepId, criterion: string, at: string): Session {
  const others = (one: { step: StepId; criterion: string }) => one.step !== step || one.criterion !== criterion;
  const { confirmations, disputes } = session;
  const rest = { ...session, confirmations: confirmations.filter(others), disputes: disputes.filter(others) };
  return withVerdictsApplied(rest, step, at);
}

function withVerdictsApplied(next: Session, step: StepId, at: string): Session {
  const work = workOn(next, step);
  const answer = latestAttempt(work)?.text ?? '';
  return withWork(
    next,
    step,
    {
      attempts: work.attempts.map((one) => ({ ...one, score: confirmScore(next, step, one.text, one.score) })),
      followUps: work.followUps.map((one) =>
        one.score ? { ...one, score: confirmScore(next, step, `${answer}\n\n${one.answer}`, one.score) } : one,
      ),
    },
    at,
  );
}

/** Logs a dispute and confirms what it claims; the automatic verdict stays. */
export function withDispute(session: Session, dispute: Dispute): Session {
  const { step, criterion, sentence, claimed, at } = dispute;
  const logged = { ...session, disputes: [...session.disputes, dispute] };
  return withConfirmation(logged, { step, criterion, sentence, verdict: claimed }, at);
}

/** Tells whether "did you say this?" was put for this criterion and sentence, or answered by a dispute. */
export function wasAsked(session: Session, step: StepId, criterion: string, sentence: string): boolean {
  const same = (one: { criterion: string; sentence: string }) =>
    one.criterion === criterion && one.sentence === sentence;
  const put = workOn(session, step).questionsAsked ?? [];
  return put.some(same) || session.confirmations.some((one) => one.step === step && same(one));
}
