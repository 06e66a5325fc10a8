import { isotonicRegression } from '../../math/isotonic-regression.ts';
import { expectedLogLoss } from '../../math/log-loss.ts';
import { undoDownsampling } from '../../math/negative-downsampling.ts';
import { logit, sigmoid } from '../../math/sigmoid.ts';
import { softmax } from '../../math/softmax.ts';
import { fitLogistic, scoreOf } from '../retrain/logistic-fit.ts';

export const methods = ['none', 'formula', 'Platt', 'isotonic', 'temperature'] as const;
export type Method = (typeof methods)[number];

/** Rows that were neither sampled nor trained on, for the methods that learn. */
export type CalibrationRows = { raw: Float64Array; labels: Uint8Array };

/** Keeps a fit of two numbers finite when the rows hold no positive. */
const faintRidge = 1e-6;
const searchSteps = 40;

/**
 * How a method turns what the model says into a probability.
 *
 * @param keep the share of negatives in training, for the formula
 */
export function recalibration(method: Method, keep: number, rows: CalibrationRows): (raw: number) => number {
  switch (method) {
    case 'none':
      return (raw) => raw;
    case 'formula':
      return (raw) => undoDownsampling(raw, keep);
    case 'Platt':
      return platt(rows);
    case 'isotonic':
      return isotonic(rows);
    case 'temperature':
      return temperature(rows);
  }
}

/** Platt scaling: a logistic regression on the log-odds, so one slope and one shift. */
function platt({ raw, labels }: CalibrationRows): (raw: number) => number {
  const numbers = raw.map((one) => boundedLogit(one));
  const weights = fitLogistic({ numbers, width: 1, labels }, faintRidge);
  return (one) => sigmoid(scoreOf(weights, [boundedLogit(one)], 0));
}

/** Isotonic regression; its ends are kept half a row away from 0 and 1, which nobody can know. */
function isotonic({ raw, labels }: CalibrationRows): (raw: number) => number {
  const curve = isotonicRegression(raw, labels);
  const least = 0.5 / raw.length;
  return (one) => Math.min(1 - least, Math.max(least, curve(one)));
}

/** Temperature scaling: the one divisor of the log-odds with the least log loss, by golden section on its logarithm. */
function temperature({ raw, labels }: CalibrationRows): (raw: number) => number {
  const scaled = (one: number, t: number): number => softmax([boundedLogit(one), 0], t)[0] as number;
  const lossAt = (logT: number): number =>
    expectedLogLoss(
      labels,
      raw.map((one) => scaled(one, Math.exp(logT))),
    );
  const share = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.05), Math.log(20)];
  for (let step = 0; step < searchSteps; step += 1) {
    const width = share * (high - low);
    if (lossAt(high - width) < lossAt(low + width)) high = low + width;
    else low = high - width;
  }
  const best = Math.exp((low + high) / 2);
  return (one) => scaled(one, best);
}

/** Log-odds without infinite ends. */
function boundedLogit(p: number): number {
  return logit(Math.min(1 - 1e-15, Math.max(1e-15, p)));
}
