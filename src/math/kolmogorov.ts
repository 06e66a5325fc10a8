const countable = 1e6;

/**
 * The p-value of the two-sample Kolmogorov-Smirnov test: how often two samples of one law lie at least this far apart.
 * In an interview: with large samples it is tiny for differences that matter to nobody.
 *
 * Formula: up to n * m = 1 000 000 exact, by counting the orders of both samples in which the two staircases come
 * `d` apart (ties are taken as untied); above, the limit law at d √(nm / (n + m)). Cost: O(n m) when exact.
 *
 * Source: N. V. Smirnov (1939); J. L. Hodges, Arkiv för Matematik 3 (1958) for the counting.
 *
 * @param d the greatest distance of the two empirical distribution functions, from 0 to 1
 * @param n whole size of the first sample
 * @param m whole size of the second sample
 * @throws RangeError for a d outside 0 to 1 or a size below 1
 * @example kolmogorovTail(0.3, 10, 10) // 0.7869297884777761
 */
export function kolmogorovTail(d: number, n: number, m: number): number {
  if (!(d >= 0 && d <= 1)) throw new RangeError('`kolmogorovTail` requires a d from 0 to 1');
  if (!(Number.isInteger(n) && Number.isInteger(m) && n > 0 && m > 0))
    throw new RangeError('`kolmogorovTail` requires two whole sizes from 1');
  return n * m <= countable ? countedTail(d, n, m) : kolmogorovLimitTail(d * Math.sqrt(n * (m / (n + m))));
}

/**
 * The limit law of the Kolmogorov-Smirnov distance, which no longer depends on the sizes.
 *
 * Formula: 2 (e^-2s² - e^-8s² + e^-18s² - …); for small s its mirror √(2π)/s Σ e^(-(2k-1)²π²/8s²), taken from 1.
 *
 * @param s the distance times √(nm / (n + m)), from 0
 * @throws RangeError for an s below 0
 * @example kolmogorovLimitTail(1.3580986393225505) // 0.05000000000000003
 */
export function kolmogorovLimitTail(s: number): number {
  if (!(s >= 0)) throw new RangeError('`kolmogorovLimitTail` requires an s from 0');
  if (s === 0) return 1;
  let sum = 0;
  if (s < 1) {
    for (let k = 1; k <= 9; k += 2) sum += Math.exp((-k * k * Math.PI * Math.PI) / (8 * s * s));
    return 1 - (Math.sqrt(2 * Math.PI) / s) * sum;
  }
  for (let k = 5; k >= 1; k -= 1) sum = Math.exp(-2 * k * k * s * s) - sum;
  return 2 * sum;
}

/**
 * `touched[j]` is the share of the ways to (i, j), i values of the first sample and j of the second, on which the
 * distance was reached. The last step to (i, j) came from the first sample with probability i / (i + j).
 */
function countedTail(d: number, n: number, m: number): number {
  // Distances are whole multiples of 1 / nm; the small number takes back what rounding added to d.
  const reach = Math.ceil(d * n * m - 1e-6);
  const touched = new Float64Array(m + 1);
  for (let i = 0; i <= n; i += 1) {
    for (let j = 0; j <= m; j += 1) {
      const fromFirst = i > 0 ? (i / (i + j)) * (touched[j] as number) : 0;
      const fromSecond = j > 0 ? (j / (i + j)) * (touched[j - 1] as number) : 0;
      touched[j] = Math.abs(i * m - j * n) >= reach ? 1 : fromFirst + fromSecond;
    }
  }
  return touched[m] as number;
}
