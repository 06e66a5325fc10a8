/** What a cell of a table says: a finite number, nothing, a word for a missing value, a word for infinity, or a text. */
export type CellKind = 'number' | 'empty' | 'missing' | 'infinite' | 'text';

// Without two neighbouring repetitions of the same letters: linear in the length of the cell.
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu;
const missing = /^(?:[+-]?nan|n\/?a|null|none)$/iu;
const infinite = /^[+-]?inf(?:inity)?$/iu;
const longestNumber = 400;

/** The kind of a cell; spaces around it do not count. "1e999" is infinite, "0x10" and "1,5" are texts. */
export function cellKind(cell: string): CellKind {
  const text = cell.trim();
  if (text === '') return 'empty';
  if (text.length > longestNumber) return 'text';
  if (number.test(text)) return Number.isFinite(Number(text)) ? 'number' : 'infinite';
  if (missing.test(text)) return 'missing';
  return infinite.test(text) ? 'infinite' : 'text';
}
