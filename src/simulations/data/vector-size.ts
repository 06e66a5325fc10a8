import { Refusal } from './refusal.ts';

/** Vectors above this are refused: 2 GB, as they stand in memory. */
const mostBytes = 2 ** 31;

/**
 * Refuses vectors that take more than 2 GB, and says which limit would do.
 *
 * @param rowBytes a row's bytes, in the file or in memory, whichever is more
 * @throws Refusal
 */
export function refuseAbove2Gb(rows: number, rowBytes: number, byte: number): void {
  if (rows * rowBytes <= mostBytes) return;
  const most = Math.floor(mostBytes / rowBytes);
  throw new Refusal([
    {
      byte,
      what: `${rows} rows of ${rowBytes} bytes are more than 2 GB`,
      mend: most >= 1 ? `read fewer rows: --limit ${most}` : 'save fewer columns: one row alone is above 2 GB',
    },
  ]);
}
