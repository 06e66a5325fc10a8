import { chiSquareTail } from '../../math/chi-square.ts';
import { chiSquareStatistic } from '../../math/chi-square-statistic.ts';
import type { Random } from '../../math/mersenne-twister.ts';
import { populationStabilityIndex } from '../../math/population-stability-index.ts';
import type { Smoothing } from '../../math/smoothed-shares.ts';
import type { RunEvent } from '../simulation.ts';
import { binReference, compareNumbers } from './comparison.ts';

/** PSI and the chi-square test's p-value of each of many comparisons in which nothing has changed. */
export type CleanComparisons = { psi: Float64Array; p: Float64Array };

const betweenReports = 500;

/**
 * Compares fresh samples of one population with each other. Bins are the reference's own quantiles, so the law of the
 * feature does not matter: uniform numbers serve.
 */
export function* cleanComparisons(
  rows: number,
  bins: number,
  smoothing: Smoothing,
  times: number,
  random: Random,
): Generator<RunEvent, CleanComparisons> {
  const found = { psi: new Float64Array(times), p: new Float64Array(times) };
  const reference = new Float64Array(rows);
  const current = new Float64Array(rows);
  for (let time = 0; time < times; time += 1) {
    for (let i = 0; i < rows; i += 1) reference[i] = random();
    for (let i = 0; i < rows; i += 1) current[i] = random();
    const pair = compareNumbers(binReference(reference, bins), current, smoothing);
    const { statistic, degrees } = chiSquareStatistic(pair.reference, pair.current);
    found.psi[time] = populationStabilityIndex(pair.reference, pair.current, smoothing);
    found.p[time] = chiSquareTail(statistic, degrees);
    if (time % betweenReports === 0) yield { kind: 'progress', share: time / times };
  }
  return found;
}

/** A share of repetitions with its standard error; of none, NaN. */
export type Share = { share: number; error: number };

/** How many of all held, as a share with its standard error √(p (1 - p) / n). */
export function shareOf(all: ArrayLike<number>, holds: (value: number) => boolean): Share {
  let count = 0;
  for (let i = 0; i < all.length; i += 1) if (holds(all[i] as number)) count += 1;
  const share = count / all.length;
  return { share, error: Math.sqrt((share * (1 - share)) / all.length) };
}

/** In how many weeks at least one of so many features has a p-value below a level. */
export function weeksWithAlarm(p: Float64Array, features: number, level: number): Share {
  const weeks = Math.floor(p.length / features);
  const least = Array.from({ length: weeks }, (_, week) => {
    let smallest = 1;
    for (let i = week * features; i < (week + 1) * features; i += 1) smallest = Math.min(smallest, p[i] as number);
    return smallest;
  });
  return shareOf(least, (smallest) => smallest < level);
}
