import type { Criterion, Step } from '../domain/case-study.ts';
import { rankGaps } from '../domain/gap.ts';
import type { CriterionScore, Score } from '../domain/score.ts';
import { countText } from './numbers-text.ts';
import { verdictWords } from './criterion-words.ts';
import { proseText } from './prose-text.ts';
import { standingVerdict } from './verdict-words.ts';

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

/** A gap in words: what a strong answer says, what was seen of it, and why it matters. */
export function gapProse({ criterion, row }: Gap, mostLetters = Infinity): string {
  const seen = [
    row.found.length > 0 ? `seen: ${row.found.map(elementName).join(', ')}` : '',
    row.missing.length > 0 && row.found.length > 0 ? `not seen: ${row.missing.map(elementName).join(', ')}` : '',
  ].filter((text) => text !== '');
  const worth = `${criterion.essential ? 'essential, ' : ''}${countText(criterion.weight, 'point')}`;
  const head = `**${verdictWords[standingVerdict(row)]}** (${worth}${seen.length > 0 ? `; ${seen.join('; ')}` : ''}): ${proseText(criterion.says)}`;
  return `${head}\\\nWhy: ${proseText(shortened(criterion.why, mostLetters))}`;
}

function elementName(name: string): string {
  return proseText(name.replace(/-/gu, ' '));
}

/** Whole sentences up to so many letters; the first one always. */
function shortened(text: string, most: number): string {
  const sentences = text.trim().split(/(?<=[.?!])\s+(?=\p{Lu})/u);
  let kept = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (kept.length + 1 + sentence.length > most) break;
    kept += ` ${sentence}`;
  }
  return kept;
}
