/**
 * The reciprocal rank of the first relevant document; its mean over queries is MRR.
 * In an interview: for one right answer (navigation, known item); what comes after the first hit does not count.
 *
 * Formula: 1 / place of the first relevant one, 0 when none is listed.
 *
 * Source: E. M. Voorhees, TREC-8 (1999).
 *
 * @param relevant 1 or 0 from the top of the list down
 * @param cutoff how many places count; all when absent
 * @example reciprocalRank([0, 1, 1]) // 0.5
 */
export function reciprocalRank(relevant: ArrayLike<number>, cutoff = Infinity): number {
  for (let i = 0; i < Math.min(relevant.length, cutoff); i += 1) if (relevant[i] === 1) return 1 / (i + 1);
  return 0;
}
