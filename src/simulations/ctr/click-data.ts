import { gaussianStream } from '../../math/gaussian.ts';
import type { Random } from '../../math/mersenne-twister.ts';
import { sigmoid } from '../../math/sigmoid.ts';
import { zipfSampler } from '../../math/zipf.ts';

/** How hard the world is: each number is a spread in log-odds, so 0 takes that part away. */
export type ClickWorld = {
  rows: number;
  /** The log-odds of a click before any effect: -4.1 gives a click rate of about 3 %. */
  baseLogit: number;
  /** Standard deviation of the effect of a segment meeting a category, which no sum of single effects can say. */
  interaction: number;
  /** The size of the step at |x1| = 1, and of the sign of x1 times x2. */
  nonlinearity: number;
};

/** Impressions, one a row, with the true probability of a click beside what happened. */
export type ClickData = {
  rows: number;
  segment: Uint8Array;
  ad: Uint16Array;
  category: Uint8Array;
  hour: Uint8Array;
  /** Six numbers a row: `x[row * 6 + i]` is the number called x1 for i = 0, up to x6 (x4 to x6 are noise). */
  x: Float64Array;
  truth: Float64Array;
  label: Uint8Array;
};

export const segments = 40;
export const ads = 400;
export const categories = 20;
export const hours = 24;
export const numbersPerRow = 6;
const rank = 4;
const segmentSpread = 0.4;
const adSpread = 0.5;

/**
 * Clicks whose true probability is known: id effects with a long tail, a cross of two ids, and shapes that only
 * trees or a net can find.
 *
 * Formula: log-odds = b0 + u[segment] + v[ad] + U[segment]·V[category] + .25 sin(2π hour / 24) + .35 x3
 * + nonlinearity · (sign(x1 x2) + 1 where |x1| > 1), category = ad mod 20.
 *
 * Order of draws (`normal` is numpy's `RandomState.standard_normal`, `uniform` its `random_sample`). The world first,
 * each as one block of normals: u (40, times .4), v (400, times .5), U (40 × 4) and V (20 × 4), both times
 * √(interaction / 2), so that the cross has the standard deviation `interaction`. Then row by row: segment by
 * Zipf(.7, 40) and ad by Zipf(1, 400) (one uniform each, searched in the cumulative shares), hour = ⌊24 uniform⌋,
 * x1 to x6 (six normals), label = 1 where a uniform is below the probability. More rows leave the earlier ones alone.
 *
 * @returns arrays of `rows` entries; train and test are parts of one call, since each call draws its own world
 * @throws RangeError for a number of rows that is not whole or below 1, or an interaction below 0
 */
export function generateClicks(world: ClickWorld, random: Random): ClickData {
  const { rows, baseLogit, interaction, nonlinearity } = world;
  if (!Number.isInteger(rows) || rows < 1) throw new RangeError('`generateClicks` requires at least one row');
  if (!(interaction >= 0)) throw new RangeError('`generateClicks` requires an interaction of at least 0');
  const normal = gaussianStream(random);
  const block = (count: number, spread: number): Float64Array =>
    Float64Array.from({ length: count }, () => spread * normal());
  const u = block(segments, segmentSpread);
  const v = block(ads, adSpread);
  const crossSpread = Math.sqrt(interaction / 2);
  const U = block(segments * rank, crossSpread);
  const V = block(categories * rank, crossSpread);
  const drawSegment = zipfSampler(segments, 0.7);
  const drawAd = zipfSampler(ads, 1);

  const data = emptyClicks(rows);
  const { segment, ad, category, hour, x, truth, label } = data;
  for (let row = 0; row < rows; row += 1) {
    const s = drawSegment(random);
    const a = drawAd(random);
    const c = a % categories;
    const h = Math.floor(hours * random());
    const at = row * numbersPerRow;
    for (let i = 0; i < numbersPerRow; i += 1) x[at + i] = normal();
    const x1 = x[at] as number;
    const bend = Math.sign(x1 * (x[at + 1] as number)) + (Math.abs(x1) > 1 ? 1 : 0);
    let cross = 0;
    for (let f = 0; f < rank; f += 1) cross += (U[s * rank + f] as number) * (V[c * rank + f] as number);
    const p = sigmoid(
      baseLogit +
        (u[s] as number) +
        (v[a] as number) +
        cross +
        0.25 * Math.sin((2 * Math.PI * h) / hours) +
        0.35 * (x[at + 2] as number) +
        nonlinearity * bend,
    );
    segment[row] = s;
    ad[row] = a;
    category[row] = c;
    hour[row] = h;
    truth[row] = p;
    label[row] = random() < p ? 1 : 0;
  }
  return data;
}

function emptyClicks(rows: number): ClickData {
  return {
    rows,
    segment: new Uint8Array(rows),
    ad: new Uint16Array(rows),
    category: new Uint8Array(rows),
    hour: new Uint8Array(rows),
    x: new Float64Array(rows * numbersPerRow),
    truth: new Float64Array(rows),
    label: new Uint8Array(rows),
  };
}

/** The rows from `from` to before `to`, as views on the same memory. */
export function sliceClicks(data: ClickData, from: number, to: number): ClickData {
  return {
    rows: to - from,
    segment: data.segment.subarray(from, to),
    ad: data.ad.subarray(from, to),
    category: data.category.subarray(from, to),
    hour: data.hour.subarray(from, to),
    x: data.x.subarray(from * numbersPerRow, to * numbersPerRow),
    truth: data.truth.subarray(from, to),
    label: data.label.subarray(from, to),
  };
}
