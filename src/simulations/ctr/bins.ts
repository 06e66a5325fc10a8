/** Numbers cut into at most 64 steps a column; row-major, so that a row's bins lie side by side. */
export type BinnedRows = { rows: number; columns: number; bins: Uint8Array };

export const binsPerColumn = 64;
const sampleRows = 20_000;

/**
 * Where a column is cut: values of the column itself, about equally many rows between them. A number goes to the
 * first cut that is not below it, so only the order of the numbers counts, never their scale.
 *
 * @param values any numbers; NaN is missing and has bin 0 to itself
 * @returns at most 62 cuts, in ascending order; from every n-th row where there are more than 20 thousand
 */
export function binCuts(values: Float64Array): Float64Array {
  const stride = Math.ceil(values.length / sampleRows);
  const sample = Float64Array.from(
    { length: Math.ceil(values.length / stride) },
    (_, i) => values[i * stride] as number,
  );
  const sorted = sample.filter((value) => !Number.isNaN(value)).sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const most = binsPerColumn - 2;
  // The greatest value needs no cut: nothing lies above it.
  if (distinct.length <= most + 1) return distinct.subarray(0, Math.max(0, distinct.length - 1));
  const cuts = Float64Array.from(
    { length: most },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / (most + 1))] as number,
  );
  return cuts.filter((value, i) => i === 0 || value !== cuts[i - 1]);
}

/** The bin of a number: 0 where it is missing, else 1 plus the cuts below it. */
export function binOf(value: number, cuts: Float64Array): number {
  if (Number.isNaN(value)) return 0;
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cuts[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** Columns of numbers as bins, row-major. */
export function binColumns(columns: readonly Float64Array[], cuts: readonly Float64Array[]): BinnedRows {
  const rows = columns[0]?.length ?? 0;
  const bins = new Uint8Array(rows * columns.length);
  columns.forEach((values, column) => {
    const own = cuts[column] as Float64Array;
    for (let row = 0; row < rows; row += 1) bins[row * columns.length + column] = binOf(values[row] as number, own);
  });
  return { rows, columns: columns.length, bins };
}

/** The rows from `from` to before `to`, as views on the same memory. */
export function sliceBins({ columns, bins }: BinnedRows, from: number, to: number): BinnedRows {
  return { rows: to - from, columns, bins: bins.subarray(from * columns, to * columns) };
}
