/**
 * Average precision (AP) of scores: the area under the precision-recall steps, without drawing lines between them.
 * In an interview: the figure for rare positives; its floor is the share of positives, not .5.
 *
 * Formula: the sum over falling thresholds of (recall gained) * (precision there); equal scores enter together.
 * Cost: O(n log n).
 *
 * Source: J. Davis, M. Goadrich, ICML (2006) for why not the trapezoids.
 *
 * @param labels 1 for a positive, 0 for a negative
 * @param scores one a label
 * @returns from 0 to 1; NaN without a positive
 * @throws RangeError for arrays of different length
 * @example averagePrecision([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) // 0.8333333333333333
 */
export function averagePrecision(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  const n = labels.length;
  if (scores.length !== n) throw new RangeError('`averagePrecision` requires as many scores as labels');
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  let found = 0;
  let counted = 0;
  let sum = 0;
  for (let i = 0; i < n; i += 1) {
    if (labels[order[i] as number] === 1) found += 1;
    if (i + 1 < n && scores[order[i] as number] === scores[order[i + 1] as number]) continue;
    sum += ((found - counted) * found) / (i + 1);
    counted = found;
  }
  return sum / found;
}

/**
 * Average precision of a list: the mean of the precision at each relevant place.
 *
 * Formula: the sum over relevant places within `cutoff` of the precision there / the lesser of `relevantInAll` and
 * `cutoff`. With the relevant ones found as `relevantInAll`, what was missed costs nothing: say which you take.
 *
 * @param relevant 1 or 0 from the top of the list down
 * @param relevantInAll how many relevant documents there are, listed or not
 * @param cutoff how many places count; all when absent
 * @returns from 0 to 1; NaN when nothing is relevant
 * @example listAveragePrecision([0, 1, 1], 2) // 0.5833333333333333
 */
export function listAveragePrecision(relevant: ArrayLike<number>, relevantInAll: number, cutoff = Infinity): number {
  let found = 0;
  let sum = 0;
  for (let i = 0; i < Math.min(relevant.length, cutoff); i += 1) {
    if (relevant[i] !== 1) continue;
    found += 1;
    sum += found / (i + 1);
  }
  return sum / Math.min(relevantInAll, cutoff);
}
