import type { NearestKeys } from './nearest-keys.ts';

/** Codes of rows side by side, `parts` bytes each, with what each row is called. */
export type CodeRows = { codes: Uint8Array; parts: number; ids?: Int32Array };

/** Rows between two looks at the limit. */
const blockRows = 512;

/** Takes in those of a run of rows whose coded distance is least. */
export type CodeScan = (table: Float32Array, from: number, to: number, nearest: NearestKeys) => void;

/**
 * A scan of codes: for every row one look-up a part in the table of a query, and a sum. The buffers are made once.
 *
 * Four, eight and sixteen parts have copies without a loop, added as a tree: sums that wait for each other would take
 * twice as long. The copies add in their own order, which is the same on every machine.
 * Cost: O(parts) a row, whatever the dimension.
 *
 * @param size entries a part of the table of `distanceTable`
 */
export function codeScan({ codes, parts, ids }: CodeRows, size: number): CodeScan {
  const found = new Float64Array(blockRows);
  const words = new Int32Array(found.buffer);
  const floats = new Float32Array(found.buffer);
  const sums = new Float32Array(blockRows);
  return (table, from, to, nearest) => {
    for (let first = from; first < to; first += blockRows) {
      const end = Math.min(to, first + blockRows);
      const limit = nearest.limit();
      if (parts === 4) sumsOf4(table, size, codes, first, end, sums);
      else if (parts === 8) sumsOf8(table, size, codes, first, end, sums);
      else if (parts === 16) sumsOf16(table, size, codes, first, end, sums);
      else sumsOfAny(parts, table, size, codes, first, end, sums);
      let count = 0;
      for (let i = 0; i < end - first; i += 1) {
        const distance = sums[i] as number;
        if (distance > limit) continue;
        words[2 * count] = ids ? (ids[first + i] as number) : first + i;
        floats[2 * count + 1] = distance;
        count += 1;
      }
      nearest.offer(found, 0, count);
    }
  };
}

function sumsOf4(
  table: Float32Array,
  size: number,
  codes: Uint8Array,
  from: number,
  to: number,
  sums: Float32Array,
): void {
  for (let row = from; row < to; row += 1) {
    const at = 4 * row;
    sums[row - from] =
      (table[codes[at + 0] as number] as number) +
      (table[size + (codes[at + 1] as number)] as number) +
      ((table[2 * size + (codes[at + 2] as number)] as number) +
        (table[3 * size + (codes[at + 3] as number)] as number));
  }
}

function sumsOf8(
  table: Float32Array,
  size: number,
  codes: Uint8Array,
  from: number,
  to: number,
  sums: Float32Array,
): void {
  for (let row = from; row < to; row += 1) {
    const at = 8 * row;
    sums[row - from] =
      (table[codes[at + 0] as number] as number) +
      (table[size + (codes[at + 1] as number)] as number) +
      ((table[2 * size + (codes[at + 2] as number)] as number) +
        (table[3 * size + (codes[at + 3] as number)] as number)) +
      ((table[4 * size + (codes[at + 4] as number)] as number) +
        (table[5 * size + (codes[at + 5] as number)] as number) +
        ((table[6 * size + (codes[at + 6] as number)] as number) +
          (table[7 * size + (codes[at + 7] as number)] as number)));
  }
}

function sumsOf16(
  table: Float32Array,
  size: number,
  codes: Uint8Array,
  from: number,
  to: number,
  sums: Float32Array,
): void {
  for (let row = from; row < to; row += 1) {
    const at = 16 * row;
    sums[row - from] =
      (table[codes[at + 0] as number] as number) +
      (table[size + (codes[at + 1] as number)] as number) +
      ((table[2 * size + (codes[at + 2] as number)] as number) +
        (table[3 * size + (codes[at + 3] as number)] as number)) +
      ((table[4 * size + (codes[at + 4] as number)] as number) +
        (table[5 * size + (codes[at + 5] as number)] as number) +
        ((table[6 * size + (codes[at + 6] as number)] as number) +
          (table[7 * size + (codes[at + 7] as number)] as number))) +
      ((table[8 * size + (codes[at + 8] as number)] as number) +
        (table[9 * size + (codes[at + 9] as number)] as number) +
        ((table[10 * size + (codes[at + 10] as number)] as number) +
          (table[11 * size + (codes[at + 11] as number)] as number)) +
        ((table[12 * size + (codes[at + 12] as number)] as number) +
          (table[13 * size + (codes[at + 13] as number)] as number) +
          ((table[14 * size + (codes[at + 14] as number)] as number) +
            (table[15 * size + (codes[at + 15] as number)] as number))));
  }
}

function sumsOfAny(
  parts: number,
  table: Float32Array,
  size: number,
  codes: Uint8Array,
  from: number,
  to: number,
  sums: Float32Array,
): void {
  for (let row = from; row < to; row += 1) {
    let sum = 0;
    for (let part = 0; part < parts; part += 1)
      sum += table[part * size + (codes[row * parts + part] as number)] as number;
    sums[row - from] = sum;
  }
}
