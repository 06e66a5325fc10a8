import { mersenneTwister } from '../math/mersenne-twister.ts';
import type { Bench, SimulationData, StreamName } from './simulation.ts';

const numberOf: Readonly<Record<StreamName, number>> = { data: 0, init: 1, sampling: 2, policy: 3 };
const streamsASeed = 1000;

/** The greatest seed whose streams still are seeds of the generator. */
export const greatestSeed = 4_294_966;

/** What a run is handed: streams of random numbers by purpose, a clock, and data of one's own where there is some. */
export function createBench(seed: number, elapsed: () => number, data?: SimulationData): Bench {
  if (!Number.isInteger(seed) || seed < 0 || seed > greatestSeed)
    throw new RangeError(`\`createBench\` requires a whole seed from 0 to ${greatestSeed}`);
  return {
    stream: (name) => mersenneTwister(seed * streamsASeed + numberOf[name]),
    elapsed,
    ...(data && { data }),
  };
}
