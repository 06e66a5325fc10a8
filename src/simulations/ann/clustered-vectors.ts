import { gaussianStream } from '../../math/gaussian.ts';
import type { Random } from '../../math/mersenne-twister.ts';
import { zipfSampler } from '../../math/zipf.ts';
import type { Vectors } from './vector-table.ts';

/** Clustered like learnt embeddings; `hard`: independent normal numbers; `ood`: queries from elsewhere. */
export type VectorLaw = { dimension: number; intrinsic: number; noise: number; hard: boolean; ood: boolean };

/** How far the queries' law lies from the base's under `ood`, in standard deviations of a cluster's centre. */
const gap = 1;

/**
 * Draws base vectors, then queries, from one law: x = centre of a cluster + its directions times z + noise.
 *
 * Formula: centres and z are standard normal; each cluster has its own matrix of directions (d by r, entries N(0, 1)/√r),
 * so that within a cluster vectors fill r dimensions; the noise fills all d. There are √rows clusters, of sizes
 * proportional to 1/√rank. Learnt embeddings look like this; `hard` (all d coordinates independent) is the worst case.
 * `ood` gives every query a common offset and directions of its own, as texts asked against images have.
 * Cost: O((rows + queries) · d · r).
 *
 * @param random read in this order: centres and directions, base, queries; no query is a member of the base
 */
export function clusteredVectors(
  law: VectorLaw,
  rows: number,
  queries: number,
  random: Random,
): { base: Vectors; queries: Vectors } {
  const { dimension: d, intrinsic: r } = law;
  const gaussian = gaussianStream(random);
  const clusters = Math.max(1, Math.round(Math.sqrt(rows)));
  const normals = (count: number, scale = 1): Float32Array =>
    Float32Array.from({ length: count }, () => gaussian() * scale);
  const world = (): World =>
    law.hard
      ? { centres: new Float32Array(0), directions: new Float32Array(0) }
      : { centres: normals(clusters * d), directions: normals(clusters * d * r, 1 / Math.sqrt(r)) };
  const pick = zipfSampler(clusters, 0.5);
  const z = new Float64Array(r);

  const draw = (count: number, { centres, directions }: World, offset?: Float32Array): Vectors => {
    const values = new Float32Array(count * d);
    for (let row = 0; row < count; row += 1) {
      const cluster = law.hard ? 0 : pick(random);
      if (!law.hard) for (let j = 0; j < r; j += 1) z[j] = gaussian();
      for (let i = 0; i < d; i += 1) {
        let value = offset ? (offset[i] as number) : 0;
        if (law.hard) value += gaussian();
        else {
          const from = (cluster * d + i) * r;
          value += (centres[cluster * d + i] as number) + law.noise * gaussian();
          for (let j = 0; j < r; j += 1) value += (directions[from + j] as number) * (z[j] as number);
        }
        values[row * d + i] = value;
      }
    }
    return { values, rows: count, dimension: d };
  };

  const own = world();
  const base = draw(rows, own);
  if (!law.ood) return { base, queries: draw(queries, own) };
  const offset = normals(d, gap);
  return { base, queries: draw(queries, world(), offset) };
}

type World = { centres: Float32Array; directions: Float32Array };
