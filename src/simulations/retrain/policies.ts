import { cusumStep } from '../../math/cusum.ts';
import type { ModelShelf, Trained } from './model-shelf.ts';

/** What is known at the start of a day, before it is served. */
export type Morning = {
  shelf: ModelShelf;
  day: number;
  model: Trained;
  /** The newest day whose labels have arrived. */
  newestLabels: number;
};

/** A policy at work: whether to retrain this morning. What it remembers starts afresh with each model. */
export type Watch = (morning: Morning) => boolean;
export type Policy = { name: string; watch: () => Watch };

export const stabilityLimit = 0.1;
export const dropLimit = 0.05;
const cusumSlack = 0.5;
const cusumLimit = 5;

export const never: Policy = { name: 'never', watch: () => () => false };

/** Retrains on each day that is a multiple of `days`. */
export function every(days: number, name = days === 1 ? 'every day' : `every ${days} days`): Policy {
  return {
    name,
    watch:
      () =>
      ({ day }) =>
        day % days === 0,
  };
}

const inputsMoved: Watch = ({ shelf, day, model }) => shelf.stabilityOn(day - 1, model) > stabilityLimit;

/** The model in service, scored on rows that it has never seen: the newest day with labels, once past its window. */
const lossRose: Watch = ({ shelf, model, newestLabels }) =>
  newestLabels > model.lastDay && shelf.lossOn(newestLabels, model).mean > (1 + dropLimit) * model.baseline;

export const onInputs: Policy = { name: 'PSI > 0.1', watch: () => inputsMoved };
export const onLoss: Policy = { name: 'loss up 5 %', watch: () => lossRose };
export const onEither: Policy = {
  name: 'PSI or loss',
  watch: () => (morning) => inputsMoved(morning) || lossRose(morning),
};

/** Adds up what each day's loss lies above the baseline, in standard errors of a day. */
export const onCusum: Policy = {
  name: 'CUSUM of loss',
  watch: () => {
    let sum = 0;
    return ({ shelf, model, newestLabels }) => {
      if (newestLabels <= model.lastDay) return false;
      const { mean, error } = shelf.lossOn(newestLabels, model);
      sum = cusumStep(sum, (mean - model.baseline) / error, { expected: 0, slack: cusumSlack });
      return sum > cusumLimit;
    };
  },
};

/** What a policy did in one world: the excess loss of each day, in nats a row, and the days of its retrains. */
export type Played = { excess: Float64Array; retrains: readonly number[] };

/**
 * Serves a world under a policy. Each morning: the labels of day `day - 1 - delay` are the newest; the policy
 * decides; a retrain takes the window that ends there and is in service the same day.
 */
export function playPolicy(policy: Policy, shelf: ModelShelf, delay: number): Played {
  const { days } = shelf.world;
  const excess = new Float64Array(days);
  const retrains: number[] = [];
  let model = shelf.trainedUpTo(-1 - delay);
  let watch = policy.watch();
  for (let day = 0; day < days; day += 1) {
    const newestLabels = day - 1 - delay;
    if (day > 0 && watch({ shelf, day, model, newestLabels })) {
      model = shelf.trainedUpTo(newestLabels);
      watch = policy.watch();
      retrains.push(day);
    }
    excess[day] = shelf.excessOn(day, model);
  }
  return { excess, retrains };
}
