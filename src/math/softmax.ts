/**
 * Scores as probabilities that sum to 1, sharpened or flattened by a temperature.
 * In an interview: temperature scaling calibrates a confident classifier with one number and never changes its answer.
 * It cannot undo sampling, which shifts the log-odds instead of stretching them.
 *
 * Formula: e^(score / T) over the sum of these, the greatest score taken off first so that nothing overflows.
 * Cost: O(n).
 *
 * Source: C. Guo et al., "On calibration of modern neural networks", ICML (2017).
 *
 * @param scores in log-odds, at least one
 * @param temperature above 0; 1 changes nothing, more makes it less sure
 * @throws RangeError without a score or for a temperature that is not above 0
 * @example softmax([0, 0], 1) // [0.5, 0.5]
 */
export function softmax(scores: readonly number[], temperature = 1): number[] {
  if (scores.length === 0) throw new RangeError('`softmax` requires at least one score');
  if (!(temperature > 0)) throw new RangeError('`softmax` requires a temperature above 0');
  const greatest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - greatest) / temperature));
  const sum = powers.reduce((before, power) => before + power, 0);
  return powers.map((power) => power / sum);
}
