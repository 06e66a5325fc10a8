import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binColumns, binCuts, binOf, sliceBins } from '../../../src/simulations/ctr/bins.ts';

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 300 });

test.each([
  ['each value but the greatest is a cut', [3, 1, 2, 2], [1, 2]],
  ['one value needs no cut', [5, 5], []],
  ['missing cells cut nothing', [NaN, 1, NaN, 2], [1]],
  ['nothing but missing cells', [NaN], []],
])('%s', (_, values, cuts) => {
  expect([...binCuts(Float64Array.from(values))]).toEqual(cuts);
});

test('many values give at most 62 cuts with about equally many rows between them', () => {
  const values = Float64Array.from({ length: 6300 }, (_, i) => i);
  const cuts = binCuts(values);
  expect(cuts).toHaveLength(62);
  const counts = new Array<number>(64).fill(0);
  for (const value of values) counts[binOf(value, cuts)] = (counts[binOf(value, cuts)] ?? 0) + 1;
  expect(counts[0]).toBe(0);
  for (const count of counts.slice(1)) expect(Math.abs(count - 100)).toBeLessThanOrEqual(1);
});

test('more rows than the sample are cut in nearly the same places', () => {
  const cuts = binCuts(Float64Array.from({ length: 63_000 }, (_, i) => (i * 7919) % 63_000));
  expect(Math.abs((cuts[30] as number) - 31_000)).toBeLessThan(400);
});

test('a bin counts the cuts below a number, and 0 is for missing ones', () => {
  const cuts = Float64Array.from([1, 2, 5]);
  expect([-9, 1, 1.5, 2, 5, 5.1, NaN].map((value) => binOf(value, cuts))).toEqual([1, 1, 2, 2, 3, 4, 0]);
});

test('only the order of the numbers counts', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const plain = Float64Array.from(values);
      const bent = plain.map((value) => Math.exp(value / 100));
      expect(binColumns([bent], [binCuts(bent)]).bins).toEqual(binColumns([plain], [binCuts(plain)]).bins);
    }),
  );
});

test('a greater number never has a lower bin', () => {
  fc.assert(
    fc.property(numbers, fc.integer(), fc.integer(), (values, a, b) => {
      const cuts = binCuts(Float64Array.from(values));
      expect(binOf(Math.min(a, b), cuts)).toBeLessThanOrEqual(binOf(Math.max(a, b), cuts));
    }),
  );
});

test('rows lie side by side and can be cut out', () => {
  const columns = [Float64Array.from([1, 2, 3]), Float64Array.from([9, 7, 8])];
  const binned = binColumns(columns, columns.map(binCuts));
  expect([...binned.bins]).toEqual([1, 3, 2, 1, 3, 2]);
  expect(sliceBins(binned, 1, 3)).toEqual({ rows: 2, columns: 2, bins: Uint8Array.from([2, 1, 3, 2]) });
});
