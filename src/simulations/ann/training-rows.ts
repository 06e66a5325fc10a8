import type { Random } from '../../math/mersenne-twister.ts';
import { shuffle } from '../../math/shuffle.ts';
import type { Vectors } from './vector-table.ts';

/** How many points teach one centre at most; more hardly move it. */
const pointsPerCentre = 50;

/**
 * Draws what k-means learns from: a random sample of at most 50 points a centre, of which the first k are where the
 * centres begin.
 *
 * @param part which coordinates of each row are meant: all, or one part of a product quantiser
 */
export function trainingRows(
  { values, rows, dimension }: Vectors,
  k: number,
  random: Random,
  part = { from: 0, to: dimension },
): Vectors {
  const order = shuffle(
    Int32Array.from({ length: rows }, (_, row) => row),
    random,
  ).subarray(0, pointsPerCentre * k);
  const width = part.to - part.from;
  const sample = new Float32Array(order.length * width);
  order.forEach((row, i) =>
    sample.set(values.subarray(row * dimension + part.from, row * dimension + part.to), i * width),
  );
  return { values: sample, rows: order.length, dimension: width };
}
