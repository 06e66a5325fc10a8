/**
 * Cohen's kappa: the agreement of two raters beyond what chance gives.
 * In an interview: whether two labellers, or a checker and a labeller, mean the same.
 *
 * Formula: 1 - (observed disagreement / disagreement expected from the margins); with `weights` 'quadratic' a
 * disagreement counts by the square of its distance.
 *
 * Source: J. Cohen (1960), Educational and Psychological Measurement 20; weighted: Psychological Bulletin 70 (1968).
 *
 * @param pairs class numbers from 0 to `classes - 1`, first and second rater
 * @returns 1 for full agreement, 0 for chance, NaN when both raters always gave one and the same class
 * @throws RangeError without a pair
 * @example cohenKappa([[0, 0], [1, 1], [0, 1], [1, 1]], 2) // 0.5
 */
export function cohenKappa(
  pairs: readonly (readonly [number, number])[],
  classes: number,
  weights: 'none' | 'quadratic' = 'none',
): number {
  if (pairs.length === 0) throw new RangeError('`cohenKappa` requires at least one pair');
  const first = new Float64Array(classes);
  const second = new Float64Array(classes);
  let observed = 0;
  for (const [a, b] of pairs) {
    first[a] = (first[a] ?? 0) + 1;
    second[b] = (second[b] ?? 0) + 1;
    observed += distance(a, b, weights);
  }
  let expected = 0;
  for (let a = 0; a < classes; a += 1) {
    for (let b = 0; b < classes; b += 1)
      expected += ((first[a] ?? 0) * (second[b] ?? 0) * distance(a, b, weights)) / pairs.length;
  }
  return 1 - observed / expected;
}

function distance(a: number, b: number, weights: 'none' | 'quadratic'): number {
  if (weights === 'quadratic') return (a - b) * (a - b);
  return a === b ? 0 : 1;
}
