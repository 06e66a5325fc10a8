import { gaussianStream } from '../../math/gaussian.ts';
import type { Random } from '../../math/mersenne-twister.ts';
import { sigmoid } from '../../math/sigmoid.ts';
import type { SparseRows } from './sparse-rows.ts';

export type NetOptions = {
  epochs: number;
  /** Numbers an id is embedded in. */
  dimension: number;
  hidden: number;
  learningRate: number;
};

/** Embeddings, one hidden layer and an output; `inputs` = ids a row · dimension + plain numbers a row. */
export type EmbeddingNet = {
  dimension: number;
  inputs: number;
  hidden: number;
  /** `embeddings[place * dimension + f]`. */
  embeddings: Float64Array;
  /** `hidden` rows of `inputs` weights, `hidden` biases, `hidden` output weights, the output's bias. */
  layers: Float64Array;
  operations: number;
};

const rowsPerStep = 16;
const rowsBetweenProgress = 8000;

/**
 * A small neural net for clicks: ids become learnt vectors, a hidden layer of rectified units mixes them with the
 * plain numbers.
 * In an interview: learns crosses and bends at once and takes new kinds of input; costs the most to train and tune.
 *
 * Formula: score = b + Σ u_k max(0, c_k + W_k · input); gradients by the chain rule; AdaGrad, embeddings after each
 * row, layers after each 16. Cost: 3 · hidden · (inputs + 2) multiply-adds a row and epoch at most.
 *
 * Source: H.-T. Cheng et al., "Wide & deep learning for recommender systems", DLRS (2016), the deep half.
 *
 * @returns yields the share that is done, returns the model
 * @throws RangeError for another number of labels than rows
 */
export function* trainEmbeddingNet(
  features: SparseRows,
  labels: ArrayLike<number>,
  { epochs, dimension, hidden, learningRate }: NetOptions,
  random: Random,
): Generator<number, EmbeddingNet> {
  const { rows, width, indices, size, denseWidth } = features;
  if (labels.length !== rows) throw new RangeError('`trainEmbeddingNet` requires one label a row');
  const inputs = width * dimension + denseWidth;
  const normal = gaussianStream(random);
  const embeddings = Float64Array.from({ length: size * dimension }, () => 0.1 * normal());
  const layers = new Float64Array(hidden * (inputs + 2) + 1);
  const outputs = hidden * (inputs + 1);
  const scale = Math.sqrt(2 / inputs);
  for (let i = 0; i < hidden * inputs; i += 1) layers[i] = scale * normal();
  for (let k = 0; k < hidden; k += 1) layers[outputs + k] = normal() / Math.sqrt(hidden);
  const embeddingSquares = new Float64Array(embeddings.length);
  const layerSquares = new Float64Array(layers.length);
  const gradient = new Float64Array(layers.length);
  const operations = 3 * epochs * rows * hidden * (inputs + 2);
  const net: EmbeddingNet = { dimension, inputs, hidden, embeddings, layers, operations };
  const input = new Float64Array(inputs);
  const inputGradient = new Float64Array(inputs);
  const active = new Float64Array(hidden);

  // Plain functions: a loop inside a generator runs several times slower.
  const backwards = (error: number): void => {
    inputGradient.fill(0);
    for (let k = 0; k < hidden; k += 1) {
      const on = active[k] as number;
      if (on === 0) continue;
      const d = error * (layers[outputs + k] as number);
      gradient[outputs + k] = (gradient[outputs + k] as number) + error * on;
      gradient[hidden * inputs + k] = (gradient[hidden * inputs + k] as number) + d;
      for (let i = 0, at = k * inputs; i < inputs; i += 1, at += 1) {
        gradient[at] = (gradient[at] as number) + d * (input[i] as number);
        inputGradient[i] = (inputGradient[i] as number) + d * (layers[at] as number);
      }
    }
    gradient[outputs + hidden] = (gradient[outputs + hidden] as number) + error;
  };
  const moveEmbeddings = (row: number): void => {
    for (let slot = 0, i = 0; slot < width; slot += 1) {
      const from = (indices[row * width + slot] as number) * dimension;
      for (let f = 0; f < dimension; f += 1, i += 1)
        step(embeddings, embeddingSquares, from + f, inputGradient[i] as number, learningRate);
    }
  };
  const moveLayers = (): void => {
    for (let i = 0; i < layers.length; i += 1) step(layers, layerSquares, i, gradient[i] as number, learningRate);
    gradient.fill(0);
  };
  const learn = (from: number, to: number): void => {
    for (let row = from; row < to; row += 1) {
      backwards(sigmoid(netScore(net, features, row, input, active)) - (labels[row] as number));
      moveEmbeddings(row);
      if (row % rowsPerStep === rowsPerStep - 1 || row === rows - 1) moveLayers();
    }
  };

  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let row = 0; row < rows; row += rowsBetweenProgress) {
      learn(row, Math.min(rows, row + rowsBetweenProgress));
      yield (epoch + Math.min(1, (row + rowsBetweenProgress) / rows)) / epochs;
    }
  }
  return net;
}

function step(values: Float64Array, squares: Float64Array, at: number, g: number, learningRate: number): void {
  const total = (squares[at] as number) + g * g;
  if (total === 0) return;
  squares[at] = total;
  values[at] = (values[at] as number) - (learningRate * g) / Math.sqrt(total);
}

/**
 * The log-odds of one row.
 *
 * @param input where the row's numbers are left for the gradient, `inputs` of them
 * @param active where the hidden units' outputs are left
 */
export function netScore(
  { dimension, inputs, hidden, embeddings, layers }: EmbeddingNet,
  { width, indices, denseWidth, dense }: SparseRows,
  row: number,
  input: Float64Array,
  active: Float64Array,
): number {
  let at = 0;
  for (let slot = 0; slot < width; slot += 1) {
    const from = (indices[row * width + slot] as number) * dimension;
    for (let f = 0; f < dimension; f += 1) input[at++] = embeddings[from + f] as number;
  }
  for (let i = 0; i < denseWidth; i += 1) input[at++] = dense[row * denseWidth + i] as number;
  const outputs = hidden * (inputs + 1);
  let score = layers[outputs + hidden] as number;
  for (let k = 0; k < hidden; k += 1) {
    let sum = layers[hidden * inputs + k] as number;
    for (let i = 0, w = k * inputs; i < inputs; i += 1, w += 1) sum += (layers[w] as number) * (input[i] as number);
    active[k] = sum > 0 ? sum : 0;
    if (sum > 0) score += (layers[outputs + k] as number) * sum;
  }
  return score;
}

/** The probability of a click by a net, one a row. */
export function predictNet(net: EmbeddingNet, features: SparseRows): Float64Array {
  const input = new Float64Array(net.inputs);
  const active = new Float64Array(net.hidden);
  const predictions = new Float64Array(features.rows);
  for (let row = 0; row < features.rows; row += 1)
    predictions[row] = sigmoid(netScore(net, features, row, input, active));
  return predictions;
}
