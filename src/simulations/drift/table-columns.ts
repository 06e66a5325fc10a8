import type { Smoothing } from '../../math/smoothed-shares.ts';
import type { DataTable } from '../simulation.ts';
import { binReference, compareCategories, compareNumbers, type Comparison } from './comparison.ts';

type Values = DataTable['columns'][number]['values'];

/** A column of both files, compared, and how it was read. */
export type ComparedColumn = {
  name: string;
  as: 'numbers' | 'categories';
  comparison: Comparison;
  missingBefore: number;
  missingAfter: number;
};

/**
 * Decides how a column is read and compares it: as numbers where both files hold numbers and the reference has more
 * distinct ones than there are bins, else as categories.
 */
export function compareColumn(
  name: string,
  reference: Values,
  current: Values,
  bins: number,
  smoothing: Smoothing,
): ComparedColumn {
  const missing = { missingBefore: missingShare(reference), missingAfter: missingShare(current) };
  if (reference instanceof Float64Array && current instanceof Float64Array && hasMoreThan(reference, bins))
    return {
      name,
      as: 'numbers',
      comparison: compareNumbers(binReference(reference, bins), current, smoothing),
      ...missing,
    };
  const numbers = numberCategories(textsOf(reference), bins);
  const [before, after] = [reference, current].map((values) =>
    Float64Array.from(textsOf(values), (text) => (text === '' ? bins + 1 : (numbers.get(text) ?? bins))),
  );
  const comparison = compareCategories(before as Float64Array, after as Float64Array, bins + 2, smoothing);
  return { name, as: 'categories', comparison, ...missing };
}

function hasMoreThan(values: Float64Array, count: number): boolean {
  const seen = new Set<number>();
  for (const value of values) {
    if (!Number.isNaN(value)) seen.add(value);
    if (seen.size > count) return true;
  }
  return false;
}

/** The reference's commonest categories by number; rarer ones and those it never had share one more bin. */
function numberCategories(texts: readonly string[], most: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  const ordered = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return new Map(ordered.slice(0, most).map(([text], i) => [text, i]));
}

/** Cells as texts, an empty one for a missing value. */
function textsOf(values: Values): readonly string[] {
  if (!(values instanceof Float64Array)) return values;
  return Array.from(values, (value) => (Number.isNaN(value) ? '' : String(value)));
}

function missingShare(values: Values): number {
  let missing = 0;
  for (const value of values) if (value === '' || Number.isNaN(value)) missing += 1;
  return missing / values.length;
}
