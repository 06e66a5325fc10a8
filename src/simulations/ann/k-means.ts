import { openArena, strideOf, writeRows } from './arena.ts';
import type { KernelName } from './distance-kernel.ts';
import type { Vectors } from './vector-table.ts';

/** Centres with the cluster of every point. */
export type KMeans = {
  /** Row-major, a mean each. */
  centres: Float64Array;
  labels: Int32Array;
  /** The sum of squared distances to the nearest centre. */
  inertia: number;
  /** Distance computations of all rounds. */
  distances: number;
};

/**
 * k-means by Lloyd's rounds: each point to its nearest centre, each centre to the mean of its points.
 * In an interview: the coarse quantiser of IVF, and of every part of a product quantiser.
 *
 * A centre that lost all its points moves to the point that is farthest from its own. Ends when no label changes.
 * Cost: O(points · k · d) a round. Yields the share of the rounds that are done.
 *
 * Source: S. Lloyd, "Least squares quantization in PCM", IEEE Trans. Information Theory 28 (1982).
 *
 * @param initial the rows where the centres begin; their number is k
 * @throws RangeError without a centre or a point
 */
export function* kMeans(
  points: Vectors,
  initial: ArrayLike<number>,
  rounds: number,
  kernelName: KernelName,
): Generator<number, KMeans> {
  const { values, rows, dimension } = points;
  const k = initial.length;
  if (k < 1 || rows < 1) throw new RangeError('`kMeans` requires at least one centre and one point');
  const stride = strideOf(dimension);
  const sizes = [rows * stride, k * stride, 8 * rows];
  const arena = openArena(kernelName, sizes);
  const [pointsAt, centresAt, keysAt] = sizes.map((size) => arena.take(size)) as [number, number, number];
  writeRows(arena, pointsAt, values, dimension);
  writeRows(arena, centresAt, values, dimension, Int32Array.from(initial));
  const { words, floats, kernel } = arena;
  const labels = new Int32Array(rows).fill(-1);
  let centres: Float64Array = new Float64Array(0);
  let distances = 0;
  for (let round = 0; round < rounds; round += 1) {
    // 1. Each point to its nearest centre.
    kernel.assign(pointsAt, rows, stride, centresAt, k, keysAt);
    distances += rows * k;
    let changed = 0;
    for (let row = 0; row < rows; row += 1) {
      const label = words[(keysAt >>> 2) + 2 * row] as number;
      if (labels[row] !== label) changed += 1;
      labels[row] = label;
    }
    if (changed === 0) break;
    // 2. Each centre to the mean of its points.
    centres = meansOf(points, labels, k, (row) => floats[(keysAt >>> 2) + 2 * row + 1] as number);
    writeRows(arena, centresAt, Float32Array.from(centres), dimension);
    yield (round + 1) / rounds;
  }
  return { centres, labels, inertia: inertiaOf(points, labels, centres), distances };
}

function meansOf(points: Vectors, labels: Int32Array, k: number, distance: (row: number) => number): Float64Array {
  const { values, rows, dimension } = points;
  const counts = new Int32Array(k);
  for (let row = 0; row < rows; row += 1) counts[labels[row] as number] = (counts[labels[row] as number] as number) + 1;
  giveEmptyOnesAPoint(counts, labels, distance);
  const means = new Float64Array(k * dimension);
  for (let row = 0; row < rows; row += 1) {
    const at = (labels[row] as number) * dimension;
    for (let i = 0; i < dimension; i += 1)
      means[at + i] = (means[at + i] as number) + (values[row * dimension + i] as number);
  }
  for (let i = 0; i < means.length; i += 1)
    means[i] = (means[i] as number) / Math.max(1, counts[Math.floor(i / dimension)] as number);
  return means;
}

/** Moves the farthest points of larger clusters to the empty ones, one each. */
function giveEmptyOnesAPoint(counts: Int32Array, labels: Int32Array, distance: (row: number) => number): void {
  for (let empty = counts.indexOf(0); empty >= 0; empty = counts.indexOf(0, empty + 1)) {
    let farthest = -1;
    for (let row = 0; row < labels.length; row += 1) {
      if ((counts[labels[row] as number] as number) < 2) continue;
      if (farthest < 0 || distance(row) > distance(farthest)) farthest = row;
    }
    if (farthest < 0) return;
    const from = labels[farthest] as number;
    counts[from] = (counts[from] as number) - 1;
    counts[empty] = 1;
    labels[farthest] = empty;
  }
}

function inertiaOf({ values, rows, dimension }: Vectors, labels: Int32Array, centres: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let i = 0; i < dimension; i += 1) {
      const gap =
        (values[row * dimension + i] as number) - (centres[(labels[row] as number) * dimension + i] as number);
      sum += gap * gap;
    }
  }
  return sum;
}
