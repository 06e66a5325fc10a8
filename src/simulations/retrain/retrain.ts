import type { ParameterValues, ResultRow } from '../../domain/simulation-result.ts';
import { populationStabilityMean } from '../../math/population-stability-null.ts';
import {
  choiceOf,
  defineSimulation,
  numberOf,
  type Bench,
  type Findings,
  type Parameter,
  type RunEvent,
} from '../simulation.ts';
import { driftingWorlds, scenarios, type Scenario } from './drifting-world.ts';
import { costByRule, economicRule } from './economic-rule.ts';
import { modelShelf, stabilityBins } from './model-shelf.ts';
import { every, never, onCusum, onEither, onInputs, onLoss, playPolicy, type Played, type Policy } from './policies.ts';
import { retrainFindings } from './retrain-findings.ts';
import { columns, meanByDay, rowOf, shockOf, type PolicyRow } from './retrain-row.ts';

const parameters: readonly Parameter[] = [
  {
    kind: 'choice',
    name: 'scenario',
    about: 'what changes a third into the trial (gradual and seasonal: all the time)',
    choices: scenarios,
    default: 'sudden-concept',
  },
  number('delay', 'days until labels arrive', 0, 14, 3, 'days'),
  number('window', 'days of labelled rows that a retrain takes', 1, 30, 7, 'days'),
  { ...number('retrain-cost', 'what one retrain costs', 0, 10_000, 200), whole: false },
  { ...number('loss-value', 'what a day costs for each thousandth of a nat a row', 0, 1000, 10), whole: false },
  number('days', 'length of the trial', 20, 120, 60, 'days'),
  { ...number('rows', 'rows a day', 100, 10_000, 4000), scale: 'log' },
  number('worlds', 'worlds that the figures are averaged over', 1, 8, 2),
];

function number(name: string, about: string, from: number, to: number, standard: number, unit?: string) {
  const plain = { kind: 'number' as const, name, about, from, to, scale: 'linear' as const, whole: true };
  return { ...plain, default: standard, ...(unit !== undefined && { unit }) };
}

/** A ceiling, not a choice: nobody has labels on the day. */
const atOnce = 'daily, labels at once';

/** When to retrain: calendars, triggers and both, in a world that changes in a known way. */
export const retrain = defineSimulation({
  id: 'retrain',
  title: 'When to retrain',
  question: 'Nightly, weekly, or when something triggers it?',
  version: 1,
  parameters,
  columns,
  predictions: [
    {
      id: 'psi-retrains',
      ask: (params) => `How many times does the trigger "PSI > 0.1" retrain under ${choiceOf(params, 'scenario')}?`,
      unit: '',
      answer: (rows) => figureOf(rows, onInputs.name, 'retrains'),
    },
    {
      id: 'nightly-against-weekly',
      ask: (params) =>
        `What share of the weekly calendar's excess loss does a nightly one keep, with labels ${numberOf(params, 'delay')} days late?`,
      unit: '%',
      answer: (rows) => {
        const [nightly, weekly] = [figureOf(rows, 'every day', 'excess'), figureOf(rows, 'every 7 days', 'excess')];
        return nightly === undefined || weekly === undefined ? undefined : (100 * nightly) / weekly;
      },
    },
  ],
  estimateSeconds: (params) => {
    const rows = numberOf(params, 'rows') * numberOf(params, 'days') * numberOf(params, 'worlds');
    const passesToTrain = 2.5 * numberOf(params, 'window');
    return rows * (passesToTrain * 85e-9 + 14 * 60e-9 + 300e-9);
  },
  run: runRetrain,
  explain: `## When to retrain

A model ages because the world moves. Two things can move: the **inputs**, and what the inputs **mean**. A monitor of
inputs (PSI) needs no labels and answers the next day, but it is blind to a change of meaning, and it fires under a
shift of inputs that a well-specified model takes in its stride. A monitor of the **loss** sees what hurts, but only
once labels have arrived; its level also moves when cases merely become harder.

- **Calendar.** With steady decay k and a retrain that costs R, the best interval is the square root of 2R / k. Half or
  twice of it costs a quarter more, so a rough answer will do.
- **Trigger.** After a sudden change a trigger on the loss spends few retrains. Slow decay can stay below its
  threshold, so put a calendar behind it; a CUSUM adds small rises up.
- **Label delay** adds to the age of every model. No schedule buys it back.
- **Window.** A window that spans the change mixes two worlds; a short one heals sooner and is noisier.
- **Broken pipeline.** Retraining teaches the model to live without the lost feature, and the mended pipeline then hurts
  it. Check the data first, and do not let the reference slide onto the degraded level.

In the interview: say what moves, which signal sees it, how late labels are, what a retrain costs; then a calendar, a
trigger on loss, a gate before release.
`,
});

