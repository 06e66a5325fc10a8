/** What computes distances: WebAssembly with SIMD128, or plain TypeScript. */
export type KernelName = 'simd' | 'js';

/**
 * Squared Euclidean distances in batches, over one block of memory that holds vectors, links and marks.
 *
 * All positions are bytes. A row is `stride` bytes of 32-bit floats, padded with zeros to a multiple of 16. A result is a
 * *key* of eight bytes: the id in the low word, the bits of the distance above. Read as a 64-bit float, keys sort by
 * distance and then by id, so one number carries both through every heap and ties always fall the same way.
 */
export type DistanceKernel = {
  /** Keys of listed rows. */
  listed: (query: number, rows: number, stride: number, ids: number, count: number, keys: number) => void;
  /** Keys of those neighbours (a count, then ids) whose mark is not `epoch`; marks them. Returns how many. */
  expand: (
    query: number,
    rows: number,
    stride: number,
    links: number,
    visited: number,
    epoch: number,
    keys: number,
  ) => number;
  /** Keys of those rows of a block that are no farther than `limit`; ids count from `first`. Returns how many. */
  scan: (
    query: number,
    rows: number,
    stride: number,
    count: number,
    limit: number,
    first: number,
    keys: number,
  ) => number;
  /** For each point of a block, the key of its nearest centre; of two as near, the first. */
  assign: (points: number, count: number, stride: number, centres: number, k: number, keys: number) => void;
  /**
   * Of candidates in rising order, keeps at most `most` that are nearer to the query than to any kept before, moves them
   * to the front and returns how many. Leaves the number of distances computed in the word at `countedAt`.
   */
  diverse: (rows: number, stride: number, keys: number, count: number, most: number) => number;
};

/** The first bytes of memory belong to the kernel: ids that it collects, and this counter. */
export const countedAt = 1024;
export const kernelBytesReserved = 2048;
