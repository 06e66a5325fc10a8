import type { CriterionScore, Verdict } from '../domain/score.ts';
import type { Cell } from '../page.ts';
import { verdictTones, verdictWords } from './criterion-words.ts';

/** The verdict that stands: the candidate's own where given, else the automatic one. */
export function standingVerdict(row: CriterionScore): Verdict {
  return row.confirmed ?? row.verdict;
}

/** A verdict as a table shows it, with more words behind it where there are any. */
export function verdictCell(row: CriterionScore, more = ''): Cell {
  const verdict = standingVerdict(row);
  return { text: `${verdictWords[verdict]}${more}`, tone: verdictTones[verdict] };
}

/** A criterion's name for people: `two-stages` is "two stages". */
export function criterionName(id: string): string {
  return id.replace(/-/gu, ' ');
}
