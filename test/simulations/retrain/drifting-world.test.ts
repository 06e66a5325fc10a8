import { expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { sigmoid } from '../../../src/math/sigmoid.ts';
import {
  changeDay,
  driftingWorlds,
  featureCount,
  type DriftingWorld,
  type Scenario,
} from '../../../src/simulations/retrain/drifting-world.ts';
import { modelShelf } from '../../../src/simulations/retrain/model-shelf.ts';
import { never, playPolicy } from '../../../src/simulations/retrain/policies.ts';
import fixture from '../../fixtures/simulations/retrain.json' with { type: 'json' };

function worlds(scenario: Scenario, rowsPerDay = 50, history = 3, count = 1, days = 30): DriftingWorld[] {
  const streams = { data: mersenneTwister(1000), steps: mersenneTwister(1001) };
  return driftingWorlds(scenario, { days, rowsPerDay, history }, count, streams);
}

function meanOf(world: DriftingWorld, feature: number, fromDay: number, toDay: number): number {
  let sum = 0;
  const [from, to] = [fromDay, toDay].map((day) => (world.history + day) * world.rowsPerDay) as [number, number];
  for (let row = from; row < to; row += 1) sum += world.served[row * featureCount + feature] ?? NaN;
  return sum / (to - from);
}

test('concepts change the labels and leave the inputs alone', () => {
  const [sudden, gradual] = [worlds('sudden-concept')[0], worlds('gradual-concept')[0]];
  expect(sudden?.served).toEqual(gradual?.served);
  expect(sudden?.truth).not.toEqual(gradual?.truth);
});

test('before the change all is as it was', () => {
  const [sudden, covariate] = [worlds('sudden-concept')[0], worlds('covariate')[0]];
  const rows = (3 + changeDay(30)) * 50;
  expect(sudden?.truth.slice(0, rows)).toEqual(covariate?.truth.slice(0, rows));
  expect(sudden?.truth.slice(rows)).not.toEqual(covariate?.truth.slice(rows));
});

test('neither a longer history nor another world changes the first world of the trial', () => {
  const short = worlds('gradual-concept', 50, 3, 2);
  const long = worlds('gradual-concept', 50, 9, 2);
  const trialOf = (world: DriftingWorld | undefined) => world?.labels.slice((world.history ?? 0) * 50);
  expect(trialOf(short[0])).toEqual(trialOf(long[0]));
  expect(trialOf(short[1])).toEqual(trialOf(long[1]));
  expect(trialOf(short[0])).not.toEqual(trialOf(short[1]));
});

test('a broken pipeline serves nothing of one number for ten of sixty days, and the truth does not care', () => {
  const [broken] = worlds('pipeline-bug', 20, 3, 1, 60);
  const [whole] = worlds('sudden-concept', 20, 3, 1, 60);
  const zeroDays = Array.from({ length: 60 }, (_, day) => day).filter(
    (day) => broken && meanOf(broken, 1, day, day + 1) === 0,
  );
  expect(zeroDays).toEqual([20, 21, 22, 23, 24, 25, 26, 27, 28, 29]);
  expect(broken?.truth.slice(0, 23 * 20)).toEqual(whole?.truth.slice(0, 23 * 20));
});

test('a covariate shift moves one mean by .03 a day', () => {
  const [world] = worlds('covariate', 4000, 1, 1, 60);
  // 40,000 rows: a standard error of .005. Days 50 to 59 lie 34.5 days after the change on average.
  expect(world && Math.abs(meanOf(world, 0, 50, 60) - 0.03 * 34.5)).toBeLessThan(0.02);
  expect(world && Math.abs(meanOf(world, 1, 50, 60))).toBeLessThan(0.02);
});

test('labels follow the true probabilities within four standard errors', () => {
  const [world] = worlds('seasonal', 4000);
  const n = world?.truth.length ?? 0;
  let [gap, variance] = [0, 0];
  for (let row = 0; row < n; row += 1) {
    const p = world?.truth[row] ?? NaN;
    gap += (world?.labels[row] ?? NaN) - p;
    variance += p * (1 - p);
  }
  expect(Math.abs(gap)).toBeLessThan(4 * Math.sqrt(variance));
});

// Second order: excess = E[p (1 - p)] / 2 times the variance of the logit's error, d tau² T; d = 7 with the intercept.
test('a model left alone in a random walk loses what the closed form says', () => {
  const form = (d: number, tau: number, age: number, spread: number): number => 0.5 * spread * d * tau * tau * age;
  const { inputs, expected } = fixture.entries['retrain.random_walk_excess'];
  inputs.T.forEach((age, i) => expect(form(inputs.d, inputs.tau, age, inputs.Epq)).toBeCloseTo(expected[i] ?? NaN, 10));

  const many = worlds('gradual-concept', 400, 10, 60, 10);
  const excess = many.map((world) => playPolicy(never, modelShelf(world, 10), 0).excess[9] ?? NaN);
  const mean = excess.reduce((a, b) => a + b) / excess.length;
  const deviation = Math.sqrt(excess.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (excess.length - 1));
  const spread = sigmoidSpread(many[0]);
  // A fit on 4,000 rows loses d / 2n more.
  const exact = form(7, 0.08, 10, spread) + 7 / 8000;
  expect(Math.abs(mean - exact)).toBeLessThan(4 * (deviation / Math.sqrt(excess.length)));
  expect(deviation / Math.sqrt(excess.length)).toBeLessThan(exact / 8);
});

function sigmoidSpread(world: DriftingWorld | undefined): number {
  let sum = 0;
  for (const p of world?.truth ?? []) sum += p * (1 - p);
  return sum / (world?.truth.length ?? 1);
}

test('a size that is no whole number from 1 is refused', () => {
  expect(() => worlds('covariate', 0)).toThrow('of at least 1');
  expect(() => worlds('covariate', 10, 1.5)).toThrow('of at least 1');
  expect(sigmoid(0)).toBe(0.5);
});
