/**
 * The chance that at least one of many independent tests raises a false alarm.
 * In an interview: a hundred features tested at 5 % ring the bell on 99.4 % of clean days; Bonferroni tests each at
 * alpha / features and keeps the chance below alpha.
 *
 * Formula: 1 - (1 - alpha)^tests, written so that a small alpha keeps its digits. Cost: O(1).
 *
 * Source: C. E. Bonferroni (1936); O. J. Dunn, JASA 56 (1961).
 *
 * @param alpha of one test, from 0 to 1
 * @param tests at least 0
 * @returns from 0 to 1
 * @throws RangeError for an alpha outside 0 to 1 or a negative number of tests
 * @example familyWiseError(0.05, 20) // 0.6415140775914581
 */
export function familyWiseError(alpha: number, tests: number): number {
  if (!(alpha >= 0 && alpha <= 1)) throw new RangeError('`familyWiseError` requires an alpha from 0 to 1');
  if (!(tests >= 0)) throw new RangeError('`familyWiseError` requires at least 0 tests');
  return tests === 0 ? 0 : -Math.expm1(tests * Math.log1p(-alpha));
}
