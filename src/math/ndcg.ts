import { discountAt, discountedGain, gainOf } from './dcg.ts';
import type { Gain } from './dcg.ts';

/**
 * Normalised discounted cumulative gain (NDCG): a list's worth as a share of the best order's.
 * In an interview: the usual offline figure of search and feeds; say gain, cutoff and what becomes of ties.
 *
 * Formula: DCG of the documents by falling score / DCG of all documents by falling relevance, both cut at `cutoff`.
 * Documents of equal score share their places: each place among them has their mean gain, which is the mean over all
 * their orders. Cost: O(n log n).
 *
 * Source: K. Järvelin, J. Kekäläinen, ACM TOIS 20 (2002); ties: F. McSherry, M. Najork, ECIR (2008).
 *
 * @param relevances one grade from 0 a document, in any order: all of the query, not only those shown
 * @param scores one a document
 * @param cutoff how many places count; all when absent
 * @returns from 0 to 1; NaN when no document is relevant
 * @throws RangeError for arrays of different length
 * @example ndcg([0, 1], [0.9, 0.1], 'linear') // 0.6309297535714575
 */
export function ndcg(relevances: ArrayLike<number>, scores: ArrayLike<number>, gain: Gain, cutoff = Infinity): number {
  const n = relevances.length;
  if (scores.length !== n) throw new RangeError('`ndcg` requires as many scores as relevances');
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  let reached = 0;
  for (let from = 0; from < Math.min(n, cutoff);) {
    let gains = 0;
    let discounts = 0;
    let to = from;
    for (; to < n && (to === from || scores[order[to] as number] === scores[order[from] as number]); to += 1) {
      gains += gainOf(relevances[order[to] as number] as number, gain);
      if (to < cutoff) discounts += discountAt(to);
    }
    reached += (gains / (to - from)) * discounts;
    from = to;
  }
  const best = Float64Array.from(relevances).sort().reverse();
  return reached / discountedGain(best, gain, cutoff);
}
