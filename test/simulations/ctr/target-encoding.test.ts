import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeTarget, type IdColumn } from '../../../src/simulations/ctr/target-encoding.ts';

const column = (ids: readonly number[], size = 4): IdColumn => ({
  ids: Int32Array.from(ids),
  stride: 1,
  offset: 0,
  size,
});
const ids = [0, 0, 0, 1, 1, 0];
const labels = [1, 0, 1, 0, 1, 1];
const base = 4 / 6;

test('an id is served as its click rate over all rows, with the prior of the base rate', () => {
  const { table } = encodeTarget(column(ids), labels, { folds: 2, prior: 3 });
  expect(table[0]).toBeCloseTo((3 + 3 * base) / (4 + 3), 12);
  expect(table[1]).toBeCloseTo((1 + 3 * base) / (2 + 3), 12);
});

test('an id never seen has the base rate', () => {
  expect(encodeTarget(column(ids), labels, { folds: 2, prior: 3 }).table[3]).toBeCloseTo(base, 12);
});

test('a training row is encoded from the other folds', () => {
  const { train } = encodeTarget(column(ids), labels, { folds: 2, prior: 3 });
  // Row 0 is in fold 0 with rows 2 and 4; of id 0 the rows 1 and 5 are left, with one click.
  expect(train[0]).toBeCloseTo((1 + 3 * base) / (2 + 3), 12);
  // Row 4 has id 1; of it row 3 is left, without a click.
  expect(train[4]).toBeCloseTo((3 * base) / (1 + 3), 12);
});

test('with one fold each row sees itself', () => {
  const { train, table } = encodeTarget(column(ids), labels, { folds: 1, prior: 3 });
  expect([...train]).toEqual(ids.map((id) => table[id]));
});

test('turning a label round moves its own row only when it leaks', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1), { minLength: 6, maxLength: 6 }), fc.nat({ max: 5 }), (all, row) => {
      const turned = all.map((label, i) => (i === row ? 1 - label : label));
      const own = (folds: number, given: readonly number[]): number =>
        // A prior of next to nothing, so that the base rate does not move it.
        encodeTarget(column(ids), given, { folds, prior: 1e-9 }).train[row] as number;
      expect(Math.abs(own(3, turned) - own(3, all))).toBeLessThan(1e-6);
      expect(Math.abs(own(1, turned) - own(1, all))).toBeGreaterThan(0.2);
    }),
  );
});

test('ids are read at their own place of a wider row', () => {
  const wide: IdColumn = { ids: Int32Array.from([9, 0, 9, 1]), stride: 2, offset: 1, size: 2 };
  expect(encodeTarget(wide, [1, 0], { folds: 1, prior: 0 }).table).toEqual(Float64Array.from([1, 0]));
});

test.each([
  [[], 2, 'at least one row'],
  [[1], 0, 'at least one fold'],
])('labels %j with %i folds are refused', (given, folds, words) => {
  expect(() => encodeTarget(column([0]), given, { folds, prior: 1 })).toThrow(words);
});
