import type { Criterion, Step } from '../domain/case-study.ts';
import { rankGaps } from '../domain/gap.ts';
import type { CriterionScore, Score } from '../domain/score.ts';

export type Gap = { criterion: Criterion; row: CriterionScore };

/** The gap that would raise the points most; nothing when no gap would. */
export function mostValuableGap(step: Step, score: Score): Gap | undefined {
  return valuableGaps(step, score)[0];
}

/** Every gap that would raise the points, the most valuable first. */
export function valuableGaps(step: Step, score: Score): Gap[] {
  return rankGaps(step.criteria, score).flatMap((id) => {
    const criterion = step.criteria.find((one) => one.id === id);
    const row = score.criteria.find((one) => one.id === id);
    return criterion && row ? [{ criterion, row }] : [];
  });
}

/** Whole sentences up to so many letters; the first one always. */
export function shortened(text: string, most: number): string {
  const sentences = text.trim().split(/(?<=[.?!])\s+(?=\p{Lu})/u);
  let kept = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (kept.length + 1 + sentence.length > most) break;
    kept += ` ${sentence}`;
  }
  return kept;
}
