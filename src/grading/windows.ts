import type { AnswerText } from './text/answer-text.ts';
import type { Hit } from './matching/lexicon.ts';

/** A place where an element is stated; elements go by number. */
export type Sighting = { element: number; hit: Hit; sentence: number; capped: boolean };

const widestSentences = 3;
const widestTokens = 45;

/** The end, not included, of the run from a sighting on that stands near enough to it to belong to one point. */
export function reachOf(
  sightings: readonly Sighting[],
  from: number,
  where: 'sentence' | 'block' | 'answer',
  text: AnswerText,
): number {
  const first = sightings[from];
  if (!first || where === 'answer') return sightings.length;
  const stretch = text.sentences[first.sentence]?.stretch;
  let to = from + 1;
  for (let next = sightings[to]; next; next = sightings[to]) {
    const near =
      where === 'sentence'
        ? text.sentences[next.sentence]?.stretch === stretch
        : next.sentence - first.sentence < widestSentences || next.hit.to - first.hit.from <= widestTokens;
    if (!near) break;
    to += 1;
  }
  return to;
}

/** For each element of a run the sighting to quote: those that stand nearest together, and the shortest of them. */
export function quotedSightings(run: readonly Sighting[]): Sighting[] {
  const byElement = new Map<number, Sighting[]>();
  for (const one of run) byElement.set(one.element, [...(byElement.get(one.element) ?? []), one]);
  let nearest: Sighting[] = [];
  let least = Infinity;
  for (const core of new Set(run.map((one) => one.sentence))) {
    const around = [...byElement.values()].map((sightings) => nearestTo(core, sightings));
    const apart = around.reduce((sum, one) => sum + Math.abs(one.sentence - core), 0);
    if (apart < least) [nearest, least] = [around, apart];
  }
  return nearest;
}

function nearestTo(core: number, sightings: readonly Sighting[]): Sighting {
  return sightings.reduce((best, one) => {
    const further = Math.abs(one.sentence - core) - Math.abs(best.sentence - core);
    return further < 0 || (further === 0 && lengthOf(one) < lengthOf(best)) ? one : best;
  });
}

function lengthOf({ hit }: Sighting): number {
  return hit.to - hit.from;
}
