import { calibrationRatio } from '../../math/calibration.ts';
import { expectedLogLoss } from '../../math/log-loss.ts';
import { meanInterval } from '../../math/mean-interval.ts';
import { normalisedEntropy } from '../../math/normalised-entropy.ts';
import { expectedArea } from './expected-area.ts';

/** What predictions are worth; null where a figure has no value. */
export type Quality = { ne: number | null; auc: number | null; logLoss: number; calibration: number | null };

/**
 * Scores predictions against true probabilities, or against labels of 0 and 1 for the noisy view of the same.
 * The base rate of the normalised entropy is that of the same rows.
 *
 * @param losses those of `rowLosses`, where they are there already
 */
export function evaluate(
  target: ArrayLike<number>,
  predictions: Float64Array,
  losses = rowLosses(target, predictions),
): Quality {
  const logLoss = mean(losses);
  const base = mean(target);
  return {
    ne: base > 0 && base < 1 ? normalisedEntropy(logLoss, base) : null,
    auc: finite(expectedArea(target, predictions)),
    logLoss,
    calibration: finite(calibrationRatio(target, predictions)),
  };
}

/** The mean of some numbers: of labels the base rate, of losses the loss. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] as number;
  return sum / values.length;
}

/** The log loss of each row. */
export function rowLosses(target: ArrayLike<number>, predictions: Float64Array): Float64Array {
  const losses = new Float64Array(predictions.length);
  for (let row = 0; row < losses.length; row += 1)
    losses[row] = expectedLogLoss([target[row] as number], [predictions[row] as number]);
  return losses;
}

/**
 * How far losses lie below those of a reference, as a share of the reference's, with half the width of the 95 %
 * interval. Both see the same rows, so what is hard about a row drops out of the difference.
 */
export function shareBelow(reference: Float64Array, losses: Float64Array): { share: number; halfWidth: number } {
  const saved = meanInterval(reference.map((loss, row) => loss - (losses[row] as number)));
  const whole = mean(reference);
  return { share: saved.mean / whole, halfWidth: (saved.high - saved.mean) / whole };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
