/**
 * The area under the ROC curve to be expected under the true probabilities: no noise of sampled labels in it.
 *
 * Formula: Σ p_i (1 - p_j) over ordered pairs of different rows with score i above score j (a tie counts half),
 * over the same sum for all pairs. With p of 0 and 1 it is the area under the curve itself. Cost: O(n log n).
 *
 * @param truth one true probability a row, or labels of 0 and 1
 * @param scores one a row, in any unit; only their order counts
 * @returns from 0 to 1, .5 for a guess; NaN where one of the classes cannot occur
 * @throws RangeError for arrays of different length or a score that is NaN
 * @example expectedArea([0.5, 0.5], [0.1, 0.9]) // 0.5
 */
export function expectedArea(truth: ArrayLike<number>, scores: ArrayLike<number>): number {
  const n = truth.length;
  if (scores.length !== n) throw new RangeError('`expectedArea` requires as many scores as rows');
  // 1. The distinct scores from the lowest up: typed arrays of numbers sort without calling back.
  const sorted = new Float64Array(scores).sort();
  // Sorting leaves NaN at the end.
  if (n > 0 && Number.isNaN(sorted[n - 1])) throw new RangeError('`expectedArea` requires scores that are numbers');
  const distinct = sorted.filter((score, i) => i === 0 || score !== sorted[i - 1]);
  // 2. Expected clicks and skips of each group of rows with one score.
  const clicks = new Float64Array(distinct.length);
  const skips = new Float64Array(distinct.length);
  let ownPairs = 0;
  for (let row = 0; row < n; row += 1) {
    const p = truth[row] as number;
    const group = placeOf(scores[row] as number, distinct);
    clicks[group] = (clicks[group] as number) + p;
    skips[group] = (skips[group] as number) + 1 - p;
    ownPairs += p * (1 - p);
  }
  // 3. A group beats all that is below it and half of itself; no row meets itself.
  let won = -ownPairs / 2;
  let allClicks = 0;
  let below = 0;
  for (let group = 0; group < distinct.length; group += 1) {
    const own = skips[group] as number;
    won += (clicks[group] as number) * (below + own / 2);
    allClicks += clicks[group] as number;
    below += own;
  }
  return won / (allClicks * below - ownPairs);
}

function placeOf(score: number, distinct: Float64Array): number {
  let low = 0;
  let high = distinct.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((distinct[middle] as number) < score) low = middle + 1;
    else high = middle;
  }
  return low;
}
