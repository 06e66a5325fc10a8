/**
 * The nearest so far: a short sorted buffer of keys (distance, then id), the least first.
 * For the ten best of thousands an insertion here is cheaper than a heap: after a few hundred keys almost none enters.
 * Cost: O(most) an insertion.
 */
export type NearestKeys = {
  /** The kept keys; only the first `size()` are meant. */
  keys: Float64Array;
  size: () => number;
  clear: () => void;
  /** Takes in a run of keys. */
  offer: (source: Float64Array, from: number, count: number) => void;
  /** The distance that a newcomer must not exceed; infinite while there is room. */
  limit: () => number;
  /** The id at a rank. */
  idAt: (rank: number) => number;
};

/** @throws RangeError for fewer than one place */
export function nearestKeys(most: number): NearestKeys {
  if (!(most >= 1)) throw new RangeError('`nearestKeys` requires at least one place');
  const keys = new Float64Array(most);
  const words = new Int32Array(keys.buffer);
  const floats = new Float32Array(keys.buffer);
  let size = 0;

  function offer(source: Float64Array, from: number, count: number): void {
    for (let i = from; i < from + count; i += 1) {
      const key = source[i] as number;
      if (size === most && key >= (keys[most - 1] as number)) continue;
      let at = size < most ? size : most - 1;
      while (at > 0 && (keys[at - 1] as number) > key) {
        keys[at] = keys[at - 1] as number;
        at -= 1;
      }
      keys[at] = key;
      if (size < most) size += 1;
    }
  }

  return {
    keys,
    size: () => size,
    clear: () => {
      size = 0;
    },
    offer,
    limit: () => (size < most ? Infinity : (floats[2 * most - 1] as number)),
    idAt: (rank) => words[2 * rank] as number,
  };
}
