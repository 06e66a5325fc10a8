import { share, sumCounted, verdictWorth, type CriterionScore, type Score } from './score.ts';
import type { StepPoints } from './session-score.ts';
import { countedAttempt, type StepWork } from './session.ts';

export type Reckoning = 'auto' | 'confirmed';

/**
 * Splits the points of a step by what it took to earn them.
 *
 * @param work everything done on the step
 * @param final the counted attempt's score, as it was or regraded with every answer in sight
 * @param by the automatic verdicts, or the candidate's own where given
 */
export function stepPoints(work: StepWork, final: Score, by: Reckoning): StepPoints {
  const rows = final.criteria;
  const parts = rows.map((row) => criterionParts(work, row, by));
  const sum = (value: (part: CriterionParts) => number) =>
    sumCounted(
      rows,
      rows.map((row, index) => row.weight * value(parts[index] ?? nothing)),
    );
  const unprompted = sum((part) => part.unprompted);
  const counted = sum((part) => part.unprompted + part.prompted / 2);
  const all = sum((part) => part.unprompted + part.prompted / 2 + part.afterHint);
  return { unprompted, prompted: counted - unprompted, afterHint: all - counted, counted, max: final.max };
}

/** The step's share of what can be had: counted points by the maximum. */
export function countedShare(points: StepPoints): number {
  return share(points.counted, points.max);
}

type CriterionParts = { unprompted: number; prompted: number; afterHint: number };
const nothing: CriterionParts = { unprompted: 0, prompted: 0, afterHint: 0 };

function criterionParts(work: StepWork, row: CriterionScore, by: Reckoning): CriterionParts {
  const counted = countedAttempt(work);
  const final = worthOf(row, by);
  const replies = work.followUps.filter((one) => one.gained?.includes(row.id));
  const withReplies = Math.max(final, ...replies.map((one) => worthIn(one.score, row.id, by)));
  const hinted = counted?.hinted?.includes(row.id) ?? false;
  const pointedAt = counted?.pointedAt?.includes(row.id) ?? false;
  const alone = hinted || pointedAt ? Math.min(final, worthBefore(work, row.id, by, hinted, pointedAt)) : final;
  return {
    unprompted: alone,
    prompted: (hinted ? 0 : final - alone) + (withReplies - final),
    afterHint: hinted ? final - alone : 0,
  };
}

/** What the criterion was worth in the last attempt before anything pointed at it. */
function worthBefore(work: StepWork, id: string, by: Reckoning, hinted: boolean, pointedAt: boolean): number {
  const before = work.attempts.filter(
    (one) => !(hinted && one.hinted?.includes(id)) && !(pointedAt && one.pointedAt?.includes(id)),
  );
  return worthIn(before.at(-1)?.score, id, by);
}

function worthIn(score: Score | undefined, id: string, by: Reckoning): number {
  const row = score?.criteria.find((one) => one.id === id);
  return row ? worthOf(row, by) : 0;
}

function worthOf(row: CriterionScore, by: Reckoning): number {
  return verdictWorth[by === 'confirmed' ? (row.confirmed ?? row.verdict) : row.verdict];
}
