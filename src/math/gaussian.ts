import type { Random } from './mersenne-twister.ts';

/**
 * Standard normal numbers (mean 0, variance 1) from uniform ones by the polar method, in the order of numpy's
 * `RandomState(seed).standard_normal()`: of each accepted pair the second is handed out first.
 * In an interview: noise, embeddings and effects of a generator whose truth is known.
 *
 * Formula: u, v uniform on -1 to 1 until s = u² + v² lies between 0 and 1; then u and v times √(-2 ln s / s).
 * Cost: 1.27 uniform numbers, half a logarithm and half a root each on average.
 *
 * Source: G. Marsaglia, T. A. Bray, "A convenient method for generating normal variables", SIAM Review 6 (1964).
 *
 * @param random a seeded stream; one `gaussianStream` keeps one number in hand, so make one per stream
 * @example gaussianStream(mersenneTwister(42))() // 0.4967141530112327
 */
export function gaussianStream(random: Random): () => number {
  let inHand = NaN;
  return () => {
    if (!Number.isNaN(inHand)) {
      const kept = inHand;
      inHand = NaN;
      return kept;
    }
    let u = 0;
    let v = 0;
    let s = 0;
    while (s >= 1 || s === 0) {
      u = 2 * random() - 1;
      v = 2 * random() - 1;
      s = u * u + v * v;
    }
    const factor = Math.sqrt((-2 * Math.log(s)) / s);
    inHand = factor * u;
    return factor * v;
  };
}
