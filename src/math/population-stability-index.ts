import { noSmoothing, smoothedShares, type Smoothing } from './smoothed-shares.ts';

/**
 * The population stability index (PSI): how far the shares of a feature's bins have moved.
 * In an interview: the drift figure of dashboards; its bands .1 and .25 are a habit of credit scoring, not a test.
 *
 * Formula: Σ (p - q) ln(p / q), which is KL(p‖q) + KL(q‖p), Jeffreys' divergence, in nats. For two normals of one
 * deviation and ever finer bins it is (shift / deviation)². A bin that is empty in both adds nothing; one that is
 * empty in one of them makes the index infinite unless it is smoothed. Cost: O(bins).
 *
 * Source: H. Jeffreys, Proc. R. Soc. A 186 (1946); as PSI in N. Siddiqi, Credit Risk Scorecards (2006).
 *
 * @param reference counts or shares of the bins, any sum
 * @param current those of the same bins
 * @param smoothing what is done about empty bins; nothing where it is left out
 * @returns from 0 to Infinity
 * @throws RangeError for different numbers of bins, or where either sample is empty
 * @example populationStabilityIndex([1, 1], [3, 1]) // 0.27465307216702745
 */
export function populationStabilityIndex(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  smoothing: Smoothing = noSmoothing,
): number {
  if (reference.length !== current.length)
    throw new RangeError('`populationStabilityIndex` requires the same bins in both samples');
  const p = smoothedShares(reference, smoothing);
  const q = smoothedShares(current, smoothing);
  let sum = 0;
  for (let i = 0; i < p.length; i += 1) {
    const [was, is] = [p[i] as number, q[i] as number];
    if (was !== is) sum += (was - is) * Math.log(was / is);
  }
  return sum;
}
