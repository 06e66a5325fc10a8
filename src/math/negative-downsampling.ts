/**
 * What a model learns to say when only a share of the negatives is kept.
 *
 * Formula: p / (p + keep · (1 - p)): the odds are divided by the share.
 *
 * @param p the true probability, from 0 to 1
 * @param keep the share of negatives that is kept, above 0
 * @throws RangeError for a p or a share outside these
 * @example sampledProbability(0.5, 0.25) // 0.8
 */
export function sampledProbability(p: number, keep: number): number {
  check('sampledProbability', p, keep);
  return p / (p + keep * (1 - p));
}

/**
 * The way back: the probability before negatives were down-sampled.
 * In an interview: train on one negative in twenty, then correct, or every bid is ten times too high.
 *
 * Formula: p / (p + (1 - p) / keep), which shifts the log-odds by ln keep and leaves the order alone. It is wrong when
 * positives were sampled too: then `keep` is the ratio of the two shares. Cost: O(1).
 *
 * Source: X. He et al., "Practical lessons from predicting clicks on ads at Facebook", ADKDD (2014).
 *
 * @param p what the model says, from 0 to 1
 * @param keep the share of negatives that was kept (over that of positives), above 0
 * @throws RangeError for a p outside 0 to 1 or a share that is not above 0
 * @example undoDownsampling(0.8, 0.25) // 0.5
 */
export function undoDownsampling(p: number, keep: number): number {
  check('undoDownsampling', p, keep);
  return p / (p + (1 - p) / keep);
}

function check(name: string, p: number, keep: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`\`${name}\` requires a p from 0 to 1`);
  if (!(keep > 0 && keep < Infinity)) throw new RangeError(`\`${name}\` requires a share above 0`);
}
