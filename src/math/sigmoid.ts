/**
 * The logistic function: turns a score without bounds (log-odds) into a probability.
 * In an interview: the last step of logistic regression and of every click model.
 *
 * Formula: 1 / (1 + e^-x). Small probabilities keep their digits down to 1e-308; below they are 0.
 *
 * @param x log-odds, any number
 * @returns from 0 to 1
 * @example sigmoid(0) // 0.5
 */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/**
 * The log-odds of a probability, the way back from `sigmoid`.
 *
 * Formula: ln(p / (1 - p)).
 *
 * @param p from 0 to 1
 * @returns -Infinity at 0, Infinity at 1
 * @throws RangeError for a p outside 0 to 1
 * @example logit(0.5) // 0
 */
export function logit(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError('`logit` requires a p from 0 to 1');
  return Math.log(p) - Math.log1p(-p);
}
