import { expectedLogLoss } from '../../math/log-loss.ts';
import { populationStabilityIndex } from '../../math/population-stability-index.ts';
import { binCounts, quantileEdges } from '../../math/quantile-bins.ts';
import { featureCount, type DriftingWorld } from './drifting-world.ts';
import { fitLogistic, scoreOf } from './logistic-fit.ts';

/** A trained model: its last day of labels, and the log loss a row on its own window, which it is later held to. */
export type Trained = { weights: Float64Array; lastDay: number; baseline: number };

/** What a day's rows tell of a model: mean loss and its standard error. */
export type DayLoss = { mean: number; error: number };

/** The models of one world, each trained once however many policies put it into service. */
export type ModelShelf = {
  world: DriftingWorld;
  /** The model trained on the window that ends with `lastDay`. */
  trainedUpTo: (lastDay: number) => Trained;
  /** Log loss above that of the true probabilities on a day's rows, in nats a row; no noise of labels is in it. */
  excessOn: (day: number, model: Trained) => number;
  /** Log loss on a day's labels. */
  lossOn: (day: number, model: Trained) => DayLoss;
  /** The greatest PSI of a feature between the model's window and a day. */
  stabilityOn: (day: number, model: Trained) => number;
};

const ridge = 1;
/** Quantiles of a feature over the window of a model. */
export const stabilityBins = 10;
const smoothing = { count: 0.5 };

export function modelShelf(world: DriftingWorld, window: number): ModelShelf {
  const { rowsPerDay, history, served, truth, labels } = world;
  const rowOf = (day: number): number => (history + day) * rowsPerDay;
  let start: Float64Array | undefined;

  const trainedUpTo = remembered((lastDay): Trained => {
    const [from, to] = [rowOf(lastDay - window + 1), rowOf(lastDay + 1)];
    const numbers = served.subarray(from * featureCount, to * featureCount);
    const rows = { numbers, width: featureCount, labels: labels.subarray(from, to) };
    const weights = fitLogistic(rows, ridge, start);
    start = weights;
    return { weights, lastDay, baseline: labelledLoss(world, weights, from, to).mean };
  });

  const referenceUpTo = remembered((lastDay): Reference[] =>
    Array.from({ length: featureCount }, (_, i) => {
      const values = columnOf(world, i, rowOf(lastDay - window + 1), rowOf(lastDay + 1));
      const edges = quantileEdges(values, stabilityBins);
      return { edges, counts: binCounts(values, edges) };
    }),
  );

  const floorOn = remembered((day): number => {
    const own = truth.subarray(rowOf(day), rowOf(day + 1));
    return expectedLogLoss(own, own);
  });

  return {
    world,
    trainedUpTo,
    excessOn: onEachDay((day, { weights }) => {
      let sum = 0;
      for (let row = rowOf(day); row < rowOf(day + 1); row += 1) {
        const q = scoreOf(weights, served, row * featureCount);
        sum += softplus(q) - (truth[row] as number) * q;
      }
      return sum / rowsPerDay - floorOn(day);
    }),
    lossOn: onEachDay((day, { weights }) => labelledLoss(world, weights, rowOf(day), rowOf(day + 1))),
    stabilityOn: onEachDay((day, { lastDay }) =>
      Math.max(
        ...referenceUpTo(lastDay).map(({ edges, counts }, i) => {
          const current = binCounts(columnOf(world, i, rowOf(day), rowOf(day + 1)), edges);
          return populationStabilityIndex(counts, current, smoothing);
        }),
      ),
    ),
  };
}

/** The same function, computed once for each day. */
function remembered<T>(compute: (day: number) => T): (day: number) => T {
  const known = new Map<number, T>();
  return (day) => {
    let value = known.get(day);
    if (value === undefined) known.set(day, (value = compute(day)));
    return value;
  };
}

/** The same function, computed once for each day and model: policies that hold the same model share it. */
function onEachDay<T>(compute: (day: number, model: Trained) => T): (day: number, model: Trained) => T {
  const known = new Map<Trained, (day: number) => T>();
  return (day, model) => {
    let ofModel = known.get(model);
    if (!ofModel) known.set(model, (ofModel = remembered((one) => compute(one, model))));
    return ofModel(day);
  };
}

type Reference = { edges: Float64Array; counts: Float64Array };

function columnOf({ served }: DriftingWorld, feature: number, from: number, to: number): Float32Array {
  const values = new Float32Array(to - from);
  for (let row = from; row < to; row += 1) values[row - from] = served[row * featureCount + feature] as number;
  return values;
}

function labelledLoss({ served, labels }: DriftingWorld, weights: Float64Array, from: number, to: number): DayLoss {
  let sum = 0;
  let squares = 0;
  for (let row = from; row < to; row += 1) {
    const q = scoreOf(weights, served, row * featureCount);
    const loss = softplus(labels[row] === 1 ? -q : q);
    sum += loss;
    squares += loss * loss;
  }
  const n = to - from;
  const mean = sum / n;
  return { mean, error: Math.sqrt(Math.max(0, squares / n - mean * mean) / n) };
}

/** ln(1 + e^x) without overflow: the log loss of a negative at log-odds x. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log(1 + Math.exp(-Math.abs(x)));
}
