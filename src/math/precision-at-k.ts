/**
 * Precision at k: how much of the first page is relevant. A list shorter than k is short of relevant ones too.
 *
 * Formula: relevant among the first k / k.
 *
 * @param relevant 1 or 0 from the top of the list down
 * @param k a whole number of places, from 1
 * @throws RangeError for a k below 1 or not whole
 * @example precisionAtK([1, 0, 1], 2) // 0.5
 */
export function precisionAtK(relevant: ArrayLike<number>, k: number): number {
  return foundWithin('precisionAtK', relevant, k) / k;
}

/**
 * Recall at k: how much of what is relevant is on the first page.
 * In an interview: the figure of candidate retrieval, since a ranker cannot bring back what was dropped.
 *
 * Formula: relevant among the first k / relevant in all.
 *
 * @param relevant 1 or 0 from the top of the list down
 * @param k a whole number of places, from 1
 * @param relevantInAll how many relevant documents there are, listed or not
 * @returns from 0 to 1; NaN when nothing is relevant
 * @throws RangeError for a k below 1 or not whole
 * @example recallAtK([1, 0, 1], 2, 4) // 0.25
 */
export function recallAtK(relevant: ArrayLike<number>, k: number, relevantInAll: number): number {
  return foundWithin('recallAtK', relevant, k) / relevantInAll;
}

function foundWithin(name: string, relevant: ArrayLike<number>, k: number): number {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`\`${name}\` requires a whole k from 1`);
  let found = 0;
  for (let i = 0; i < Math.min(relevant.length, k); i += 1) if (relevant[i] === 1) found += 1;
  return found;
}
