import type { Random } from '../../math/mersenne-twister.ts';
import { gaussianStream } from '../../math/gaussian.ts';
import { sigmoid } from '../../math/sigmoid.ts';
import { penaltyPerStep } from './logistic-regression.ts';
import type { SparseRows } from './sparse-rows.ts';

export type FactorisationOptions = {
  epochs: number;
  /** Numbers in the vector of each feature (k). */
  factors: number;
  learningRate: number;
  /** The penalty l2 / 2 on the squares of weights and vectors; the intercept pays none. */
  l2: number;
  /** Standard deviation of the first vectors; 0 keeps them at 0, which is logistic regression. */
  spread: number;
};

/** Weights as in logistic regression, and a vector of `factors` numbers for each place but the intercept. */
export type FactorisationMachine = {
  weights: Float64Array;
  /** `vectors[place * factors + f]`, row-major. */
  vectors: Float64Array;
  factors: number;
  size: number;
  denseWidth: number;
  operations: number;
};

const rowsBetweenProgress = 8000;

/**
 * A factorisation machine: logistic regression plus every cross of two features, each cross the dot product of two
 * learnt vectors, so that a pair never seen together still has a value.
 * In an interview: the step after logistic regression where ids must meet (user and ad, query and item).
 *
 * Formula: score = w0 + Σ w_i x_i + Σ over pairs (v_i · v_j) x_i x_j, the last in O(kn) (see `crossTerm`);
 * trained one row a step by AdaGrad. Cost: 2 + 4k multiply-adds an entry, row and epoch; 8 (1 + k) bytes a place.
 *
 * Source: S. Rendle, "Factorization machines", ICDM (2010).
 *
 * @returns yields the share that is done, returns the model
 * @throws RangeError for another number of labels than rows
 */
export function* trainFactorisationMachine(
  features: SparseRows,
  labels: ArrayLike<number>,
  options: FactorisationOptions,
  random: Random,
): Generator<number, FactorisationMachine> {
  const { rows, width, indices, size, denseWidth, dense } = features;
  const { epochs, factors, learningRate, l2, spread } = options;
  if (labels.length !== rows) throw new RangeError('`trainFactorisationMachine` requires one label a row');
  const intercept = size + denseWidth;
  const weights = new Float64Array(intercept + 1);
  const squares = new Float64Array(intercept + 1);
  const normal = gaussianStream(random);
  const vectors = Float64Array.from({ length: intercept * factors }, () => spread * normal());
  const vectorSquares = new Float64Array(intercept * factors);
  const penalty = penaltyPerStep(features, l2, 1);
  const operations = epochs * rows * ((width + denseWidth) * (2 + 4 * factors) + 2);
  const model: FactorisationMachine = { weights, vectors, factors, size, denseWidth, operations };
  const sums = new Float64Array(factors);

  const step = (place: Float64Array, gathered: Float64Array, j: number, g: number): void => {
    const total = (gathered[j] as number) + g * g;
    if (total === 0) return;
    gathered[j] = total;
    place[j] = (place[j] as number) - (learningRate * g) / Math.sqrt(total);
  };
  const learn = (j: number, x: number, error: number): void => {
    const pull = penalty[j] as number;
    step(weights, squares, j, error * x + pull * (weights[j] as number));
    for (let f = 0, at = j * factors; f < factors; f += 1, at += 1) {
      const v = vectors[at] as number;
      step(vectors, vectorSquares, at, error * crossGradient(x, v, sums[f] as number) + pull * v);
    }
  };

  const learnRows = (from: number, to: number): void => {
    for (let row = from; row < to; row += 1) {
      const error = sigmoid(factorisationScore(model, features, row, sums)) - (labels[row] as number);
      for (let at = row * width; at < (row + 1) * width; at += 1) learn(indices[at] as number, 1, error);
      for (let i = 0; i < denseWidth; i += 1) learn(size + i, dense[row * denseWidth + i] as number, error);
      step(weights, squares, intercept, error);
    }
  };

  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let row = 0; row < rows; row += rowsBetweenProgress) {
      learnRows(row, Math.min(rows, row + rowsBetweenProgress));
      yield (epoch + Math.min(1, (row + rowsBetweenProgress) / rows)) / epochs;
    }
  }
  return model;
}

/**
 * How the score moves with the number v of a vector: x (Σ v_j x_j - v x), the sum over all features of the row.
 *
 * @example crossGradient(1, 0.1, 0.2) // 0.1
 */
export function crossGradient(x: number, v: number, sum: number): number {
  return x * (sum - v * x);
}

/**
 * The log-odds of one row. The crosses cost O(kn) instead of O(kn²), since for each factor
 * Σ over pairs a_i a_j = ((Σ a)² - Σ a²) / 2 with a_i = v_i x_i.
 *
 * @param sums where Σ a of each factor is left for the gradient; `factors` numbers
 */
export function factorisationScore(
  model: FactorisationMachine,
  features: SparseRows,
  row: number,
  sums: Float64Array,
): number {
  const { weights, vectors, factors, size, denseWidth } = model;
  const { width, indices, dense } = features;
  let score = weights[size + denseWidth] as number;
  let ownSquares = 0;
  sums.fill(0);
  for (let at = row * width; at < (row + 1) * width; at += 1) {
    const j = indices[at] as number;
    score += weights[j] as number;
    for (let f = 0; f < factors; f += 1) {
      const a = vectors[j * factors + f] as number;
      sums[f] = (sums[f] as number) + a;
      ownSquares += a * a;
    }
  }
  for (let i = 0; i < denseWidth; i += 1) {
    const x = dense[row * denseWidth + i] as number;
    score += (weights[size + i] as number) * x;
    for (let f = 0; f < factors; f += 1) {
      const a = (vectors[(size + i) * factors + f] as number) * x;
      sums[f] = (sums[f] as number) + a;
      ownSquares += a * a;
    }
  }
  let all = 0;
  for (let f = 0; f < factors; f += 1) all += (sums[f] as number) * (sums[f] as number);
  return score + (all - ownSquares) / 2;
}

/** The probability of a click by a factorisation machine, one a row. */
export function predictFactorisation(model: FactorisationMachine, features: SparseRows): Float64Array {
  const sums = new Float64Array(model.factors);
  const predictions = new Float64Array(features.rows);
  for (let row = 0; row < features.rows; row += 1)
    predictions[row] = sigmoid(factorisationScore(model, features, row, sums));
  return predictions;
}
