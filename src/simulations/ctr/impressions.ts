import { numbersPerRow, type ClickData } from './click-data.ts';
import { clickFeatures } from './click-features.ts';
import { sliceRows, type SparseRows } from './sparse-rows.ts';

/** What every model of the ladder is fed from, generated or read. */
export type Impressions = {
  /** For the models that are linear in something: ids and plain numbers. */
  features: SparseRows;
  /** For trees: one array a column, NaN where a cell is empty. */
  numbers: readonly Float64Array[];
  /** For trees: which ids of a row are replaced by their click rate. */
  encodedSlots: readonly number[];
  label: Uint8Array;
  /** The true probability of a click; absent where nobody knows it. */
  truth?: Float64Array;
};

/** Generated clicks: the hour is a number for trees, segment, ad and category are encoded. */
export function clickImpressions(data: ClickData): Impressions {
  const x = Array.from({ length: numbersPerRow }, (_, i) => {
    const column = new Float64Array(data.rows);
    for (let row = 0; row < data.rows; row += 1) column[row] = data.x[row * numbersPerRow + i] as number;
    return column;
  });
  return {
    features: clickFeatures(data),
    numbers: [...x, Float64Array.from(data.hour)],
    encodedSlots: [0, 1, 2],
    label: data.label,
    truth: data.truth,
  };
}

/** The rows from `from` to before `to`, as views on the same memory. */
export function sliceImpressions(data: Impressions, from: number, to: number): Impressions {
  return {
    features: sliceRows(data.features, from, to),
    numbers: data.numbers.map((column) => column.subarray(from, to)),
    encodedSlots: data.encodedSlots,
    label: data.label.subarray(from, to),
    ...(data.truth && { truth: data.truth.subarray(from, to) }),
  };
}
