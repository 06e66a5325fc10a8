/**
 * The area under the ROC curve (AUC): how often a positive is scored above a negative; a tie counts half.
 * In an interview: the quality of an order, blind to calibration and to how rare positives are.
 *
 * Formula (Mann-Whitney): (sum of the positives' average ranks - P (P + 1) / 2) / (P N). Counted in whole numbers
 * (a tied group adds its positives times twice the negatives below it plus its own), so nothing is rounded before
 * the one division at the end. Cost: O(n log n).
 *
 * Source: J. A. Hanley, B. J. McNeil, Radiology 143 (1982).
 *
 * @param labels 1 for a positive, 0 for a negative
 * @param scores one a label, in any unit; only their order counts
 * @returns from 0 to 1, .5 for a guess; NaN when one of the classes is missing
 * @throws RangeError for arrays of different length or a score that is NaN
 * @example areaUnderRoc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) // 0.75
 */
export function areaUnderRoc(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  const n = labels.length;
  if (scores.length !== n) throw new RangeError('`areaUnderRoc` requires as many scores as labels');
  // 1. Sort each class by itself: typed arrays of numbers sort without calling back.
  let positiveCount = 0;
  for (let i = 0; i < n; i += 1) if (labels[i] === 1) positiveCount += 1;
  const positives = new Float64Array(positiveCount);
  const negatives = new Float64Array(n - positiveCount);
  let p = 0;
  let q = 0;
  for (let i = 0; i < n; i += 1) {
    const score = scores[i] as number;
    if (Number.isNaN(score)) throw new RangeError('`areaUnderRoc` requires scores that are numbers');
    if (labels[i] === 1) positives[p++] = score;
    else negatives[q++] = score;
  }
  positives.sort();
  negatives.sort();
  // 2. Walk up both: each positive beats the negatives below it, and half of those beside it.
  let below = 0;
  let upTo = 0;
  let twiceWon = 0;
  for (const score of positives) {
    while (below < q && (negatives[below] as number) < score) below += 1;
    while (upTo < q && (negatives[upTo] as number) <= score) upTo += 1;
    twiceWon += below + upTo;
  }
  return twiceWon / 2 / (p * q);
}
