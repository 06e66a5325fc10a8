import { economicInterval, renewalCostRate } from '../../math/economic-interval.ts';

/** What a day of loss and a retrain cost; days of loss are counted in thousandths of a nat a row. */
export type Prices = { lossValue: number; retrainCost: number };

/** The closed form beside the table: how fast the world walks away from a model that is left alone. */
export type EconomicRule = {
  /** Money a day for each day of age, from the slope of the excess loss of the model that is never retrained. */
  decay: number;
  /** Whole days, at least 1; undefined where nothing decays or the best interval is beyond the trial. */
  interval: number | undefined;
  /** Before it is rounded. */
  exact: number;
};

/**
 * Fits the rule's decay to the model that is never retrained: the slope of a straight line through its daily excess.
 *
 * @param excess nats a row, one a day
 */
export function economicRule(excess: Float64Array, { lossValue, retrainCost }: Prices): EconomicRule {
  const decay = Math.max(0, slopeOf(excess) * 1000 * lossValue);
  const exact = economicInterval(retrainCost, decay);
  const interval = exact < excess.length ? Math.max(1, Math.round(exact)) : undefined;
  return { decay, interval, exact };
}

/**
 * What the rule expects of a calendar over the whole trial: retrains and ageing, on top of a floor that no interval
 * removes (labels that are late, a window that looks back, noise).
 *
 * @param floor money a day
 */
export function costByRule(interval: number, days: number, floor: number, rule: EconomicRule, prices: Prices): number {
  return days * (floor + renewalCostRate(interval, prices.retrainCost, rule.decay));
}

/** The slope of the least-squares line through values at 0, 1, 2, …; 0 for a single one. */
function slopeOf(values: Float64Array): number {
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i += 1) mean += (values[i] as number) / n;
  let along = 0;
  let squares = 0;
  for (let i = 0; i < n; i += 1) {
    const t = i - (n - 1) / 2;
    along += t * ((values[i] as number) - mean);
    squares += t * t;
  }
  return squares === 0 ? 0 : along / squares;
}
