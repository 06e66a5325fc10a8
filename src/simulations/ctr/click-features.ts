import { ads, categories, hours, numbersPerRow, segments, type ClickData } from './click-data.ts';
import type { SparseRows } from './sparse-rows.ts';

/**
 * The rows of a click model without any crosses: segment, ad, category and hour as ids, x1 to x6 as numbers.
 * The generator has few ids, so each gets a place of its own and nothing is hashed.
 */
export function clickFeatures(data: ClickData): SparseRows {
  const { rows, segment, ad, category, hour, x } = data;
  const width = 4;
  const indices = new Int32Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const at = row * width;
    indices[at] = segment[row] as number;
    indices[at + 1] = segments + (ad[row] as number);
    indices[at + 2] = segments + ads + (category[row] as number);
    indices[at + 3] = segments + ads + categories + (hour[row] as number);
  }
  return { rows, width, indices, size: segments + ads + categories + hours, denseWidth: numbersPerRow, dense: x };
}
