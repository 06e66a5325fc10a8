import { expect, test } from 'vitest';
import type { DriftingWorld } from '../../../src/simulations/retrain/drifting-world.ts';
import type { ModelShelf, Trained } from '../../../src/simulations/retrain/model-shelf.ts';
import {
  every,
  never,
  onCusum,
  onEither,
  onInputs,
  onLoss,
  playPolicy,
  type Policy,
} from '../../../src/simulations/retrain/policies.ts';

/** A world of which only the monitors are seen: losses and stability by day and the model's last day. */
function shelfOf(seen: {
  loss?: (day: number, lastDay: number) => number;
  stability?: (day: number, lastDay: number) => number;
}): ModelShelf {
  return {
    world: { days: 30 } as DriftingWorld,
    trainedUpTo: (lastDay): Trained => ({ weights: Float64Array.of(0), lastDay, baseline: 0.5 }),
    excessOn: (day, model) => day - model.lastDay,
    lossOn: (day, model) => ({ mean: seen.loss?.(day, model.lastDay) ?? 0.5, error: 0.01 }),
    stabilityOn: (day, model) => seen.stability?.(day, model.lastDay) ?? 0,
  };
}

test.each([
  [never, []],
  [every(7), [7, 14, 21, 28]],
  [every(14), [14, 28]],
  [every(30), []],
] as [Policy, number[]][])('$name retrains on its days', (policy, days) => {
  expect(playPolicy(policy, shelfOf({}), 3).retrains).toEqual(days);
});

test('a model is as old as its last label: the delay, and the days since it was trained', () => {
  const { excess } = playPolicy(every(7), shelfOf({}), 3);
  expect([...excess.slice(0, 9)]).toEqual([4, 5, 6, 7, 8, 9, 10, 4, 5]);
});

test.each([
  [0, 11],
  [3, 14],
  [9, 20],
])('with labels %i days late a loss that jumps on day 10 is seen on day %i', (delay, day) => {
  const shelf = shelfOf({ loss: (labelled) => (labelled >= 10 ? 0.53 : 0.5) });
  expect(playPolicy(onLoss, shelf, delay).retrains[0]).toBe(day);
});

test('inputs are seen the next day, however late labels are', () => {
  const shelf = shelfOf({ stability: (day, lastDay) => (day >= 10 && lastDay < 5 ? 0.2 : 0.1) });
  expect(playPolicy(onInputs, shelf, 9).retrains).toEqual([11, 12, 13, 14, 15]);
  expect(playPolicy(onInputs, shelf, 0).retrains).toEqual([11]);
  expect(playPolicy(onEither, shelf, 0).retrains).toEqual([11]);
});

test('either signal is enough for both', () => {
  const shelf = shelfOf({
    loss: (day, lastDay) => (day === 20 && lastDay < 20 ? 0.6 : 0.5),
    stability: (day) => (day === 4 ? 1 : 0),
  });
  expect(playPolicy(onEither, shelf, 0).retrains).toEqual([5, 21]);
});

test('a rise of 4 % is below the limit of every day, and adds up', () => {
  // 4 % of .5 is two standard errors of .01; less the slack of .5 that is 1.5 a day: above 5 on the fourth.
  const shelf = shelfOf({ loss: (day, lastDay) => (day >= 10 && lastDay < 10 ? 0.52 : 0.5) });
  expect(playPolicy(onLoss, shelf, 0).retrains).toEqual([]);
  expect(playPolicy(onCusum, shelf, 0).retrains).toEqual([14]);
});

test('a model is never held to a day that it was trained on', () => {
  const shelf = shelfOf({ loss: (day, lastDay) => (day <= lastDay ? 99 : 0.5) });
  expect(playPolicy(onLoss, shelf, 5).retrains).toEqual([]);
  expect(playPolicy(onCusum, shelf, 5).retrains).toEqual([]);
});
