/**
 * Normalised entropy: log loss as a share of what the constant base rate would lose.
 * In an interview: log loss alone says little, since rare clicks make any model look good; this makes it comparable.
 *
 * Formula: log loss / (-r ln r - (1 - r) ln(1 - r)), r the base rate of the same rows.
 *
 * Source: X. He et al., "Practical lessons from predicting clicks on ads at Facebook", ADKDD (2014).
 *
 * @param logLoss in nats a row
 * @param baseRate the share of positives, between 0 and 1
 * @returns 0 for a prophet, 1 for the base rate, above 1 for worse
 * @throws RangeError for a base rate that is not between 0 and 1
 * @example normalisedEntropy(0.6931471805599453, 0.5) // 1
 */
export function normalisedEntropy(logLoss: number, baseRate: number): number {
  if (!(baseRate > 0 && baseRate < 1)) throw new RangeError('`normalisedEntropy` requires a base rate between 0 and 1');
  return logLoss / (-baseRate * Math.log(baseRate) - (1 - baseRate) * Math.log1p(-baseRate));
}
