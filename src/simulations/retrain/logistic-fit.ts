import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** Rows of plain numbers, row-major: `numbers[row * width + i]`, with one label a row. */
export type LabelledRows = { numbers: ArrayLike<number>; width: number; labels: ArrayLike<number> };

const mostSteps = 50;
const smallStep = 1e-4;
/** Far from the optimum a full step may leap to where every p is 0 or 1 and nothing is left to go by. */
const longestStep = 1;

/**
 * Logistic regression to its optimum by Newton's method: exact, for a handful of features.
 * In an interview: retraining such a model is minutes of work, so its price is in checks and roll-outs, not in sums.
 *
 * Formula: least sum of log losses + ridge / 2 · |w|² (the intercept pays none); each step solves
 * (Xᵀ diag(p (1 - p)) X + ridge) step = Xᵀ (y - p) - ridge · w. An error shrinks to about its square, so a step
 * below 1e-4 leaves one near 1e-7 or less. Cost: from a near start two or three passes of width² / 2 multiply-adds
 * and one exponential a row.
 *
 * @param ridge above 0 for a unique answer whatever the rows are
 * @param start weights near the optimum save passes; the answer is the same
 * @returns `width` weights, then the intercept, in log-odds
 * @throws RangeError without a row, for another number of labels than rows, or a ridge that is not above 0
 */
export function fitLogistic(rows: LabelledRows, ridge: number, start?: Float64Array): Float64Array {
  const { numbers, width, labels } = rows;
  if (labels.length === 0) throw new RangeError('`fitLogistic` requires at least one row');
  if (numbers.length !== labels.length * width) throw new RangeError('`fitLogistic` requires one label a row');
  if (!(ridge > 0)) throw new RangeError('`fitLogistic` requires a ridge above 0');
  const weights = start ? Float64Array.from(start) : new Float64Array(width + 1);
  for (let step = 0; step < mostSteps; step += 1) {
    const { gradient, curvature } = slopeAt(weights, rows);
    for (let i = 0; i < width; i += 1) {
      gradient[i] = (gradient[i] as number) - ridge * (weights[i] as number);
      curvature.set(i, i, curvature.get(i, i) + ridge);
    }
    const move = new CholeskyDecomposition(curvature).solve(Matrix.columnVector(gradient)).getColumn(0);
    const largest = Math.max(...move.map(Math.abs));
    const pace = Math.min(1, longestStep / largest);
    for (let i = 0; i <= width; i += 1) weights[i] = (weights[i] as number) + pace * (move[i] as number);
    if (largest < smallStep) break;
  }
  return weights;
}

/** The gradient of the log likelihood, and its curvature with the sign turned. */
function slopeAt(weights: Float64Array, { numbers, width, labels }: LabelledRows) {
  const size = width + 1;
  const gradient = new Float64Array(size);
  const sums = new Float64Array(size * size);
  const x = new Float64Array(size).fill(1);
  for (let row = 0; row < labels.length; row += 1) {
    let score = weights[width] as number;
    for (let i = 0; i < width; i += 1) {
      x[i] = numbers[row * width + i] as number;
      score += (weights[i] as number) * (x[i] as number);
    }
    const p = 1 / (1 + Math.exp(-score));
    const error = (labels[row] as number) - p;
    const weight = p * (1 - p);
    for (let i = 0; i < size; i += 1) {
      const own = x[i] as number;
      const weighted = weight * own;
      gradient[i] = (gradient[i] as number) + error * own;
      for (let j = 0; j <= i; j += 1) sums[i * size + j] = (sums[i * size + j] as number) + weighted * (x[j] as number);
    }
  }
  const curvature = Matrix.zeros(size, size);
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) curvature.set(i, j, sums[Math.max(i, j) * size + Math.min(i, j)] as number);
  return { gradient, curvature };
}

/** The log-odds that a model gives to the row whose numbers begin at `from`. */
export function scoreOf(weights: Float64Array, numbers: ArrayLike<number>, from: number): number {
  const width = weights.length - 1;
  let score = weights[width] as number;
  for (let i = 0; i < width; i += 1) score += (weights[i] as number) * (numbers[from + i] as number);
  return score;
}
