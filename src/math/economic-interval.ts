/**
 * What a renewal every so many days costs a day: the renewals themselves, and the decay between them.
 *
 * Formula: renewal / interval + decay · interval / 2 (the decay of a day is half an interval old on average).
 *
 * @param interval days, above 0
 * @param renewal what one renewal costs
 * @param decay by how much a day's loss grows with each day of age, in the same money a day a day
 * @throws RangeError for an interval that is not above 0 or a cost below 0
 * @example renewalCostRate(4, 200, 100) // 250
 */
export function renewalCostRate(interval: number, renewal: number, decay: number): number {
  if (!(interval > 0 && renewal >= 0 && decay >= 0))
    throw new RangeError('`renewalCostRate` requires an interval above 0 and costs of at least 0');
  return renewal / interval + (decay * interval) / 2;
}

/**
 * The interval of least cost, the economic order quantity (EOQ) of retraining.
 * In an interview: the answer to "how often?" as a square root, so that a wrong guess costs little: half or twice the
 * best interval costs a quarter more.
 *
 * Formula: √(2 renewal / decay); its cost a day is √(2 renewal · decay). Cost: O(1).
 *
 * Source: F. W. Harris, "How many parts to make at once", Factory 10 (1913).
 *
 * @returns days; Infinity where nothing decays
 * @throws RangeError for a cost below 0
 * @example economicInterval(200, 100) // 2
 */
export function economicInterval(renewal: number, decay: number): number {
  if (!(renewal >= 0 && decay >= 0)) throw new RangeError('`economicInterval` requires costs of at least 0');
  return decay === 0 ? Infinity : Math.sqrt((2 * renewal) / decay);
}
