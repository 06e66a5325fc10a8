import { gaussianStream } from '../../math/gaussian.ts';
import type { Random } from '../../math/mersenne-twister.ts';
import { sigmoid } from '../../math/sigmoid.ts';

export const scenarios = ['sudden-concept', 'gradual-concept', 'covariate', 'seasonal', 'pipeline-bug'] as const;
export type Scenario = (typeof scenarios)[number];

export type WorldSize = { days: number; rowsPerDay: number; history: number };

/** Days of traffic with the truth beside it, row-major; day d of the trial begins at row `(history + d) * rowsPerDay`. */
export type DriftingWorld = WorldSize & {
  /** What the model is served: six numbers a row, broken ones where the pipeline is. */
  served: Float32Array;
  /** The true probability, from the true numbers. */
  truth: Float64Array;
  labels: Uint8Array;
};

/** What holds on one day: six weights and an intercept, the inputs' means, and whether the second number is lost. */
type DayLaw = { weights: Float64Array; means: Float64Array; broken: boolean };

export const featureCount = 6;
const firstWeights = [0.8, -0.6, 0.5, 0.4, -0.3, 0.2, -1.2];
/** What is added from the day of the change on: two effects turn round. */
const turn = [-1, 0.9, 0, 0, 0, 0, 0];
const walkPerDay = 0.08;
const meanPerDay = 0.03;
const seasonDays = 28;
const seasonOfWeight = 0.6;
const seasonOfMean = 0.4;

/** The day on which a scenario starts to change: a third into the trial. */
export function changeDay(days: number): number {
  return Math.floor(days / 3);
}

/** How long the pipeline stays broken: a sixth of the trial. */
export function brokenDays(days: number): number {
  return Math.max(1, Math.round(days / 6));
}

/**
 * Worlds of clicks whose law changes as the scenario says: y is 1 with probability sigmoid(w·x + b), x normal around
 * the day's means with variance 1.
 *
 * Order of draws: `steps` gives, under `gradual-concept`, seven normals for each day of the trial (one a weight, times
 * .08), world by world. `data` gives row by row six normals and one uniform, below the probability for a positive
 * label: first the days of the trial, world by world, then the days before it, backwards. So all scenarios share their
 * noise, and neither the window nor the label delay changes a row of the trial.
 *
 * @throws RangeError for a size or count that is not a whole number from 1
 */
export function driftingWorlds(
  scenario: Scenario,
  size: WorldSize,
  count: number,
  streams: { data: Random; steps: Random },
): DriftingWorld[] {
  const { days, rowsPerDay, history } = size;
  if (![days, rowsPerDay, history, count].every((one) => Number.isInteger(one) && one >= 1))
    throw new RangeError('`driftingWorlds` requires whole days, rows, history and worlds of at least 1');
  const rows = (history + days) * rowsPerDay;
  const worlds = Array.from({ length: count }, (): DriftingWorld => ({
    ...size,
    served: new Float32Array(rows * featureCount),
    truth: new Float64Array(rows),
    labels: new Uint8Array(rows),
  }));
  const normal = gaussianStream(streams.data);
  const step = gaussianStream(streams.steps);
  for (const world of worlds) {
    const walk = Float64Array.from(firstWeights);
    for (let day = 0; day < days; day += 1) {
      if (scenario === 'gradual-concept')
        for (let i = 0; i <= featureCount; i += 1) walk[i] = (walk[i] as number) + walkPerDay * step();
      fillDay(world, day, lawOf(scenario, day, days, walk), normal, streams.data);
    }
  }
  const start = Float64Array.from(firstWeights);
  for (const world of worlds)
    for (let day = -1; day >= -history; day -= 1)
      fillDay(world, day, lawOf(scenario, day, days, start), normal, streams.data);
  return worlds;
}

function fillDay(world: DriftingWorld, day: number, law: DayLaw, normal: () => number, uniform: Random): void {
  const { served, truth, labels, rowsPerDay, history } = world;
  const { weights, means, broken } = law;
  const from = (history + day) * rowsPerDay;
  for (let row = from; row < from + rowsPerDay; row += 1) {
    let score = weights[featureCount] as number;
    for (let i = 0; i < featureCount; i += 1) {
      const x = Math.fround((means[i] as number) + normal());
      score += (weights[i] as number) * x;
      served[row * featureCount + i] = broken && i === 1 ? 0 : x;
    }
    const p = sigmoid(score);
    truth[row] = p;
    labels[row] = uniform() < p ? 1 : 0;
  }
}

function lawOf(scenario: Scenario, day: number, days: number, walk: Float64Array): DayLaw {
  const weights = Float64Array.from(walk);
  const means = new Float64Array(featureCount);
  const change = changeDay(days);
  const season = Math.sin((2 * Math.PI * day) / seasonDays);
  if (scenario === 'sudden-concept' && day >= change)
    for (let i = 0; i <= featureCount; i += 1) weights[i] = (weights[i] as number) + (turn[i] as number);
  if (scenario === 'covariate') means[0] = meanPerDay * Math.max(0, day - change);
  if (scenario === 'seasonal') {
    weights[0] = (weights[0] as number) + seasonOfWeight * season;
    means[2] = seasonOfMean * season;
  }
  return {
    weights,
    means,
    broken: scenario === 'pipeline-bug' && day >= change && day < change + brokenDays(days),
  };
}
