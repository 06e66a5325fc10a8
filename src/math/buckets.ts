const mostBuckets = 16_384;

/** Equal steps over the range of some samples; a value's bucket rises with the value, whatever is rounded. */
export type Buckets = { readonly count: number; readonly low: number; readonly width: number; readonly scale: number };

/**
 * Equal-width buckets over all values: enough order to find most answers without sorting.
 * A quarter as many as values and at most 16,384. Where the values lie so unevenly that they share a bucket, whoever
 * uses them sorts that bucket: the answer stays exact and only the time grows. Cost: O(n), one pass.
 *
 * @throws RangeError for an empty sample or a value that is not finite, in the name of `caller`
 */
export function bucketsOver(samples: readonly ArrayLike<number>[], caller: string): Buckets {
  let low = Infinity;
  let high = -Infinity;
  let total = 0;
  for (const values of samples) {
    if (values.length === 0) throw new RangeError(`\`${caller}\` requires at least one value`);
    total += values.length;
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] as number;
      // Infinite less itself is NaN, and so is NaN.
      if (value - value !== 0) throw new RangeError(`\`${caller}\` requires finite values`);
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  const count = Math.max(1, Math.min(mostBuckets, total >> 2));
  const width = (high - low) / count;
  const scale = 1 / width;
  if (Number.isFinite(scale) && scale > 0) return { count, low, width, scale };
  return { count: 1, low, width: high - low, scale: 0 };
}

/** The bucket of a value within the range. */
export function bucketOf(value: number, { count, low, scale }: Buckets): number {
  const at = scale === 0 ? 0 : Math.floor((value - low) * scale);
  return at < count ? at : count - 1;
}

/** How many values each bucket holds. Cost: O(n). */
export function countInBuckets(values: ArrayLike<number>, buckets: Buckets): Int32Array {
  const counts = new Int32Array(buckets.count);
  for (let i = 0; i < values.length; i += 1) {
    const at = bucketOf(values[i] as number, buckets);
    counts[at] = (counts[at] as number) + 1;
  }
  return counts;
}

/**
 * The values of the wanted buckets alone, each bucket sorted by itself.
 *
 * @returns a function from a wanted bucket to its values in order
 */
export function sortedInBuckets(
  values: ArrayLike<number>,
  buckets: Buckets,
  counts: Int32Array,
  wanted: Uint8Array,
): (bucket: number) => Float64Array {
  const ends = new Int32Array(buckets.count);
  let total = 0;
  for (let k = 0; k < buckets.count; k += 1) {
    ends[k] = total;
    if (wanted[k] === 1) total += counts[k] as number;
  }
  const kept = new Float64Array(total);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    const at = bucketOf(value, buckets);
    if (wanted[at] !== 1) continue;
    kept[ends[at] as number] = value;
    ends[at] = (ends[at] as number) + 1;
  }
  return (bucket) => kept.subarray((ends[bucket] as number) - (counts[bucket] as number), ends[bucket]).sort();
}
