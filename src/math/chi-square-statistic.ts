/**
 * Pearson's chi-square statistic of two samples of counts: whether both could come from the same shares.
 * In an interview: the test for categories; with many rows it finds every difference, also those that do not matter.
 *
 * Formula: Σ (observed - expected)² / expected over both samples, expected from the margins; here in the form
 * Σ (n b - m a)² / (n m (a + b)), a and b a bin's counts, n and m the sums. Bins empty in both are left out, no
 * continuity correction is made. Cost: O(bins).
 *
 * Source: K. Pearson, Philosophical Magazine 50 (1900).
 *
 * @param reference counts of the bins (counts, not shares: the size of the samples matters)
 * @param current those of the same bins
 * @returns the statistic and its degrees of freedom, the bins that are not empty less one
 * @throws RangeError for different numbers of bins, or where either sample is empty
 * @example chiSquareStatistic([10, 20], [20, 10]) // { statistic: 6.666666666666667, degrees: 1 }
 */
export function chiSquareStatistic(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
): { statistic: number; degrees: number } {
  if (reference.length !== current.length)
    throw new RangeError('`chiSquareStatistic` requires the same bins in both samples');
  const n = sumOf(reference);
  const m = sumOf(current);
  if (!(n > 0 && m > 0)) throw new RangeError('`chiSquareStatistic` requires at least one row in each sample');
  let filled = 0;
  let sum = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const [a, b] = [reference[i] as number, current[i] as number];
    if (a + b === 0) continue;
    filled += 1;
    const gap = n * b - m * a;
    sum += (gap * gap) / (a + b);
  }
  return { statistic: sum / (n * m), degrees: filled - 1 };
}

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i += 1) sum += counts[i] as number;
  return sum;
}
