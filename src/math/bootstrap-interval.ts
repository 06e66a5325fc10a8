import type { Random } from './mersenne-twister.ts';
import { quantile } from './quantile.ts';

/**
 * A percentile bootstrap interval: how far a statistic would move with another sample of the same size.
 *
 * @param items the independent units (whole answers, not single labels)
 * @param statistic computed on each resample; resamples on which it is NaN are left out
 * @param random a seeded stream, so that the interval is the same every time
 * @returns the 2.5 % and 97.5 % points, or NaN twice when no resample had a value
 * @throws RangeError without an item
 */
export function bootstrapInterval<T>(
  items: readonly T[],
  statistic: (sample: readonly T[]) => number,
  random: Random,
  resamples = 500,
): [number, number] {
  if (items.length === 0) throw new RangeError('`bootstrapInterval` requires at least one item');
  const values: number[] = [];
  for (let i = 0; i < resamples; i += 1) {
    const sample = items.map(() => items[Math.floor(random() * items.length)] as T);
    const value = statistic(sample);
    if (!Number.isNaN(value)) values.push(value);
  }
  return values.length === 0 ? [NaN, NaN] : [quantile(values, 0.025), quantile(values, 0.975)];
}
