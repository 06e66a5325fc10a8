import { passMark, reachablePoints, share, type Score } from '../domain/score.ts';
import type { StepScore } from '../domain/session-score.ts';
import type { ProgressBlock } from '../page.ts';
import { percentText, pointsText } from './criterion-words.ts';

/** The points of a step as a bar: what stands, how far it could still reach, and the pass mark. */
export function scoreBar(score: Score, label = ''): ProgressBlock {
  const { auto, confirmed, max } = score;
  return bar({ auto, confirmed, reach: reachablePoints(score), max }, label);
}

/** The same of a step in a session: prompted points counted by half, those after a hint apart, both named. */
export function pointsBar({ score, auto, confirmed }: StepScore, label = ''): ProgressBlock {
  const { max } = confirmed;
  const reach = Math.min(max, confirmed.counted + reachablePoints(score) - score.confirmed);
  const asides = [
    confirmed.prompted > 0 ? `${pointsText(confirmed.prompted)} of them prompted, counted half` : '',
    confirmed.afterHint > 0 ? `${pointsText(confirmed.afterHint)} more after a hint, not counted` : '',
  ];
  return bar({ auto: auto.counted, confirmed: confirmed.counted, reach, max }, label, asides);
}

type BarPoints = { auto: number; confirmed: number; reach: number; max: number };

function bar(points: BarPoints, label: string, asides: readonly string[] = []): ProgressBlock {
  const { confirmed, reach, max } = points;
  return {
    kind: 'progress',
    label,
    share: share(confirmed, max),
    upTo: share(reach, max),
    mark: passMark,
    text: [pointsRange(points), checkerText(points), ...asides].filter((text) => text !== '').join('; '),
  };
}

function pointsRange({ confirmed, reach, max }: BarPoints): string {
  const [low, high] = [percentText(share(confirmed, max)), percentText(share(reach, max))];
  if (reach <= confirmed) return `${pointsText(confirmed)} of ${pointsText(max)} points, ${low}`;
  return `${pointsText(confirmed)} to ${pointsText(reach)} of ${pointsText(max)} points, ${low.replace(' %', '')} to ${high}`;
}

function checkerText({ auto, confirmed }: BarPoints): string {
  return confirmed === auto ? '' : `checker ${pointsText(auto)}`;
}
