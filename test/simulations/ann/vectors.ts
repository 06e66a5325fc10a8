import { gaussianStream } from '../../../src/math/gaussian.ts';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import type { Vectors } from '../../../src/simulations/ann/vector-table.ts';
import { exactNearest, vectorTable } from '../../../src/simulations/ann/vector-table.ts';
import type { NearestKeys } from '../../../src/simulations/ann/nearest-keys.ts';
import type { KernelName } from '../../../src/simulations/ann/distance-kernel.ts';

export const kernels: readonly KernelName[] = ['simd', 'js'];

/** Vectors from rows of numbers. */
export function vectorsOf(rows: readonly (readonly number[])[]): Vectors {
  return { values: Float32Array.from(rows.flat()), rows: rows.length, dimension: rows[0]?.length ?? 0 };
}

/** Independent standard normal vectors. */
export function gaussianVectors(rows: number, dimension: number, seed: number): Vectors {
  const gaussian = gaussianStream(mersenneTwister(seed));
  return { values: Float32Array.from({ length: rows * dimension }, gaussian), rows, dimension };
}

/** Vectors of small whole numbers: sums of squares are exact in 32 bits, so every kernel must give the same bits. */
export function gridVectors(rows: number, dimension: number, seed: number): Vectors {
  const random = mersenneTwister(seed);
  const values = Float32Array.from({ length: rows * dimension }, () => Math.floor(random() * 64));
  return { values, rows, dimension };
}

export function idsOf(nearest: NearestKeys): number[] {
  return Array.from({ length: nearest.size() }, (_, rank) => nearest.idAt(rank));
}

export function distancesOf(nearest: NearestKeys): number[] {
  const floats = new Float32Array(nearest.keys.buffer);
  return Array.from({ length: nearest.size() }, (_, rank) => floats[2 * rank + 1] as number);
}

/** The exact neighbours of every query. */
export function exactIds(base: Vectors, queries: Vectors, k: number, kernel: KernelName): number[][] {
  const table = vectorTable(base, queries, kernel);
  return Array.from({ length: queries.rows }, (_, query) => idsOf(exactNearest(table, query, k)));
}

/** Runs a generator to its end. */
export function finish<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The share of the true neighbours that were found, over all queries. */
export function meanRecall(truth: readonly number[][], found: readonly number[][]): number {
  const shares = truth.map((ids, query) => ids.filter((id) => found[query]?.includes(id)).length / ids.length);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
