import type { DataTable } from '../simulation.ts';
import type { Impressions } from './impressions.ts';

const counts = Array.from({ length: 13 }, (_, i) => `i${i + 1}`);
const categories = Array.from({ length: 26 }, (_, i) => `c${i + 1}`);
/** Places of the table of weights: 2^18, so that 39 columns of many values still fit in a megabyte. */
export const hashedSize = 262_144;

/**
 * Click logs in the columns of Criteo's display advertising set: every cell becomes an id, hashed with its column's
 * name; counts above 2 fall into the steps ⌊ln² x⌋. Trees get the 13 counts as they are and click rates for the 26
 * categories. Two cells on one place share a weight: that is the price of a table without a vocabulary.
 *
 * @throws RangeError where a column is missing or label and counts are no numbers
 */
export function criteoImpressions(table: DataTable): Impressions {
  const label = Uint8Array.from(numbersOf(table, 'label'));
  const numbers = counts.map((name) => numbersOf(table, name));
  const width = counts.length + categories.length;
  const indices = new Int32Array(table.rows * width);
  numbers.forEach((values, slot) => {
    for (let row = 0; row < table.rows; row += 1)
      indices[row * width + slot] = hashedPlace(`${counts[slot]}=${countStep(values[row] as number)}`);
  });
  categories.forEach((name, i) => {
    const values = columnOf(table, name);
    for (let row = 0; row < table.rows; row += 1)
      indices[row * width + counts.length + i] = hashedPlace(`${name}=${values[row]}`);
  });
  return {
    features: { rows: table.rows, width, indices, size: hashedSize, denseWidth: 0, dense: new Float64Array(0) },
    numbers,
    encodedSlots: categories.map((_, i) => counts.length + i),
    label,
  };
}

function countStep(value: number): string {
  if (Number.isNaN(value)) return '';
  if (value <= 2) return String(value);
  const logarithm = Math.log(value);
  return `step ${Math.floor(logarithm * logarithm)}`;
}

/**
 * The place of a text: FNV-1a over its UTF-16 units, then the last mixing of MurmurHash3, without which short texts
 * that are much alike crowd in some parts of the table.
 */
export function hashedPlace(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & (hashedSize - 1);
}

function columnOf(table: DataTable, name: string): Float64Array | readonly string[] {
  const column = table.columns.find((one) => one.name.toLowerCase() === name);
  if (!column) throw new RangeError(`\`criteoImpressions\` requires a column "${name}"`);
  return column.values;
}

function numbersOf(table: DataTable, name: string): Float64Array {
  const values = columnOf(table, name);
  if (!(values instanceof Float64Array))
    throw new RangeError(`\`criteoImpressions\` requires numbers in column "${name}"`);
  return values;
}
