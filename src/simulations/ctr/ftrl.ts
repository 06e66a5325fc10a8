import { sigmoid } from '../../math/sigmoid.ts';
import { scoreOf, type LogisticModel } from './logistic-regression.ts';
import type { SparseRows } from './sparse-rows.ts';

export type FtrlOptions = {
  /** Passes over the rows. 1 where it is left out, as in a stream. */
  epochs?: number;
  /** The size of the steps. .1 where it is left out. */
  alpha?: number;
  /** Slows the first steps. 1 where it is left out. */
  beta?: number;
  /** A weight stays exactly 0 until its evidence is above this. 1 where it is left out. */
  l1?: number;
  /** Pulls every weight towards 0. 1 where it is left out. */
  l2?: number;
};

/** The state behind the weights: `z` gathers gradients, `n` their squares. */
export type FtrlModel = LogisticModel & { z: Float64Array; n: Float64Array };

/**
 * Logistic regression by FTRL-Proximal: online, each weight with its own step, and exactly 0 where evidence is thin.
 * In an interview: how a click model with billions of ids stays in memory and learns from a stream.
 *
 * Formula, for each value x of a row: w = 0 where |z| ≤ l1, else -(z - sign(z) l1) / ((beta + √n) / alpha + l2);
 * g = (p - y) x; σ = (√(n + g²) - √n) / alpha; z += g - σ w; n += g². The intercept is a value that is always 1.
 * Cost: two multiply-adds an entry and row; 16 bytes a weight of state.
 *
 * Source: H. B. McMahan et al., "Ad click prediction: a view from the trenches", KDD (2013), algorithm 1.
 *
 * @param labels 1 for a click, 0 for none, one a row
 * @throws RangeError for another number of labels than rows
 */
export function trainFtrl(features: SparseRows, labels: ArrayLike<number>, options: FtrlOptions = {}): FtrlModel {
  const { rows, width, indices, size, denseWidth, dense } = features;
  const { epochs = 1, alpha = 0.1, beta = 1, l1 = 1, l2 = 1 } = options;
  if (labels.length !== rows) throw new RangeError('`trainFtrl` requires one label a row');
  const intercept = size + denseWidth;
  const weights = new Float64Array(intercept + 1);
  const z = new Float64Array(intercept + 1);
  const n = new Float64Array(intercept + 1);
  const operations = 2 * epochs * rows * (width + denseWidth + 1);
  const model = { weights, z, n, size, denseWidth, operations };

  const learn = (j: number, g: number): void => {
    if (g === 0) return;
    const before = Math.sqrt(n[j] as number);
    const squares = (n[j] as number) + g * g;
    const sigma = (Math.sqrt(squares) - before) / alpha;
    const gathered = (z[j] as number) + g - sigma * (weights[j] as number);
    n[j] = squares;
    z[j] = gathered;
    weights[j] =
      Math.abs(gathered) <= l1
        ? 0
        : -(gathered - Math.sign(gathered) * l1) / ((beta + Math.sqrt(squares)) / alpha + l2);
  };

  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let row = 0; row < rows; row += 1) {
      const error = sigmoid(scoreOf(model, features, row)) - (labels[row] as number);
      for (let at = row * width; at < (row + 1) * width; at += 1) learn(indices[at] as number, error);
      for (let i = 0; i < denseWidth; i += 1) learn(size + i, error * (dense[row * denseWidth + i] as number));
      learn(intercept, error);
    }
  }
  return model;
}
