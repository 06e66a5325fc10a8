import { expectedLogLoss } from '../../math/log-loss.ts';
import { normalDensity } from '../../math/normal.ts';
import { sigmoid } from '../../math/sigmoid.ts';

const bias = -1;
const step = 0.01;
const reach = 12;

/** The model is logistic with this slope, and so was the world; then the world's slope turns to the other. */
export const slopes = { before: 1, after: -1 };

/** Log loss of a model with one slope in a world with another, expected over sampled inputs. */
export function logLossOn(inputs: Float64Array, world: number, model: number): number {
  const chances = (slope: number): Float64Array => inputs.map((x) => sigmoid(bias + slope * x));
  return expectedLogLoss(chances(world), chances(model));
}

/**
 * The same over all of a standard normal input: the trapezoid sum, which for so smooth a function is exact to the
 * last digits.
 */
export function exactLogLoss(world: number, model: number): number {
  let sum = 0;
  for (let i = -reach / step; i <= reach / step; i += 1) {
    const x = i * step;
    sum += normalDensity(x) * expectedLogLoss([sigmoid(bias + world * x)], [sigmoid(bias + model * x)]);
  }
  return sum * step;
}
