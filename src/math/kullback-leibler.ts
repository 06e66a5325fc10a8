import { noSmoothing, smoothedShares, type Smoothing } from './smoothed-shares.ts';

/**
 * The Kullback-Leibler divergence of q from p: the nats a row that are lost by taking q where p holds.
 * In an interview: log loss above Bayes is one; it is not symmetric, and infinite where q has an empty bin and p has not.
 *
 * Formula: Σ p ln(p / q); bins with p = 0 add nothing. With a `floor` the shares are not renormalised, so the figure
 * may be off by about the sum of what was raised. Cost: O(bins).
 *
 * Source: S. Kullback, R. A. Leibler, Annals of Mathematical Statistics 22 (1951).
 *
 * @param p counts or shares of the bins, any sum
 * @param q those of the same bins
 * @param smoothing what is done about empty bins; nothing where it is left out
 * @returns nats, from 0 to Infinity
 * @throws RangeError for different numbers of bins, or where either sample is empty
 * @example kullbackLeibler([1, 1], [3, 1]) // 0.14384103622589042
 */
export function kullbackLeibler(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  smoothing: Smoothing = noSmoothing,
): number {
  if (p.length !== q.length) throw new RangeError('`kullbackLeibler` requires the same bins in both samples');
  const truth = smoothedShares(p, smoothing);
  const taken = smoothedShares(q, smoothing);
  let sum = 0;
  for (let i = 0; i < truth.length; i += 1) {
    const share = truth[i] as number;
    if (share > 0) sum += share * Math.log(share / (taken[i] as number));
  }
  return Math.max(0, sum);
}

/** A normal distribution by its mean and standard deviation. */
export type Normal = { readonly mean: number; readonly deviation: number };

/**
 * The Kullback-Leibler divergence between two normals, in closed form.
 *
 * Formula: ln(σ_q / σ_p) + (σ_p² + (μ_p - μ_q)²) / (2 σ_q²) - 1/2. No bins can show more than this.
 *
 * @returns nats, from 0
 * @throws RangeError for a deviation that is not above 0
 * @example kullbackLeiblerNormal({ mean: 0, deviation: 1 }, { mean: 1, deviation: 1 }) // 0.5
 */
export function kullbackLeiblerNormal(p: Normal, q: Normal): number {
  if (!(p.deviation > 0 && q.deviation > 0))
    throw new RangeError('`kullbackLeiblerNormal` requires deviations above 0');
  const gap = p.mean - q.mean;
  const spread = (p.deviation * p.deviation + gap * gap) / (2 * q.deviation * q.deviation);
  return Math.log(q.deviation / p.deviation) + spread - 0.5;
}
