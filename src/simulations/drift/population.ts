import { gaussianStream } from '../../math/gaussian.ts';
import type { Random } from '../../math/mersenne-twister.ts';
import { normalCdf, normalQuantile } from '../../math/normal.ts';

/** What a feature is drawn from: a normal with some values missing, or categories with their shares. */
export type Population =
  | { kind: 'numeric'; mean: number; deviation: number; missing: number }
  | { kind: 'categories'; shares: readonly number[] };

export type Change = { reference: Population; current: Population };
export type Kind = 'none' | 'mean' | 'scale' | 'category' | 'missing' | 'label' | 'concept';

const missingBefore = 0.02;
const positivesBefore = 0.1;

/** The populations before and after a change of some kind and size. */
export function changeOf(kind: Kind, shift: number, scale: number, bins: number): Change {
  const standard: Population = { kind: 'numeric', mean: 0, deviation: 1, missing: 0 };
  switch (kind) {
    case 'none':
    case 'concept':
      return { reference: standard, current: standard };
    case 'mean':
      return { reference: standard, current: { ...standard, mean: shift } };
    case 'scale':
      return { reference: standard, current: { ...standard, deviation: scale } };
    case 'missing': {
      const after = tilted([1 - missingBefore, missingBefore], shift)[1] as number;
      return { reference: { ...standard, missing: missingBefore }, current: { ...standard, missing: after } };
    }
    case 'category':
      return categoriesOf(
        Array.from({ length: bins }, (_, i) => 1 / (i + 1)),
        shift,
      );
    case 'label':
      return categoriesOf([1 - positivesBefore, positivesBefore], shift);
  }
}

function categoriesOf(weights: readonly number[], shift: number): Change {
  const shares = normalised(weights);
  return { reference: { kind: 'categories', shares }, current: { kind: 'categories', shares: tilted(shares, shift) } };
}

/**
 * Shares times e^(shift z), z the number of the category less its mean over its standard deviation. Done to a normal
 * feature, this moves its mean by `shift` standard deviations: one measure of size serves every kind of change.
 */
function tilted(shares: readonly number[], shift: number): number[] {
  const mean = shares.reduce((sum, share, i) => sum + share * i, 0);
  const variance = shares.reduce((sum, share, i) => sum + share * (i - mean) * (i - mean), 0);
  return normalised(shares.map((share, i) => share * Math.exp((shift * (i - mean)) / Math.sqrt(variance))));
}

function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The bins' true shares, as if both samples were infinite: bins from the reference's quantiles, missing values last. */
export function trueShares(population: Population, bins: number): number[] {
  if (population.kind === 'categories') return [...population.shares];
  const { mean, deviation, missing } = population;
  const below = Array.from({ length: bins + 1 }, (_, i) => normalCdf((normalQuantile(i / bins) - mean) / deviation));
  const filled = below.slice(1).map((upTo, i) => (upTo - (below[i] as number)) * (1 - missing));
  return missing > 0 ? [...filled, missing] : filled;
}

/** Rows of a population: values with NaN where one is missing, or the numbers of categories. */
export function drawFrom(population: Population, rows: number, random: Random): Float64Array {
  const values = new Float64Array(rows);
  if (population.kind === 'numeric') {
    const { mean, deviation, missing } = population;
    const gauss = gaussianStream(random);
    for (let i = 0; i < rows; i += 1) values[i] = missing > 0 && random() < missing ? NaN : mean + deviation * gauss();
    return values;
  }
  const { shares } = population;
  for (let i = 0; i < rows; i += 1) {
    let left = random();
    let category = 0;
    while (category < shares.length - 1 && left >= (shares[category] as number)) left -= shares[category++] as number;
    values[i] = category;
  }
  return values;
}
