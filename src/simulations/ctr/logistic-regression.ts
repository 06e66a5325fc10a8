import { sigmoid } from '../../math/sigmoid.ts';
import type { SparseRows } from './sparse-rows.ts';

export type LogisticOptions = {
  /** Passes over the rows, in the order they come. 3 where it is left out. */
  epochs?: number;
  /** The first step of each weight, in log-odds. .1 where it is left out. */
  learningRate?: number;
  /** The penalty l2 / 2 · |w|² beside the sum of the losses; the intercept pays none. 1 where it is left out. */
  l2?: number;
  /** Rows a step: 1 learns online; all of them go down the exact gradient to the optimum. 1 where it is left out. */
  batch?: number;
  /** How often each row counts; once where it is left out. */
  rowWeights?: ArrayLike<number>;
};

/** One weight a table place, then one a plain number, then the intercept. */
export type LogisticModel = {
  weights: Float64Array;
  size: number;
  denseWidth: number;
  /** Multiply-adds spent on training. */
  operations: number;
};

/**
 * Logistic regression on ids and plain numbers, trained by AdaGrad: each weight takes its own steps, so that rare
 * ids still move when frequent ones have settled.
 * In an interview: the baseline of every click model; fast, fresh, and blind to crosses that nobody wrote down.
 *
 * Formula: gradient g = Σ rows (p - y) x + l2 · w; sum of squares G += g²; w -= learningRate · g / √G.
 * Under steps of few rows an id pays its penalty in equal parts over the steps that touch it in a pass.
 * Cost: two multiply-adds an entry, row and epoch; 24 bytes a weight while it trains, 8 afterwards.
 *
 * Source: J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods", JMLR 12 (2011).
 *
 * @param labels 1 for a click, 0 for none, one a row
 * @throws RangeError without a row, or for another number of labels or row weights than rows
 */
export function trainLogisticRegression(
  features: SparseRows,
  labels: ArrayLike<number>,
  options: LogisticOptions = {},
): LogisticModel {
  const { rows, width, indices, size, denseWidth, dense } = features;
  const { epochs = 3, learningRate = 0.1, l2 = 1, batch = 1, rowWeights } = options;
  if (rows < 1) throw new RangeError('`trainLogisticRegression` requires at least one row');
  if (labels.length !== rows || (rowWeights && rowWeights.length !== rows))
    throw new RangeError('`trainLogisticRegression` requires one label and one weight a row');
  const intercept = size + denseWidth;
  const weights = new Float64Array(intercept + 1);
  const squares = new Float64Array(intercept + 1);
  const gradient = new Float64Array(intercept + 1);
  const penalty = penaltyPerStep(features, l2, batch);
  const lastTouched = new Int32Array(size).fill(-1);
  const touched = new Int32Array(Math.min(size, batch * width));
  const model: LogisticModel = { weights, size, denseWidth, operations: 2 * epochs * rows * (width + denseWidth + 1) };

  const move = (j: number): void => {
    const g = (gradient[j] as number) + (penalty[j] as number) * (weights[j] as number);
    gradient[j] = 0;
    const sum = (squares[j] as number) + g * g;
    if (sum === 0) return;
    squares[j] = sum;
    weights[j] = (weights[j] as number) - (learningRate * g) / Math.sqrt(sum);
  };

  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let from = 0; from < rows; from += batch) {
      const to = Math.min(rows, from + batch);
      // 1. The gradient over the rows of this step, and which ids it touches.
      let count = 0;
      for (let row = from; row < to; row += 1) {
        const error = sigmoid(scoreOf(model, features, row)) - (labels[row] as number);
        const g = rowWeights ? error * (rowWeights[row] as number) : error;
        for (let at = row * width; at < (row + 1) * width; at += 1) {
          const j = indices[at] as number;
          gradient[j] = (gradient[j] as number) + g;
          if (lastTouched[j] === step) continue;
          lastTouched[j] = step;
          touched[count] = j;
          count += 1;
        }
        for (let i = 0; i < denseWidth; i += 1)
          gradient[size + i] = (gradient[size + i] as number) + g * (dense[row * denseWidth + i] as number);
        gradient[intercept] = (gradient[intercept] as number) + g;
      }
      // 2. One step of each weight that has a gradient.
      for (let i = 0; i < count; i += 1) move(touched[i] as number);
      for (let j = size; j <= intercept; j += 1) move(j);
      step += 1;
    }
  }
  return model;
}

/** The share of `l2` that a weight pays at each step that touches it; a pass makes it whole. */
export function penaltyPerStep(features: SparseRows, l2: number, batch: number): Float64Array {
  const { rows, width, indices, size, denseWidth } = features;
  const touches = new Float64Array(size);
  const lastTouched = new Int32Array(size).fill(-1);
  for (let at = 0; at < rows * width; at += 1) {
    const j = indices[at] as number;
    const step = Math.floor(at / width / batch);
    if (lastTouched[j] === step) continue;
    lastTouched[j] = step;
    touches[j] = (touches[j] as number) + 1;
  }
  const penalty = new Float64Array(size + denseWidth + 1);
  for (let j = 0; j < size; j += 1) penalty[j] = l2 / Math.max(1, touches[j] as number);
  penalty.fill(l2 / Math.ceil(rows / batch), size, size + denseWidth);
  return penalty;
}

/** The log-odds of one row. */
export function scoreOf(model: LogisticModel, features: SparseRows, row: number): number {
  const { weights, size, denseWidth } = model;
  const { width, indices, dense } = features;
  let score = weights[size + denseWidth] as number;
  for (let at = row * width; at < (row + 1) * width; at += 1) score += weights[indices[at] as number] as number;
  for (let i = 0; i < denseWidth; i += 1)
    score += (weights[size + i] as number) * (dense[row * denseWidth + i] as number);
  return score;
}

/**
 * The probability of a click by a logistic regression, one a row.
 *
 * @throws RangeError for rows of another shape than the model was trained on
 */
export function predict(model: LogisticModel, features: SparseRows): Float64Array {
  if (model.size !== features.size || model.denseWidth !== features.denseWidth)
    throw new RangeError('`predict` requires rows of the shape that the model was trained on');
  const predictions = new Float64Array(features.rows);
  for (let row = 0; row < features.rows; row += 1) predictions[row] = sigmoid(scoreOf(model, features, row));
  return predictions;
}
