import { openArena, strideOf, writeRows } from './arena.ts';
import type { KernelName } from './distance-kernel.ts';
import type { Vectors } from './vector-table.ts';

/** The number of the nearest of `centres` for each row (of two as near, the first). Cost: O(rows · k · d). */
export function nearestCentres(points: Vectors, centres: Float32Array, kernelName: KernelName): Int32Array {
  const { values, rows, dimension } = points;
  const stride = strideOf(dimension);
  const k = centres.length / dimension;
  const sizes = [rows * stride, k * stride, 8 * rows];
  const arena = openArena(kernelName, sizes);
  const [pointsAt, centresAt, keysAt] = sizes.map((size) => arena.take(size)) as [number, number, number];
  writeRows(arena, pointsAt, values, dimension);
  writeRows(arena, centresAt, centres, dimension);
  arena.kernel.assign(pointsAt, rows, stride, centresAt, k, keysAt);
  return Int32Array.from({ length: rows }, (_, row) => arena.words[(keysAt >>> 2) + 2 * row] as number);
}
