const leastLogarithm = Math.log(1e-15);

/**
 * Log loss (binary cross-entropy): how surprised a model is by what happened, in nats a row.
 * In an interview: what click models are trained on; it sees calibration as well as order.
 *
 * Formula: the mean of -ln q over positives and -ln(1 - q) over negatives, with q and 1 - q clipped to at least 1e-15.
 * Cost: O(n).
 *
 * Source: I. J. Good, "Rational decisions", JRSS B 14 (1952).
 *
 * @param labels 1 for a positive, 0 for a negative
 * @param predictions one probability a label
 * @returns nats a row; ln 2 for a constant .5
 * @throws RangeError without a row, for arrays of different length or a value outside 0 to 1
 * @example logLoss([1, 0], [0.5, 0.5]) // 0.6931471805599453
 */
export function logLoss(labels: ArrayLike<number>, predictions: ArrayLike<number>): number {
  return expectedLogLoss(labels, predictions);
}

/**
 * The log loss to be expected under the true probabilities: no noise of sampled labels is in it.
 *
 * Formula: the mean of -p ln q - (1 - p) ln(1 - q), q and 1 - q clipped to at least 1e-15; least where q is p.
 *
 * @param truth one true probability a row
 * @param predictions one predicted probability a row
 * @returns nats a row
 * @throws RangeError without a row, for arrays of different length or a value outside 0 to 1
 * @example expectedLogLoss([0.5], [0.5]) // 0.6931471805599453
 */
export function expectedLogLoss(truth: ArrayLike<number>, predictions: ArrayLike<number>): number {
  const n = truth.length;
  if (n === 0) throw new RangeError('`logLoss` requires at least one row');
  if (predictions.length !== n) throw new RangeError('`logLoss` requires as many predictions as labels');
  let sum = 0;
  for (let i = 0; i < n; i += 1) {
    const p = truth[i] as number;
    const q = predictions[i] as number;
    if (!(p >= 0 && p <= 1 && q >= 0 && q <= 1)) throw new RangeError('`logLoss` requires values from 0 to 1');
    sum -= p * Math.max(Math.log(q), leastLogarithm) + (1 - p) * Math.max(Math.log1p(-q), leastLogarithm);
  }
  return sum / n;
}
