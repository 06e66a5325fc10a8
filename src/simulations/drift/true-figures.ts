import { jensenShannonDistance } from '../../math/jensen-shannon.ts';
import { kullbackLeibler, kullbackLeiblerNormal } from '../../math/kullback-leibler.ts';
import { normalCdf } from '../../math/normal.ts';
import { populationStabilityIndex } from '../../math/population-stability-index.ts';
import { trueShares, type Change } from './population.ts';

/** What the tests would read on infinite samples, by the tests' names; chi-square grows with the rows and has none. */
export function trueFigures({ reference, current }: Change, bins: number): Readonly<Record<string, number>> {
  const [p, q] = [trueShares(reference, bins), trueShares(current, bins)];
  const binned = {
    PSI: populationStabilityIndex(p, q),
    KL: kullbackLeibler(p, q),
    'JS distance': jensenShannonDistance(p, q),
  };
  if (reference.kind !== 'numeric' || current.kind !== 'numeric') return binned;
  return {
    ...binned,
    KS: widestGap(current.mean, current.deviation),
    Wasserstein: areaBetween(current.mean, current.deviation),
    'PSI without bins':
      kullbackLeiblerNormal(reference, current) +
      kullbackLeiblerNormal(current, reference) +
      jumpOfMissing(reference.missing, current.missing),
  };
}

/** The greatest |F - G| of a standard normal and another one that differs in its mean or in its deviation. */
function widestGap(mean: number, deviation: number): number {
  if (deviation === 1) return mean === 0 ? 0 : 2 * normalCdf(Math.abs(mean) / 2) - 1;
  const at = Math.sqrt((2 * Math.log(deviation)) / (1 - 1 / (deviation * deviation)));
  return Math.abs(normalCdf(at) - normalCdf(at / deviation));
}

/** ∫ |F - G| of the same two: the shift, or the change of the deviation times the mean size of a standard normal. */
function areaBetween(mean: number, deviation: number): number {
  return deviation === 1 ? Math.abs(mean) : Math.abs(deviation - 1) * Math.sqrt(2 / Math.PI);
}

function jumpOfMissing(before: number, after: number): number {
  return before === after ? 0 : populationStabilityIndex([1 - before, before], [1 - after, after]);
}

const mostShift = 8;

/** The shift of a normal's mean, in standard deviations, at which the true PSI reaches a value. */
export function shiftAtPsi(value: number, bins: number): number {
  const reference = trueShares({ kind: 'numeric', mean: 0, deviation: 1, missing: 0 }, bins);
  let [low, high] = [0, mostShift];
  while (high - low > 1e-12) {
    const mean = (low + high) / 2;
    const shares = trueShares({ kind: 'numeric', mean, deviation: 1, missing: 0 }, bins);
    if (populationStabilityIndex(reference, shares) < value) low = mean;
    else high = mean;
  }
  return (low + high) / 2;
}
