import type { Smoothing } from '../../math/smoothed-shares.ts';
import { binCounts, quantileEdges } from '../../math/quantile-bins.ts';

/** Two samples of a feature, in the same bins. */
export type Comparison = {
  reference: Float64Array;
  current: Float64Array;
  /** Rows of each sample. */
  n: number;
  m: number;
  /** Bins that are not empty in both. */
  bins: number;
  smoothing: Smoothing;
  /** The values that are not missing, where the feature is numeric and has some in both samples. */
  numbers?: { reference: Float64Array; current: Float64Array };
};

/** A reference sample of numbers with its bins; what it needs is computed once, whatever it is compared with. */
export type BinnedReference = {
  values: Float64Array;
  missing: number;
  edges: Float64Array;
  counts: Float64Array;
};

/** Bins by the quantiles of the values that are not missing. */
export function binReference(reference: Float64Array, bins: number): BinnedReference {
  const values = present(reference);
  const edges = values.length > 0 ? quantileEdges(values, bins) : new Float64Array();
  const counts = binCounts(values, edges);
  return { values, missing: reference.length - values.length, edges, counts };
}

/** A sample in the reference's bins; missing values are a bin of their own, where there are any. */
export function compareNumbers(reference: BinnedReference, current: Float64Array, smoothing: Smoothing): Comparison {
  const values = present(current);
  const missing = current.length - values.length;
  const after = binCounts(values, reference.edges);
  const gaps = reference.missing + missing > 0;
  const comparison = gaps
    ? compareCounts(
        Float64Array.of(...reference.counts, reference.missing),
        Float64Array.of(...after, missing),
        smoothing,
      )
    : compareCounts(reference.counts, after, smoothing);
  if (reference.values.length === 0 || values.length === 0) return comparison;
  return { ...comparison, numbers: { reference: reference.values, current: values } };
}

/** Categories by their number, from 0. */
export function compareCategories(
  reference: Float64Array,
  current: Float64Array,
  categories: number,
  smoothing: Smoothing,
): Comparison {
  const counts = [reference, current].map((values) => {
    const sums = new Float64Array(categories);
    for (const value of values) sums[value] = (sums[value] as number) + 1;
    return sums;
  });
  return compareCounts(counts[0] as Float64Array, counts[1] as Float64Array, smoothing);
}

function compareCounts(reference: Float64Array, current: Float64Array, smoothing: Smoothing): Comparison {
  const filled = reference.map((count, i) => count + (current[i] as number));
  const bins = filled.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const [n, m] = [sumOf(reference), sumOf(current)];
  if (bins === filled.length) return { reference, current, n, m, bins, smoothing };
  const kept = (_: number, i: number): boolean => (filled[i] as number) > 0;
  return { reference: reference.filter(kept), current: current.filter(kept), n, m, bins, smoothing };
}

function present(values: Float64Array): Float64Array {
  for (const value of values) if (Number.isNaN(value)) return values.filter((one) => !Number.isNaN(one));
  return values;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
