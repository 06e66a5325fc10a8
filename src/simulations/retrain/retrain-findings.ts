import type { ResultPlot } from '../../domain/simulation-result.ts';
import type { Findings } from '../simulation.ts';
import type { Scenario } from './drifting-world.ts';
import { costByRule, type EconomicRule, type Prices } from './economic-rule.ts';
import { every, never, onInputs, onLoss, stabilityLimit } from './policies.ts';
import type { PolicyRow } from './retrain-row.ts';

export type Trial = {
  rows: readonly PolicyRow[];
  /** The excess loss of each day by policy, nats a row. */
  lines: ReadonlyMap<string, Float64Array>;
  rule: EconomicRule;
  prices: Prices;
  scenario: Scenario;
  days: number;
  delay: number;
  floor: number;
  /** The mean PSI of inputs that did not change, from sampling alone. */
  chance: number;
};

const ceilings = 2;
/** So many times the loss of the best row counts as having missed the change. */
const missedFactor = 2;
/** From this share of the limit on, chance has a part in what the index says. */
const noisyShare = 0.5;

/** The answer of a run and its price, computed from the rows. */
export function retrainFindings(trial: Trial): Findings {
  return {
    plots: [excessPlot(trial), costPlot(trial)],
    claim: claimOf(trial),
    price: priceOf(trial),
    costUnit: 'money over the trial: loss x loss-value + retrains x retrain-cost',
    conventions: {
      'excess loss':
        'log loss above that of the true probabilities, expected (no noise of labels), thousandths of a nat a row, mean over days and worlds',
      'total cost':
        'excess loss x days x loss-value + retrains x retrain-cost, per world; the first model is not counted',
      'cost by rule': `R / T + k T / 2 a day, k the slope of the row "never", on the floor of the daily calendar; it assumes steady decay`,
      'recovers after':
        'days from the change until the excess stays below a tenth of its first day without a retrain; empty where it does not',
      'PSI > 0.1':
        'any of six features, yesterday against the window of the model, ten quantile bins, 0.5 added to counts',
      'loss up 5 %':
        'the model in service on the newest labelled day outside its window, against the loss on that window',
      'CUSUM of loss': 'the same, in standard errors of a day, slack 0.5, limit 5',
      retrain:
        'in the morning, on the newest labelled days, in service the same day; the next baseline is its own window',
    },
    doesNotModel: [
      'time to train, review and roll out, or a retrain that fails',
      'labels that arrive one by one: here a day arrives whole',
      'a model that shapes its own labels, and a model that lacks the right features',
    ],
    sources: [
      'X. He et al., Practical lessons from predicting clicks on ads at Facebook, ADKDD (2014): freshness',
      'D. Sculley et al., Hidden technical debt in machine learning systems, NIPS (2015)',
      'F. W. Harris, How many parts to make at once, Factory 10 (1913)',
      'E. S. Page, Continuous inspection schemes, Biometrika 41 (1954)',
    ],
    timings: {},
  };
}

/** Policies that somebody could run, without the ceilings at the end. */
function realRows({ rows, delay }: Trial): readonly PolicyRow[] {
  return rows.slice(0, rows.length - (delay > 0 ? ceilings : 1));
}

function cheapest(rows: readonly PolicyRow[]): PolicyRow {
  return rows.reduce((best, row) => (row.cost < best.cost ? row : best));
}

function claimOf(trial: Trial): string {
  const real = realRows(trial);
  const best = cheapest(real);
  const inputs = real.find((row) => row.policy === onInputs.name);
  const alone = real.find((row) => row.policy === never.name);
  if (!inputs || !alone) return '';
  const lowest = Math.min(...real.map((row) => row.excess));
  return `Cheapest under ${trial.scenario}: ${nameOf(best)} at ${whole(best.cost)}. ${aboutInputs(inputs, alone, lowest, trial)}`;
}

