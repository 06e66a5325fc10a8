import { bucketsOver, countInBuckets, sortedInBuckets } from './buckets.ts';

/**
 * The inner edges of bins that hold about equally many values of a sample: deciles, for ten bins.
 * In an interview: bins of a drift figure come from the reference, never from the sample that is judged.
 *
 * Formula: the values of rank ceil(n i / bins), i from 1 to bins - 1 (the inverse of the distribution function,
 * Hyndman and Fan's type 1): each edge is a value of the sample, so a rising transform of the feature moves no row to
 * another bin. Edges that coincide are merged, and one at the greatest value is dropped: no bin of the sample is empty.
 * Cost: O(n) and a sort of the few buckets that hold an edge.
 *
 * Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996).
 *
 * @param values in any order; not changed
 * @param bins at least 1
 * @returns rising edges, at most `bins - 1`
 * @throws RangeError for an empty sample, a value that is not finite, or no bin
 * @example quantileEdges([3, 1, 4, 2], 2) // [2]
 */
export function quantileEdges(values: ArrayLike<number>, bins: number): Float64Array {
  if (!(Number.isInteger(bins) && bins >= 1)) throw new RangeError('`quantileEdges` requires at least one bin');
  const buckets = bucketsOver([values], 'quantileEdges');
  const counts = countInBuckets(values, buckets);
  // 1. The bucket of each rank, and how many values lie below it.
  const places: { bucket: number; rank: number }[] = [];
  const wanted = new Uint8Array(buckets.count);
  for (let i = 1, k = 0, below = 0; i < bins; i += 1) {
    const rank = Math.ceil((values.length * i) / bins);
    while (below + (counts[k] as number) < rank) below += counts[k++] as number;
    wanted[k] = 1;
    places.push({ bucket: k, rank: rank - below });
  }
  // 2. Sort those buckets and read off the values.
  const sorted = sortedInBuckets(values, buckets, counts, wanted);
  const edges = places.map(({ bucket, rank }) => sorted(bucket)[rank - 1] as number);
  // 3. No edge twice, and none at the greatest value.
  let greatest = -Infinity;
  for (let i = 0; i < values.length; i += 1) if ((values[i] as number) > greatest) greatest = values[i] as number;
  return Float64Array.from(edges.filter((edge, i) => edge !== edges[i - 1] && edge !== greatest));
}

/**
 * How many values lie in each bin: up to the first edge, above it and up to the second, and so on.
 * Cost: O(n): a guide table of a few cells an edge says where to start, and one step or two do the rest.
 *
 * @param edges rising, as of `quantileEdges`
 * @returns one count more than there are edges
 * @throws RangeError for a value that is NaN
 * @example binCounts([1, 2, 3, 4], [2]) // [2, 2]
 */
export function binCounts(values: ArrayLike<number>, edges: ArrayLike<number>): Float64Array {
  const last = edges.length;
  const counts = new Float64Array(last + 1);
  const [low, high] = [edges[0] ?? 0, edges[last - 1] ?? 0];
  // 1. For each cell, how many edges lie in the cells before it. Both ends rise with the value, whatever is rounded.
  const cells = last * cellsAnEdge;
  const width = cells / (high - low);
  const scale = Number.isFinite(width) ? width : 0;
  const guide = new Uint32Array(cells + 2);
  for (let k = 0; k < last; k += 1) {
    const after = Math.floor(((edges[k] as number) - low) * scale) + 1;
    guide[after] = (guide[after] as number) + 1;
  }
  for (let cell = 1; cell < guide.length; cell += 1)
    guide[cell] = (guide[cell] as number) + (guide[cell - 1] as number);
  // 2. From there up to the first edge that the value does not exceed.
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (Number.isNaN(value)) throw new RangeError('`binCounts` requires values that are numbers');
    let bin = last;
    if (last > 0 && value <= high) {
      bin = value <= low ? 0 : (guide[Math.floor((value - low) * scale)] as number);
      while ((edges[bin] as number) < value) bin += 1;
    }
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts;
}

const cellsAnEdge = 4;
