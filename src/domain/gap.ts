import type { Criterion, Level } from './case-study.ts';
import { sumPoints, verdictWorth, type CriterionScore, type Score } from './score.ts';

const rungs: Readonly<Record<Level, number>> = { mid: 0, senior: 1, staff: 2 };

/**
 * The criteria that would raise a step's points, the most valuable first: by points gained, then essentials, then the
 * lower rung. A rung whose base earned nothing waits for its base; an elective beyond the best three gains nothing.
 */
export function rankGaps(criteria: readonly Criterion[], score: Score): string[] {
  return score.criteria
    .map((row, order) => ({ row, order, gain: gainOf(row, score) }))
    .filter(({ row, gain }) => gain > 0 && baseStands(row, criteria, score))
    .sort(
      (a, b) =>
        b.gain - a.gain ||
        Number(b.row.essential) - Number(a.row.essential) ||
        rungs[a.row.level] - rungs[b.row.level] ||
        a.order - b.order,
    )
    .map(({ row }) => row.id);
}

/** What a criterion is worth to the candidate: the own verdict where given, else the automatic one. */
export function standingWorth(row: CriterionScore): number {
  return verdictWorth[row.confirmed ?? row.verdict];
}

/** The criteria that are worth more in one score than in another. */
export function gainedCriteria(before: Score, after: Score): string[] {
  const worthBefore = new Map(before.criteria.map((row) => [row.id, standingWorth(row)]));
  return after.criteria.filter((row) => standingWorth(row) > (worthBefore.get(row.id) ?? 0)).map((row) => row.id);
}

function gainOf(row: CriterionScore, score: Score): number {
  const raised = score.criteria.map((one): CriterionScore =>
    one.id === row.id ? { ...one, confirmed: 'covered' } : one,
  );
  return sumPoints(raised).confirmed - sumPoints(score.criteria).confirmed;
}

function baseStands(row: CriterionScore, criteria: readonly Criterion[], score: Score): boolean {
  const base = criteria.find((one) => one.id === row.id)?.extends;
  const baseRow = score.criteria.find((one) => one.id === base);
  return baseRow === undefined || standingWorth(baseRow) > 0;
}
