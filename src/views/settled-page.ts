import type { CriterionScore, Score } from '../domain/score.ts';
import type { Page } from '../page.ts';
import { verdictWords } from './criterion-words.ts';
import { scoreBar } from './score-bar.ts';
import { criterionName } from './verdict-words.ts';

/** How a row stands after it was settled by the candidate, and the points with it. */
export function settledPage(row: CriterionScore, score: Score): Page {
  return [
    { kind: 'note', tone: 'info', text: `Noted: ${criterionName(row.id)}, ${standingWords(row)}.` },
    scoreBar(score),
  ];
}

/** The verdict on a row in words: the candidate's own beside the checker's. */
export function standingWords({ verdict, confirmed }: CriterionScore): string {
  const automatic = verdictWords[verdict];
  return confirmed === undefined ? automatic : `${verdictWords[confirmed]} by you; checker: ${automatic}`;
}
