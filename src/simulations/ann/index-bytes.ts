/** What an index holds in memory: so much a vector, and so much besides at a given number of vectors. */
export type IndexBytes = { perVector: number; besides: (rows: number) => number };

/** Bytes of an id in a list. */
const idBytes = 4;

export function exactBytes(dimension: number): IndexBytes {
  return { perVector: 4 * dimension, besides: () => 0 };
}

/** The vectors and the links of all layers: 4(1 + 2M) bytes, and a little for the layers above. */
export function hnswBytes(dimension: number, linkBytes: number, rows: number): IndexBytes {
  return { perVector: 4 * dimension + linkBytes / rows, besides: () => 0 };
}

/** The vectors with their ids; besides, the centres of as many lists as there would be. */
export function ivfBytes(dimension: number, listsAt: (rows: number) => number): IndexBytes {
  return { perVector: 4 * dimension + idBytes, besides: (rows) => 4 * dimension * listsAt(rows) };
}

/** A byte a part; besides, the codebooks. */
export function pqBytes(dimension: number, parts: number, codes: number): IndexBytes {
  return { perVector: parts, besides: () => 4 * dimension * codes };
}

/** Codes with their ids; besides, centres and codebooks. */
export function ivfPqBytes(pq: IndexBytes, ivf: IndexBytes): IndexBytes {
  return { perVector: pq.perVector + idBytes, besides: (rows) => pq.besides(rows) + ivf.besides(rows) };
}

/**
 * The memory of an index at another number of vectors, and the machines it takes.
 *
 * @returns bytes, and how many shards of `shardBytes` hold them
 */
export function projection(index: IndexBytes, rows: number, shardBytes: number): { bytes: number; shards: number } {
  const bytes = index.perVector * rows + index.besides(rows);
  return { bytes, shards: Math.ceil(bytes / shardBytes) };
}
