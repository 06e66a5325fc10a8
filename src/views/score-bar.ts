import { passMark, share, type Score } from '../domain/score.ts';
import type { ProgressBlock } from '../page.ts';
import { percentText, pointsText } from './criterion-words.ts';

/** The points of a step as a bar: what stands, how far it could still reach, and the pass mark. */
export function scoreBar(score: Score, label = ''): ProgressBlock {
  const reach = Math.max(score.confirmed, score.possible);
  return {
    kind: 'progress',
    label,
    share: share(score.confirmed, score.max),
    upTo: share(reach, score.max),
    mark: passMark,
    text: barText(score, reach),
  };
}

function barText({ auto, confirmed, max }: Score, reach: number): string {
  const [low, high] = [percentText(share(confirmed, max)), percentText(share(reach, max))];
  const own = confirmed === auto ? '' : `; checker ${pointsText(auto)}`;
  if (reach <= confirmed) return `${pointsText(confirmed)} of ${pointsText(max)} points, ${low}${own}`;
  return `${pointsText(confirmed)} to ${pointsText(reach)} of ${pointsText(max)} points, ${low.replace(' %', '')} to ${high}${own}`;
}
