import type { Random } from '../../math/mersenne-twister.ts';
import type { KernelName } from './distance-kernel.ts';
import { kMeans } from './k-means.ts';
import { nearestCentres } from './nearest-centres.ts';
import { trainingRows } from './training-rows.ts';
import type { Vectors } from './vector-table.ts';

/** Codebooks: `books[part]` holds `codes` centres of `dimension / parts` coordinates. */
export type ProductQuantiser = { parts: number; codes: number; dimension: number; books: readonly Float32Array[] };

const rounds = 12;

/**
 * Learns a product quantiser: the vector is cut into parts, and k-means gives each part its own codebook.
 * In an interview: 512 bytes become 8, and nobody gets the last digits back.
 *
 * Formula: parts · log2(codes) bits a vector. Cost: O(rows · codes · d) a round, whatever the parts.
 * Yields the share that is done.
 *
 * Source: H. Jégou, M. Douze, C. Schmid, "Product quantization for nearest neighbor search", IEEE TPAMI 33 (2011).
 *
 * @param parts must divide the dimension
 * @param codes at most 256, so that a code is a byte
 * @throws RangeError otherwise
 */
export function* trainQuantiser(
  base: Vectors,
  { parts, codes }: { parts: number; codes: number },
  random: Random,
  kernelName: KernelName,
): Generator<number, { quantiser: ProductQuantiser; distances: number }> {
  if (base.dimension % parts !== 0) throw new RangeError('`trainQuantiser` requires parts that divide the dimension');
  if (!(codes >= 1 && codes <= 256)) throw new RangeError('`trainQuantiser` requires 1 to 256 codes');
  const width = base.dimension / parts;
  const used = Math.min(codes, base.rows);
  const initial = Int32Array.from({ length: used }, (_, i) => i);
  const books: Float32Array[] = [];
  let distances = 0;
  for (let part = 0; part < parts; part += 1) {
    const sample = trainingRows(base, used, random, { from: part * width, to: (part + 1) * width });
    const learning = kMeans(sample, initial, rounds, kernelName);
    let step = learning.next();
    for (; !step.done; step = learning.next()) yield (part + step.value) / parts;
    const trained = step.value;
    books.push(Float32Array.from(trained.centres));
    // A distance of one part is that share of a whole one.
    distances += trained.distances / parts;
    yield (part + 1) / parts;
  }
  return { quantiser: { parts, codes: used, dimension: base.dimension, books }, distances };
}

/** The code of every row: a byte a part, the number of the nearest centre. */
export function encode(quantiser: ProductQuantiser, vectors: Vectors, kernelName: KernelName): Uint8Array {
  const { parts, dimension, books } = quantiser;
  const width = dimension / parts;
  const { rows, values } = vectors;
  const codes = new Uint8Array(rows * parts);
  books.forEach((book, part) => {
    const slice = new Float32Array(rows * width);
    for (let row = 0; row < rows; row += 1)
      slice.set(values.subarray(row * dimension + part * width, row * dimension + (part + 1) * width), row * width);
    const nearest = nearestCentres({ values: slice, rows, dimension: width }, book, kernelName);
    nearest.forEach((code, row) => (codes[row * parts + part] = code));
  });
  return codes;
}

/**
 * The table of asymmetric distances: from each part of a query to each centre of that part.
 * The query stays exact, only the base is rounded. Cost: O(codes · d), as much as `codes` whole distances.
 *
 * @returns `parts` runs of `codes` squared distances; the sum of one of each run is a vector's distance
 */
export function distanceTable(
  { parts, codes, dimension, books }: ProductQuantiser,
  query: ArrayLike<number>,
): Float32Array {
  const width = dimension / parts;
  const table = new Float32Array(parts * codes);
  books.forEach((book, part) => {
    for (let code = 0; code < codes; code += 1) {
      let sum = 0;
      for (let i = 0; i < width; i += 1) {
        const gap = (query[part * width + i] as number) - (book[code * width + i] as number);
        sum += gap * gap;
      }
      table[part * codes + code] = sum;
    }
  });
  return table;
}
