/**
 * Recall at k: the share of the true nearest that were found.
 * In an interview: say which recall you mean. `oneRecall` asks only for the very nearest, and is much easier.
 *
 * Formula: |found ∩ true| / |true|. Cost: O(k²) for the small k of a search.
 *
 * @throws RangeError without a true one
 * @example recallAtK([1, 2, 3, 4, 5], [3, 1, 9, 2, 8]) // 0.6
 */
export function recallAtK(truth: readonly number[], found: readonly number[]): number {
  if (truth.length === 0) throw new RangeError('`recallAtK` requires at least one true neighbour');
  return truth.filter((id) => found.includes(id)).length / truth.length;
}

/**
 * 1-recall at k: 1 where the nearest of all is among the first k found, else 0.
 *
 * @example oneRecall([1, 2, 3], [3, 1], 2) // 1
 */
export function oneRecall(truth: readonly number[], found: readonly number[], k: number): number {
  return found.slice(0, k).includes(truth[0] as number) ? 1 : 0;
}

/**
 * Recall by distance: the share of the k answers that are no farther than the true k-th neighbour.
 * Without ties the same as by id; with duplicates an answer is not punished for being the other twin.
 *
 * @param distances of what was found, exact ones
 * @param kth the distance of the true k-th neighbour
 * @example recallByDistance([1, 2, 2, 5], 2, 4) // 0.75
 */
export function recallByDistance(distances: readonly number[], kth: number, k: number): number {
  if (!(k >= 1)) throw new RangeError('`recallByDistance` requires k of at least 1');
  return distances.filter((distance) => distance <= kth).length / k;
}
