import type { ResultRow } from '../../domain/simulation-result.ts';
import type { Bench, RunEvent } from '../simulation.ts';
import { mean, evaluate, rowLosses, shareBelow } from './evaluation.ts';
import { factorisationRung, hybridRung, logisticRung, netRung, treesRung, type Climb, type Rung } from './rungs.ts';
import type { Samples } from './samples.ts';
import { budgetShare } from './serving-cost.ts';
import type { Settings } from './settings.ts';
import { treeFeatures } from './tree-features.ts';

/** The rows of the table by name; the two leaks stand in it only when they are asked for. */
export const names = {
  base: 'base rate',
  logistic: 'LR',
  factorisation: 'FM',
  trees: 'GBDT',
  leakedTarget: 'GBDT, rates in fold',
  hybrid: 'GBDT + LR',
  leakedTrees: 'GBDT + LR, same rows',
  net: 'MLP',
  bayes: 'Bayes (true p)',
} as const;

/** Folds of the click rates: a row's own label stays out of its features, or with one fold it does not. */
const folds = 5;

type Step = { name: string; climb: () => Climb };

/**
 * Climbs the ladder: one row a model, from the base rate to the true probabilities.
 *
 * @param timings filled with the milliseconds of each model
 */
export function* climbLadder(
  { train, test }: Samples,
  settings: Settings,
  bench: Bench,
  timings: Record<string, number>,
): Generator<RunEvent, ResultRow[]> {
  const target = settings.labels || !test.truth ? test.label : test.truth;
  const steps = stepsOf({ train, test }, settings, bench);
  const rows: ResultRow[] = [];
  let reference: Float64Array | undefined;
  for (const [index, { name, climb }] of steps.entries()) {
    const from = bench.elapsed();
    const rung = yield* withProgress(climb(), index / steps.length, 1 / steps.length);
    const losses = rowLosses(target, rung.predictions);
    if (name === names.logistic) reference = losses;
    const below = reference && name !== names.logistic ? shareBelow(reference, losses) : undefined;
    timings[name] = bench.elapsed() - from;
    const row: ResultRow = {
      model: name,
      ...evaluate(target, rung.predictions, losses),
      belowLr: below?.share ?? null,
      belowLrError: below?.halfWidth ?? null,
      operations: rung.operations,
      bytes: rung.bytes,
      multiplyAdds: rung.item.multiplyAdds,
      lookUps: rung.item.lookUps,
      budgetShare: budgetShare(rung.item),
    };
    rows.push(row);
    yield { kind: 'row', row };
  }
  return rows;
}

function stepsOf({ train, test }: Samples, settings: Settings, bench: Bench): Step[] {
  const { epochs, factors, hidden, levels, trees } = settings;
  const boosting = { trees, levels, learningRate: 0.2, l2: 5, leastCurvature: 1.5 };
  const features = treeFeatures(train, test, folds);
  const hybrid = (sameRows: boolean) => hybridRung(features, train.label, { ...boosting, epochs, sameRows });
  const truth = test.truth;
  return [
    { name: names.base, climb: () => known(new Float64Array(test.label.length).fill(mean(train.label)), 4) },
    { name: names.logistic, climb: () => logisticRung(train, test, epochs, settings.optimiser) },
    {
      name: names.factorisation,
      climb: () => factorisationRung(train, test, { epochs, factors }, bench.stream('init')),
    },
    { name: names.trees, climb: () => treesRung(features, train.label, boosting) },
    ...(settings.leakTarget
      ? [{ name: names.leakedTarget, climb: () => treesRung(treeFeatures(train, test, 1), train.label, boosting) }]
      : []),
    { name: names.hybrid, climb: () => hybrid(false) },
    ...(settings.leakTrees ? [{ name: names.leakedTrees, climb: () => hybrid(true) }] : []),
    { name: names.net, climb: () => netRung(train, test, { epochs, factors, hidden }, bench.stream('init')) },
    ...(truth ? [{ name: names.bayes, climb: () => known(truth, 0) }] : []),
  ];
}

/** Predictions that nobody has to learn. */
function* known(predictions: Float64Array, bytes: number): Climb {
  yield 1;
  return { predictions, operations: 0, bytes, item: { multiplyAdds: 0, lookUps: 0 } };
}

function* withProgress(climb: Climb, from: number, size: number): Generator<RunEvent, Rung> {
  let step = climb.next();
  for (; !step.done; step = climb.next()) yield { kind: 'progress', share: from + size * step.value };
  return step.value;
}