function* runRetrain(params: ParameterValues, bench: Bench): Generator<RunEvent, Findings> {
  const scenario = choiceOf(params, 'scenario') as Scenario;
  const [delay, window] = [numberOf(params, 'delay'), numberOf(params, 'window')];
  const prices = { lossValue: numberOf(params, 'loss-value'), retrainCost: numberOf(params, 'retrain-cost') };
  const size = { days: numberOf(params, 'days'), rowsPerDay: numberOf(params, 'rows'), history: window + delay };
  const streams = { data: bench.stream('data'), steps: bench.stream('init') };
  const shelves = driftingWorlds(scenario, size, numberOf(params, 'worlds'), streams).map((world) =>
    modelShelf(world, window),
  );
  yield { kind: 'progress', share: 0.1 };

  const rows: PolicyRow[] = [];
  const lines = new Map<string, Float64Array>();
  const play = function* (policy: Policy, labelDelay: number): Generator<RunEvent, Played[]> {
    const played: Played[] = [];
    for (const shelf of shelves) {
      played.push(playPolicy(policy, shelf, labelDelay));
      yield { kind: 'progress', share: Math.min(0.99, 0.1 + rows.length / 14) };
    }
    lines.set(policy.name, meanByDay(played));
    return played;
  };

  // 1. Left alone: how much a change hurts, and how fast the model ages.
  const alone = yield* play(never, delay);
  const byDay = meanByDay(alone);
  const shock = shockOf(scenario, byDay);
  const rule = economicRule(byDay, prices);
  const finish = function* (row: PolicyRow): Generator<RunEvent, void> {
    rows.push(row);
    yield { kind: 'row', row };
  };
  yield* finish(rowOf(never.name, alone, shock, prices));

  // 2. Calendars, the shortest first: its loss tells what no interval removes.
  let floor = 0;
  const calendar: { interval: number; name?: string }[] = [1, 7, 14, 30].map((interval) => ({ interval }));
  if (rule.interval !== undefined) {
    calendar.push({ interval: rule.interval, name: `by rule: ${rule.interval} d` });
    calendar.push({ interval: 2 * rule.interval, name: `twice that: ${2 * rule.interval} d` });
  }
  for (const { interval, name } of calendar) {
    const policy = every(interval, name);
    const row = rowOf(policy.name, yield* play(policy, delay), shock, prices);
    if (interval === 1 && !name) floor = Math.max(0, row.excess * prices.lossValue - rule.decay / 2);
    yield* finish({ ...row, byRule: costByRule(interval, size.days, floor, rule, prices) });
  }

  // 3. Triggers, and the two ceilings.
  for (const policy of [onInputs, onLoss, onEither, onCusum])
    yield* finish(rowOf(policy.name, yield* play(policy, delay), shock, prices));
  if (delay > 0) yield* finish(rowOf(atOnce, yield* play(every(1, atOnce), 0), shock, prices));
  yield* finish({
    policy: 'true probabilities',
    excess: 0,
    worst: 0,
    retrains: 0,
    cost: 0,
    byRule: null,
    recovery: shock ? 0 : null,
  });
  const { days, rowsPerDay } = size;
  const chance = populationStabilityMean(window * rowsPerDay, rowsPerDay, stabilityBins);
  return retrainFindings({ rows, lines, rule, prices, scenario, days, delay, floor, chance });
}

function figureOf(rows: readonly ResultRow[], policy: string, key: string): number | undefined {
  const value = rows.find((row) => row['policy'] === policy)?.[key];
  return typeof value === 'number' ? value : undefined;
}
