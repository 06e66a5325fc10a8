import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chiSquareStatistic } from '../../src/math/chi-square-statistic.ts';
import { chiSquareTail } from '../../src/math/chi-square.ts';
import fixture from '../fixtures/simulations/drift.json' with { type: 'json' };

const table = fixture.entries['drift.chi2'];
const discrete = fixture.entries['drift.discrete'];

test('the statistic, degrees and p-value of scipy.stats.chi2_contingency', () => {
  const [a, b] = table.inputs.table as [number[], number[]];
  const { statistic, degrees } = chiSquareStatistic(a, b);
  expect(statistic).toBeCloseTo(table.expected.chi2, 10);
  expect(degrees).toBe(table.expected.dof);
  expect(chiSquareTail(statistic, degrees)).toBeCloseTo(table.expected.p, 10);
  expect(Math.sqrt(statistic / 1000)).toBeCloseTo(table.expected.cramers_v, 10);
});

test('against a reference without end it is the statistic of one sample against known shares', () => {
  const { p, q } = discrete.inputs;
  const { statistic } = chiSquareStatistic(
    p.map((share) => share * 1e12),
    q.map((share) => share * 1000),
  );
  expect(statistic).toBeCloseTo(discrete.expected.chi2_pearson_n1000, 5);
});

test('bins empty in both are left out', () => {
  expect(chiSquareStatistic([10, 0, 20], [20, 0, 10])).toEqual(chiSquareStatistic([10, 20], [20, 10]));
});

test('so many copies of all rows give so many times the statistic', () => {
  const counts = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, counts), { minLength: 2 }), fc.integer({ min: 2, max: 9 }), (rows, times) => {
      const [a, b] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
      const once = chiSquareStatistic(a, b).statistic;
      const more = chiSquareStatistic(
        a.map((x) => x * times),
        b.map((x) => x * times),
      ).statistic;
      expect(Math.abs(more - times * once)).toBeLessThanOrEqual(1e-9 * (1 + more));
    }),
  );
});

test.each([
  [[1], [1, 2]],
  [
    [0, 0],
    [1, 2],
  ],
])('%j against %j is refused', (a, b) => {
  expect(() => chiSquareStatistic(a, b)).toThrow(RangeError);
});
