import type { Random } from '../../math/mersenne-twister.ts';
import type { RunEvent } from '../simulation.ts';
import type { Comparison } from './comparison.ts';
import { driftTests } from './drift-tests.ts';

/** What the tests said, repeated: their figures on clean comparisons, and how often they missed the change. */
export type ErrorRates = {
  repetitions: number;
  clean: Readonly<Record<string, number[]>>;
  missed: Readonly<Record<string, number>>;
};

export type Draw = { reference: Float64Array; clean: Float64Array; changed: Float64Array };

const mostRepetitions = 200;
const fewestRepetitions = 20;
const mostValues = 1.5e6;

/** How often a pair of samples can be drawn again in a fair time; never where it would be too few to say anything. */
export function repetitionsOf(n: number, m: number): number {
  const fitting = Math.min(mostRepetitions, Math.floor(mostValues / (n + 2 * m)));
  return fitting < fewestRepetitions ? 0 : fitting;
}

/** Draws the pair again and again, unchanged and changed against one reference, and runs every test on both. */
export function* errorRates(
  repetitions: number,
  alpha: number,
  draw: (random: Random) => Draw,
  compareTo: (reference: Float64Array) => (current: Float64Array) => Comparison,
  random: Random,
): Generator<RunEvent, ErrorRates> {
  const clean: Record<string, number[]> = {};
  const silent: Record<string, number> = {};
  for (let time = 0; time < repetitions; time += 1) {
    const samples = draw(random);
    const compare = compareTo(samples.reference);
    const unchanged = compare(samples.clean);
    const changed = compare(samples.changed);
    for (const test of driftTests) {
      const value = test.measure(unchanged);
      if (value !== undefined) (clean[test.name] ??= []).push(value);
      const moved = test.measure(changed);
      if (moved === undefined) continue;
      silent[test.name] = (silent[test.name] ?? 0) + (moved > test.threshold(changed, alpha) ? 0 : 1);
    }
    if (time % 4 === 0) yield { kind: 'progress', share: time / repetitions };
  }
  const missed = Object.fromEntries(Object.entries(silent).map(([name, count]) => [name, count / repetitions]));
  return { repetitions, clean, missed };
}
