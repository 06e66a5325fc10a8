/**
 * Kendall's tau-b: how often two orders agree on a pair, less how often they do not.
 * In an interview: do the offline and the online order of the same models agree?
 *
 * Formula: (agreeing - disagreeing pairs) / √(pairs untied in a * pairs untied in b). Cost: O(n²).
 *
 * Source: M. G. Kendall, Biometrika 33 (1945).
 *
 * @param a one value an item
 * @param b one value an item
 * @returns from -1 to 1; NaN when all values of one side are equal
 * @throws RangeError for arrays of different length
 * @example kendallTau([1, 2, 3], [1, 3, 2]) // 0.33333333333333337
 */
export function kendallTau(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  if (b.length !== n) throw new RangeError('`kendallTau` requires two arrays of one length');
  let agreement = 0;
  let untiedInA = 0;
  let untiedInB = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const inA = Math.sign((a[i] as number) - (a[j] as number));
      const inB = Math.sign((b[i] as number) - (b[j] as number));
      agreement += inA * inB;
      untiedInA += Math.abs(inA);
      untiedInB += Math.abs(inB);
    }
  }
  return agreement / Math.sqrt(untiedInA) / Math.sqrt(untiedInB);
}

/**
 * Spearman's rank correlation: how straight the line is on which two orders lie.
 *
 * Formula: Pearson's correlation of the average ranks. Cost: O(n log n).
 *
 * Source: C. Spearman, American Journal of Psychology 15 (1904).
 *
 * @param a one value an item
 * @param b one value an item
 * @returns from -1 to 1; NaN when all values of one side are equal
 * @throws RangeError for arrays of different length
 * @example spearmanCorrelation([1, 2, 3], [1, 3, 2]) // 0.5
 */
export function spearmanCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  if (b.length !== n) throw new RangeError('`spearmanCorrelation` requires two arrays of one length');
  const ranksOfA = averageRanks(a);
  const ranksOfB = averageRanks(b);
  const middle = (n + 1) / 2;
  let together = 0;
  let inA = 0;
  let inB = 0;
  for (let i = 0; i < n; i += 1) {
    const fromA = (ranksOfA[i] as number) - middle;
    const fromB = (ranksOfB[i] as number) - middle;
    together += fromA * fromB;
    inA += fromA * fromA;
    inB += fromB * fromB;
  }
  return together / Math.sqrt(inA) / Math.sqrt(inB);
}

/**
 * The rank of each value, 1 for the least; equal values share the mean of their ranks.
 *
 * Cost: O(n log n).
 *
 * @example averageRanks([10, 30, 10]) // [1.5, 3, 1.5]
 */
export function averageRanks(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const ranks = new Float64Array(n);
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
  for (let from = 0; from < n;) {
    let to = from + 1;
    while (to < n && values[order[to] as number] === values[order[from] as number]) to += 1;
    for (let i = from; i < to; i += 1) ranks[order[i] as number] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
