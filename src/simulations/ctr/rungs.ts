import type { Random } from '../../math/mersenne-twister.ts';
import { sliceBins } from './bins.ts';
import { growBoostedTrees, predictTrees, type BoostedTrees, type BoostingOptions } from './boosted-trees.ts';
import { predictNet, trainEmbeddingNet } from './embedding-net.ts';
import { predictFactorisation, trainFactorisationMachine } from './factorisation-machine.ts';
import { trainFtrl } from './ftrl.ts';
import type { Impressions } from './impressions.ts';
import { leafFeatures } from './leaf-features.ts';
import { predict, trainLogisticRegression, type LogisticModel } from './logistic-regression.ts';
import type { ItemCost } from './serving-cost.ts';
import type { SparseRows } from './sparse-rows.ts';
import type { TreeFeatures } from './tree-features.ts';

/** A trained model as the table needs it: its predictions for the test rows and what it costs. */
export type Rung = { predictions: Float64Array; operations: number; bytes: number; item: ItemCost };

/** A model in the making: yields the share that is done. */
export type Climb = Generator<number, Rung>;

const bytesPerNumber = 4;
/** Column and bin, the place of the children, the value. */
const bytesPerNode = 8;

/** Logistic regression. FTRL keeps only weights that are not 0, each with its place. */
export function* logisticRung(
  { features, label }: Impressions,
  test: Impressions,
  epochs: number,
  optimiser: string,
): Climb {
  const sparse = optimiser === 'ftrl';
  const model = sparse
    ? trainFtrl(features, label, { epochs })
    : trainLogisticRegression(features, label, { epochs, learningRate: 1 / entriesOf(features) });
  const kept = sparse ? 2 * countNonZero(model.weights) : model.weights.length;
  yield 1;
  return {
    predictions: predict(model, test.features),
    operations: model.operations,
    bytes: bytesPerNumber * kept,
    item: { multiplyAdds: entriesOf(features) + 1, lookUps: features.width },
  };
}

/** A factorisation machine. */
export function* factorisationRung(
  { features, label }: Impressions,
  test: Impressions,
  { epochs, factors }: { epochs: number; factors: number },
  random: Random,
): Climb {
  const entries = entriesOf(features);
  const options = { epochs, factors, learningRate: 1 / entries, l2: 8, spread: 0.1 };
  const model = yield* trainFactorisationMachine(features, label, options, random);
  return {
    predictions: predictFactorisation(model, test.features),
    operations: model.operations,
    bytes: bytesPerNumber * (model.weights.length + model.vectors.length),
    item: { multiplyAdds: entries * (1 + 2 * factors) + factors + 1, lookUps: features.width },
  };
}

/** Boosted trees alone. */
export function* treesRung(features: TreeFeatures, label: Uint8Array, options: BoostingOptions): Climb {
  const model = yield* growBoostedTrees(features.train, label, options);
  return {
    predictions: predictTrees(model, features.test),
    operations: features.operations + model.operations,
    bytes: features.bytes + bytesOfTrees(model),
    item: { multiplyAdds: model.trees.length, lookUps: features.lookUps + model.trees.length * options.levels },
  };
}

/**
 * Boosted trees whose leaves feed a logistic regression. The trees have seen the labels of the rows that grew them,
 * so the regression has to be fitted on others: the first half grows, the second half fits; or `sameRows`, all do both.
 */
export function* hybridRung(
  features: TreeFeatures,
  label: Uint8Array,
  options: BoostingOptions & { epochs: number; sameRows: boolean },
): Climb {
  const { rows } = features.train;
  const grown = options.sameRows ? rows : Math.floor(rows / 2);
  const fittedFrom = options.sameRows ? 0 : grown;
  const trees = yield* growBoostedTrees(sliceBins(features.train, 0, grown), label.subarray(0, grown), options);
  const model: LogisticModel = trainLogisticRegression(
    leafFeatures(trees, sliceBins(features.train, fittedFrom, rows)),
    label.subarray(fittedFrom),
    { epochs: options.epochs, learningRate: 0.05, l2: 20 },
  );
  const count = trees.trees.length;
  return {
    predictions: predict(model, leafFeatures(trees, features.test)),
    operations:
      features.operations + trees.operations + model.operations + (rows - fittedFrom) * count * options.levels,
    bytes: features.bytes + bytesOfTrees(trees) + bytesPerNumber * model.weights.length,
    item: { multiplyAdds: count + 1, lookUps: features.lookUps + count * (options.levels + 1) },
  };
}

/** A small net with embeddings. */
export function* netRung(
  { features, label }: Impressions,
  test: Impressions,
  { epochs, factors, hidden }: { epochs: number; factors: number; hidden: number },
  random: Random,
): Climb {
  const options = { epochs, dimension: factors, hidden, learningRate: 0.5 / entriesOf(features) };
  const net = yield* trainEmbeddingNet(features, label, options, random);
  return {
    predictions: predictNet(net, test.features),
    operations: net.operations,
    bytes: bytesPerNumber * (net.embeddings.length + net.layers.length),
    item: { multiplyAdds: net.layers.length, lookUps: features.width },
  };
}

/** Numbers and ids a row. They move together, so the more of them there are, the smaller each one's step has to be. */
function entriesOf({ width, denseWidth }: SparseRows): number {
  return width + denseWidth;
}

function countNonZero(values: Float64Array): number {
  return values.reduce((count, value) => count + (value === 0 ? 0 : 1), 0);
}

function bytesOfTrees({ trees }: BoostedTrees): number {
  return bytesPerNode * trees.reduce((sum, tree) => sum + tree.value.length, 0);
}
