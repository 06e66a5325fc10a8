/**
 * The rising curve that is nearest to some points: isotonic regression by pooling adjacent violators (PAVA).
 * In an interview: calibrates any model without assuming a shape; needs some thousand labelled rows of its own, makes
 * ties (which costs AUC) and says exactly 0 or 1 at the ends.
 *
 * Formula: points with equal x are pooled first; then, from the left, a block whose mean is not above the one before
 * is merged with it. Between two x the curve is a straight line, outside them it stays at its end.
 * Cost: O(n log n) to fit, O(log n) a value.
 *
 * Source: M. Ayer et al., "An empirical distribution function for sampling with incomplete information", Annals of
 * Mathematical Statistics 26 (1955); B. Zadrozny, C. Elkan, KDD (2002).
 *
 * @param x scores, in any order
 * @param y labels or values, one a score
 * @returns the curve: a function of a score
 * @throws RangeError without a point, for arrays of different length or an x that is not finite
 * @example isotonicRegression([1, 2, 3], [0, 1, 0])(3) // 0.5
 */
export function isotonicRegression(x: ArrayLike<number>, y: ArrayLike<number>): (score: number) => number {
  const n = x.length;
  if (n === 0) throw new RangeError('`isotonicRegression` requires at least one point');
  if (y.length !== n) throw new RangeError('`isotonicRegression` requires one y for each x');
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => (x[a] as number) - (x[b] as number));
  if (!order.every((i) => Number.isFinite(x[i]))) throw new RangeError('`isotonicRegression` requires finite x');
  // 1. One block a distinct x; 2. merge backwards while the means do not rise.
  const blocks: { from: number; to: number; sum: number; count: number }[] = [];
  for (let at = 0; at < n;) {
    const place = x[order[at] as number] as number;
    let block = { from: place, to: place, sum: 0, count: 0 };
    for (; at < n && x[order[at] as number] === place; at += 1) {
      block.sum += y[order[at] as number] as number;
      block.count += 1;
    }
    for (let last = blocks.at(-1); last && last.sum * block.count >= block.sum * last.count; last = blocks.at(-1)) {
      block = { from: last.from, to: block.to, sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  // 3. A block is flat from its first x to its last: two corners of the curve.
  const corners = Float64Array.from(blocks.flatMap(({ from, to }) => [from, to]));
  const heights = Float64Array.from(blocks.flatMap(({ sum, count }) => [sum / count, sum / count]));
  return (score) => heightAt(score, corners, heights);
}

function heightAt(score: number, corners: Float64Array, heights: Float64Array): number {
  let low = 0;
  let high = corners.length - 1;
  if (score <= (corners[low] as number)) return heights[low] as number;
  if (score >= (corners[high] as number)) return heights[high] as number;
  // The corners on either side: corner[low] <= score < corner[high].
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((corners[middle] as number) <= score) low = middle;
    else high = middle;
  }
  const [left, right] = [corners[low] as number, corners[high] as number];
  const share = (score - left) / (right - left);
  return (heights[low] as number) * (1 - share) + (heights[high] as number) * share;
}
