import type { ResultColumn } from '../../domain/simulation-result.ts';
import { changeDay, type Scenario } from './drifting-world.ts';
import type { Played } from './policies.ts';
import type { Prices } from './economic-rule.ts';

/** A policy over all worlds. */
export type PolicyRow = {
  policy: string;
  /** Excess log loss over the true probabilities, thousandths of a nat a row, mean over days and worlds. */
  excess: number;
  /** The same in the world where it was highest. */
  worst: number;
  /** Per world. */
  retrains: number;
  /** Over the trial, per world. */
  cost: number;
  byRule: number | null;
  /** Days from the change until the excess stays below a tenth of the first day's shock; null where it never does. */
  recovery: number | null;
};

export const columns: readonly ResultColumn[] = [
  { key: 'policy', title: 'retrained' },
  { key: 'excess', title: 'excess loss', unit: 'x1000', better: 'lower' },
  { key: 'worst', title: 'worst world', unit: 'x1000', detail: true },
  { key: 'retrains', title: 'retrains', digits: 2 },
  { key: 'cost', title: 'total cost', better: 'lower', format: 'integer' },
  { key: 'byRule', title: 'cost by rule', format: 'integer' },
  { key: 'recovery', title: 'recovers after', unit: 'days', format: 'integer' },
];

const recoveredShare = 0.1;

/** The mean over worlds of each day's excess loss. */
export function meanByDay(worlds: readonly Played[]): Float64Array {
  const days = worlds[0]?.excess.length ?? 0;
  return Float64Array.from({ length: days }, (_, day) => {
    let sum = 0;
    for (const { excess } of worlds) sum += excess[day] as number;
    return sum / worlds.length;
  });
}

export function rowOf(policy: string, worlds: readonly Played[], shock: Shock | undefined, prices: Prices): PolicyRow {
  const byDay = meanByDay(worlds);
  const excess = 1000 * mean(byDay);
  const retrains = mean(worlds.map((one) => one.retrains.length));
  return {
    policy,
    excess,
    worst: Math.max(...worlds.map((one) => 1000 * mean(one.excess))),
    retrains,
    cost: excess * byDay.length * prices.lossValue + retrains * prices.retrainCost,
    byRule: null,
    recovery: shock ? recoveryOf(byDay, shock) : null,
  };
}

/** The day of a change, and what it does to a model that knows nothing of it. */
export type Shock = { day: number; size: number };

/** The shock of a scenario that has one, read off the policy that never retrains. */
export function shockOf(scenario: Scenario, never: Float64Array): Shock | undefined {
  if (scenario !== 'sudden-concept' && scenario !== 'pipeline-bug') return undefined;
  const day = changeDay(never.length);
  return { day, size: never[day] as number };
}

function recoveryOf(byDay: Float64Array, { day, size }: Shock): number | null {
  let last = byDay.length;
  while (last > day && (byDay[last - 1] as number) < recoveredShare * size) last -= 1;
  return last === byDay.length ? null : last - day;
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] as number;
  return sum / values.length;
}
