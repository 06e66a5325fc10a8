import { Refusal, counted } from './refusal.ts';
import type { Fault } from './refusal.ts';

const mostListed = 20;
const highestShare = 0.01;

/** Rows that cannot be used: counted, the first twenty listed, and too many refuse the file. */
export type BrokenRows = {
  add: (line: number, what: string) => void;
  count: () => number;
  /**
   * The note on what was dropped from so many rows read.
   *
   * @throws Refusal where more than 1 % are broken
   */
  settle: (rowsRead: number) => string[];
};

/** @param mend how such a row is put right, shown with each of them */
export function brokenRows(mend: string): BrokenRows {
  const listed: Fault[] = [];
  let count = 0;
  const add = (line: number, what: string): void => {
    count += 1;
    if (listed.length < mostListed) listed.push({ line, what, mend });
  };
  const settle = (rowsRead: number): string[] => {
    if (count === 0) return [];
    const shown = count > mostListed ? `; the first ${mostListed} are listed` : '';
    const share = `${count} of ${counted(rowsRead, 'row')}`;
    if (count > rowsRead * highestShare)
      throw new Refusal([{ what: `${share} cannot be used, more than 1 %${shown}`, mend }, ...listed]);
    const lines = listed.map((fault) => `line ${fault.line} (${fault.what})`).join(', ');
    return [`${share} were dropped${shown}: ${lines}`];
  };
  return { add, count: () => count, settle };
}
