import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kullbackLeibler } from '../../src/math/kullback-leibler.ts';
import { populationStabilityIndex } from '../../src/math/population-stability-index.ts';
import fixture from '../fixtures/simulations/drift.json' with { type: 'json' };

const discrete = fixture.entries['drift.discrete'];
const empty = fixture.entries['drift.psi_empty_bin'];

test('a worked pair of distributions, in closed form', () => {
  const { p, q } = discrete.inputs;
  expect(populationStabilityIndex(p, q)).toBeCloseTo(discrete.expected.psi, 10);
  expect(kullbackLeibler(p, q) + kullbackLeibler(q, p)).toBeCloseTo(discrete.expected.kl_sum_equals_psi, 10);
});

test.each([
  ['a floor of 1e-6', { floor: 1e-6 }, empty.expected.floor_1e6],
  ['a floor of 1e-4', { floor: 1e-4 }, empty.expected.floor_1e4],
  ['half a row added', { count: 0.5 }, empty.expected.add_half],
  ['no smoothing', { floor: 0 }, Infinity],
])('an empty bin under %s', (_, smoothing, expected) => {
  const psi = populationStabilityIndex(empty.inputs.ref, empty.inputs.cur, smoothing);
  if (expected === Infinity) expect(psi).toBe(Infinity);
  else expect(psi).toBeCloseTo(expected, 10);
});

test('a bin that is empty in both samples adds nothing', () => {
  expect(populationStabilityIndex([3, 1, 0], [1, 3, 0])).toBe(populationStabilityIndex([3, 1], [1, 3]));
});

const counts = fc.integer({ min: 1, max: 10_000 });
const pairs = fc.array(fc.tuple(counts, counts), { minLength: 2, maxLength: 30 });
const split = (rows: readonly (readonly [number, number])[]): [number[], number[]] => [
  rows.map(([a]) => a),
  rows.map(([, b]) => b),
];

test('it is the same both ways and never negative', () => {
  fc.assert(
    fc.property(pairs, (rows) => {
      const [a, b] = split(rows);
      const psi = populationStabilityIndex(a, b);
      expect(psi).toBeGreaterThanOrEqual(0);
      expect(populationStabilityIndex(b, a)).toBeCloseTo(psi, 12);
    }),
  );
});

test('it is 0 for equal shares, whatever the sums, and for no others', () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 50 }), (rows, times) => {
      const [a, b] = split(rows);
      expect(
        populationStabilityIndex(
          a,
          a.map((count) => count * times),
        ),
      ).toBeCloseTo(0, 12);
      const sums = [a, b].map((all) => all.reduce((sum, count) => sum + count, 0)) as [number, number];
      const differs = a.some((count, i) => count * sums[1] !== (b[i] as number) * sums[0]);
      if (differs) expect(populationStabilityIndex(a, b)).toBeGreaterThan(0);
    }),
  );
});

test('so many copies of all counts leave it', () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 2, max: 50 }), (rows, times) => {
      const [a, b] = split(rows);
      const copied = populationStabilityIndex(
        a.map((count) => count * times),
        b.map((count) => count * times),
      );
      expect(copied).toBeCloseTo(populationStabilityIndex(a, b), 12);
    }),
  );
});

test('merging two bins never raises it', () => {
  fc.assert(
    fc.property(pairs, fc.nat(), (rows, place) => {
      const at = place % (rows.length - 1);
      const [first, second] = [rows[at] as [number, number], rows[at + 1] as [number, number]];
      const merged = rows.toSpliced(at, 2, [first[0] + second[0], first[1] + second[1]]);
      const [before, after] = [split(rows), split(merged)].map(([a, b]) => populationStabilityIndex(a, b));
      expect(after).toBeLessThanOrEqual((before as number) + 1e-12);
    }),
  );
});

test('other bins are refused', () => {
  expect(() => populationStabilityIndex([1, 2], [1, 2, 3])).toThrow(RangeError);
});
