/**
 * A power with the same bits on every version of Node, whose own `**` has changed its last digit.
 *
 * Formula: whole exponents up to 64 by repeated squaring (exact where the result is whole and below 2^53), others by
 * e^(exponent * ln base) with a relative error about |exponent * ln base| * 1e-16.
 *
 * @param base from 0
 * @param exponent any number; 0 to the 0 is 1
 * @throws RangeError for a base below 0
 * @example power(2, 10) // 1024
 */
export function power(base: number, exponent: number): number {
  if (!(base >= 0)) throw new RangeError('`power` requires a base from 0');
  if (!(Number.isInteger(exponent) && Math.abs(exponent) <= 64)) return Math.exp(exponent * Math.log(base));
  let product = 1;
  let square = base;
  for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) product *= square;
    square *= square;
  }
  return exponent < 0 ? 1 / product : product;
}
