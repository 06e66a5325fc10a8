import type { Level } from './case-study.ts';
import type { StepId } from './step.ts';

export type Verdict = 'covered' | 'partial' | 'unsure' | 'not-detected';

/** The candidate's own words; `text.slice(start, end) === evidence.text` in UTF-16 units of the graded text. */
export type Evidence = { text: string; start: number; end: number };

export type CriterionScore = {
  id: string;
  level: Level;
  essential: boolean;
  weight: 1 | 2 | 3;
  verdict: Verdict;
  /** Set on a rung that waits for the one below: what its own words would have given. */
  ungated?: Verdict;
  /** Set by the candidate: a confirmation or a dispute. The automatic verdict stays beside it. */
  confirmed?: ConfirmedVerdict;
  /** The sentence that the candidate picked for an own verdict that is worth more than the automatic one. */
  chosen?: string;
  evidence: readonly Evidence[];
  /** Names of elements. */
  found: readonly string[];
  missing: readonly string[];
  misconceptions: readonly string[];
  /** Set where the evidence stands in another step's answer. */
  saidIn?: StepId;
};

export type ConfirmedVerdict = 'covered' | 'partial' | 'not-detected';

export type NoticeKind =
  | 'copied-question'
  | 'copied-criterion'
  | 'copied-hint'
  | 'copied-model-answer'
  | 'other-case'
  | 'stuffed'
  | 'other-language'
  | 'truncated'
  | 'empty'
  | 'questions-only'
  | 'sum';

/** Something the checker noticed and says plainly; never a silent zero. */
export type Notice = { kind: NoticeKind; start: number; end: number; text: string };

export type Score = {
  graderVersion: number;
  auto: number;
  possible: number;
  confirmed: number;
  max: number;
  criteria: readonly CriterionScore[];
  /** Criteria worth a "did you say this?" question: at most three. */
  ask: readonly string[];
  notices: readonly Notice[];
};

/** A step counts as passed from this share on. */
export const passMark = 0.6;
export const countedElectives = 3;

/** What a verdict earns of a criterion's weight. */
export const verdictWorth: Readonly<Record<Verdict, number>> = {
  covered: 1,
  partial: 0.5,
  unsure: 0,
  'not-detected': 0,
};

export type Points = { auto: number; possible: number; confirmed: number; max: number };

/**
 * Adds up a step: the essentials, and the best three electives by points earned.
 * `possible` takes every unsure as covered; `confirmed` takes the candidate's own verdicts where given.
 */
export function sumPoints(criteria: readonly CriterionScore[]): Points {
  const auto = criteria.map((one) => one.weight * verdictWorth[one.verdict]);
  const possible = criteria.map((one) => one.weight * possibleWorth(one));
  const confirmed = criteria.map((one) => one.weight * verdictWorth[one.confirmed ?? one.verdict]);
  const all = criteria.map((one) => one.weight);
  return {
    auto: sumCounted(criteria, auto),
    possible: sumCounted(criteria, possible),
    confirmed: sumCounted(criteria, confirmed),
    max: sumCounted(criteria, all),
  };
}

/**
 * How far the points that stand could still reach: a row that the candidate settled counts as settled, every other
 * unsure one as covered.
 */
export function reachablePoints(score: Score): number {
  const { criteria } = score;
  if (criteria.every((one) => one.confirmed === undefined)) return Math.max(score.confirmed, score.possible);
  const worth = (one: CriterionScore) =>
    one.confirmed === undefined ? possibleWorth(one) : verdictWorth[one.confirmed];
  const reach = sumCounted(
    criteria,
    criteria.map((one) => one.weight * worth(one)),
  );
  return Math.max(score.confirmed, reach);
}

function possibleWorth({ verdict }: CriterionScore): number {
  return verdict === 'unsure' ? 1 : verdictWorth[verdict];
}

/** Adds the points of the essentials and of the best three electives; `points` stand in the order of `criteria`. */
export function sumCounted(criteria: readonly CriterionScore[], points: readonly number[]): number {
  const essentials = points.filter((_, i) => criteria[i]?.essential);
  const electives = points.filter((_, i) => !criteria[i]?.essential).sort((a, b) => b - a);
  return [...essentials, ...electives.slice(0, countedElectives)].reduce((sum, x) => sum + x, 0);
}

/** Points as a share from 0 to 1; a step without criteria has share 0. */
export function share(points: number, max: number): number {
  return max > 0 ? points / max : 0;
}

/** The share of a case: the mean of its steps' shares, weighted by their minutes. */
export function caseShare(steps: readonly { share: number; minutes: number }[]): number {
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  return minutes > 0 ? steps.reduce((sum, step) => sum + step.share * step.minutes, 0) / minutes : 0;
}
