/** Where each id stands: `ids[row * stride + offset]`, from 0 to `size - 1`. */
export type IdColumn = { ids: Int32Array; stride: number; offset: number; size: number };

export type TargetEncoding = {
  /** The click rate of each training row's id, seen from the other folds. */
  train: Float64Array;
  /** The click rate of each id over all training rows: what is served. */
  table: Float64Array;
};

/**
 * Replaces an id by its click rate, so that trees can order thousands of ids along one axis.
 * A row must not see its own label in its feature: its rate is counted over the other folds.
 *
 * Formula: (clicks + prior · base rate) / (rows + prior), over the rows of the other folds; row r is in fold r mod
 * `folds`. With `folds` 1 every row sees itself: the leak that this is known for.
 * Cost: O(rows + folds · size).
 *
 * Source: D. Micci-Barreca, "A preprocessing scheme for high-cardinality categorical attributes", SIGKDD Explorations
 * 3 (2001).
 *
 * @param prior how many rows of the base rate each id starts with
 * @throws RangeError without a label or for a number of folds below 1
 */
export function encodeTarget(
  column: IdColumn,
  labels: ArrayLike<number>,
  { folds, prior }: { folds: number; prior: number },
): TargetEncoding {
  const rows = labels.length;
  if (rows === 0) throw new RangeError('`encodeTarget` requires at least one row');
  if (!(folds >= 1)) throw new RangeError('`encodeTarget` requires at least one fold');
  const all = countClicks(column, labels, 0, 1);
  let clicks = 0;
  for (let row = 0; row < rows; row += 1) clicks += labels[row] as number;
  const rate = (count: number, clicked: number): number => (clicked + (prior * clicks) / rows) / (count + prior);
  const table = all.rows.map((count, id) => rate(count, all.clicks[id] as number));
  const train = new Float64Array(rows);
  for (let fold = 0; fold < folds; fold += 1) {
    const own = folds === 1 ? undefined : countClicks(column, labels, fold, folds);
    for (let row = fold; row < rows; row += folds) {
      const id = idOf(column, row);
      train[row] = rate(
        (all.rows[id] as number) - (own?.rows[id] ?? 0),
        (all.clicks[id] as number) - (own?.clicks[id] ?? 0),
      );
    }
  }
  return { train, table };
}

/** The id of a row. */
export function idOf({ ids, stride, offset }: IdColumn, row: number): number {
  return ids[row * stride + offset] as number;
}

function countClicks(
  column: IdColumn,
  labels: ArrayLike<number>,
  from: number,
  step: number,
): { rows: Float64Array; clicks: Float64Array } {
  const rows = new Float64Array(column.size);
  const clicks = new Float64Array(column.size);
  for (let row = from; row < labels.length; row += step) {
    const id = idOf(column, row);
    rows[id] = (rows[id] as number) + 1;
    clicks[id] = (clicks[id] as number) + (labels[row] as number);
  }
  return { rows, clicks };
}