function aboutInputs(inputs: PolicyRow, alone: PolicyRow, lowest: number, trial: Trial): string {
  const { prices, days, chance } = trial;
  const noise =
    chance > noisyShare * stabilityLimit
      ? ` With so few rows the index of unchanged inputs averages ${figure(chance)}: some of it is chance.`
      : '';
  const fired = `The input trigger (PSI) retrained ${figure(inputs.retrains)} times`;
  if (inputs.retrains === 0) {
    const missed = inputs.excess > missedFactor * lowest;
    return missed
      ? `The input trigger (PSI) never fired and kept an excess loss of ${figure(inputs.excess)} where ${figure(lowest)} was possible: the inputs look the same, their meaning changed.`
      : 'The input trigger (PSI) never fired, and little was missed.';
  }
  if (inputs.excess > alone.excess)
    return `${fired} and made it worse: ${figure(inputs.excess)} against ${figure(alone.excess)} left alone.${noise}`;
  const saved = (alone.excess - inputs.excess) * days * prices.lossValue;
  const spent = inputs.retrains * prices.retrainCost;
  const verdict = saved < spent ? 'more than they are worth' : 'well spent';
  return `${fired} at ${whole(spent)} and saved ${whole(saved)} of loss: ${verdict}.${noise}`;
}

function priceOf(trial: Trial): string {
  const real = realRows(trial);
  const best = cheapest(real);
  const freshest = real.reduce((a, b) => (b.excess < a.excess ? b : a));
  const first =
    freshest === best
      ? `Nothing here has less loss than ${nameOf(best)}, which needs ${figure(best.retrains)} retrains.`
      : `The least loss (${nameOf(freshest)}, ${figure(freshest.excess)} against ${figure(best.excess)}) takes ${figure(freshest.retrains)} retrains instead of ${figure(best.retrains)} and ${whole(freshest.cost - best.cost)} more.`;
  return `${first} ${aboutRule(trial, real, best)}`;
}

function aboutRule({ rule, prices, days, floor }: Trial, real: readonly PolicyRow[], best: PolicyRow): string {
  const { interval } = rule;
  if (interval === undefined)
    return 'The square-root rule says not to retrain on a calendar: what decays within the trial costs less than a retrain.';
  const own = real.find((row) => row.policy.startsWith('by rule'));
  const twice = real.find((row) => row.policy.startsWith('twice that'));
  if (!own || !twice) return '';
  const expected =
    costByRule(2 * interval, days, floor, rule, prices) / costByRule(interval, days, floor, rule, prices);
  const beaten = own.cost > best.cost * 1.05 ? `; ${nameOf(best)} beats it` : '';
  return `The square-root rule says ${figure(rule.exact)} days (decay ${figure(rule.decay)} a day a day): ${whole(own.cost)}${beaten}. Twice that interval costs ${signed(twice.cost / own.cost - 1)}, by the rule ${signed(expected - 1)}.`;
}

function excessPlot({ lines }: Trial): ResultPlot {
  const shown = [never.name, every(7).name, onInputs.name, onLoss.name];
  return {
    title: 'Excess loss by day',
    x: { title: 'day', scale: 'linear' },
    y: { title: 'excess log loss x1000', scale: 'linear' },
    series: shown.map((name) => ({
      name,
      points: Array.from(lines.get(name) ?? [], (value, day) => [day, 1000 * value] as const),
    })),
  };
}

/** Calendars beside the closed form: cost against the interval. */
function costPlot({ rows, rule, prices, days, floor }: Trial): ResultPlot {
  const intervals = [1, 7, 14, 30].filter((one) => one < days);
  const cost = (name: string): number => rows.find((row) => row.policy === name)?.cost ?? NaN;
  return {
    title: 'Total cost by interval',
    x: { title: 'days between retrains', scale: 'log' },
    y: { title: 'total cost', scale: 'linear' },
    series: [
      { name: 'simulated', points: intervals.map((one) => [one, cost(every(one).name)] as const) },
      { name: 'rule', points: intervals.map((one) => [one, costByRule(one, days, floor, rule, prices)] as const) },
    ],
  };
}

/** "every day" as it is, "never" as words that stand in a sentence. */
function nameOf({ policy }: PolicyRow): string {
  return policy === never.name ? 'never retraining' : `"${policy}"`;
}

function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function whole(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/gu, ',');
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function signed(share: number): string {
  return `${share < 0 ? '-' : '+'}${percent(Math.abs(share))}`;
}
