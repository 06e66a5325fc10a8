/**
 * The quantile of a sample by linear interpolation (Hyndman and Fan's type 7, the default of numpy and R).
 *
 * @param values at least one number, in any order; not changed
 * @param p from 0 to 1; .5 is the median
 * @throws RangeError without a value, or for a p outside 0 to 1
 * @example quantile([1, 2, 3, 4], 0.5) // 2.5
 */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) throw new RangeError('`quantile` requires at least one value');
  if (!(p >= 0 && p <= 1)) throw new RangeError('`quantile` requires a p from 0 to 1');
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}
