import { expect, test } from 'vitest';
import { criteoImpressions, hashedPlace, hashedSize } from '../../../src/simulations/ctr/criteo-impressions.ts';
import { criteoTable } from './criteo-table.ts';

const table = criteoTable(30);
const impressions = criteoImpressions(table);

test('every cell is an id in a table of 2^18 places, and nobody knows the truth', () => {
  expect(impressions.features).toMatchObject({ rows: 30, width: 39, size: 262_144, denseWidth: 0 });
  expect(impressions.features.indices).toHaveLength(30 * 39);
  expect(impressions.numbers).toHaveLength(13);
  expect(impressions.encodedSlots).toEqual(Array.from({ length: 26 }, (_, i) => 13 + i));
  expect('truth' in impressions).toBe(false);
  expect([...impressions.label]).toEqual([...(table.columns[0]?.values as Float64Array)]);
});

test.each([
  [NaN, 'i1='],
  [-2, 'i1=-2'],
  [0, 'i1=0'],
  [2, 'i1=2'],
  [3, 'i1=step 1'],
  [20, 'i1=step 8'],
  [21, 'i1=step 9'],
])('a count of %f is hashed as "%s"', (count, text) => {
  const columns = table.columns.map((one) =>
    one.name === 'I1' ? { name: 'I1', values: Float64Array.from({ length: 30 }, () => count) } : one,
  );
  expect(criteoImpressions({ ...table, columns }).features.indices[0]).toBe(hashedPlace(text));
});

test('a category is hashed with its column, so that one value of two columns has two places', () => {
  const c2 = table.columns.find((one) => one.name === 'C2')?.values[4];
  expect(impressions.features.indices[4 * 39 + 14]).toBe(hashedPlace(`c2=${String(c2)}`));
  expect(hashedPlace('c1=a')).not.toBe(hashedPlace('c2=a'));
});

test('places are spread evenly', () => {
  const places = Array.from({ length: 20_000 }, (_, i) => hashedPlace(`c7=${i.toString(16)}`));
  expect(places.every((place) => place >= 0 && place < hashedSize)).toBe(true);
  const counts = new Array<number>(16).fill(0);
  for (const place of places) counts[place >> 14] = (counts[place >> 14] ?? 0) + 1;
  // 1250 each, standard deviation 34.
  for (const count of counts) expect(Math.abs(count - 1250)).toBeLessThan(5 * 34);
  // Of 20,000 in 262,144 places about 744 pairs meet.
  expect(new Set(places).size).toBeGreaterThan(20_000 - 900);
});

test.each([
  ['without a column', table.columns.slice(1), 'requires a column "label"'],
  [
    'with words for counts',
    table.columns.map((one) => (one.name === 'I3' ? { name: 'I3', values: ['a'] } : one)),
    'requires numbers in column "i3"',
  ],
])('a table %s is refused', (_, columns, words) => {
  expect(() => criteoImpressions({ ...table, columns })).toThrow(words);
});
