import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kullbackLeibler, kullbackLeiblerNormal } from '../../src/math/kullback-leibler.ts';
import fixture from '../fixtures/simulations/drift.json' with { type: 'json' };

const discrete = fixture.entries['drift.discrete'];
const normals = fixture.entries['drift.normal_closed_form'];
const empty = fixture.entries['drift.psi_empty_bin'];

test('it depends on which of the two is the truth', () => {
  const { p, q } = discrete.inputs;
  expect(kullbackLeibler(p, q)).toBeCloseTo(discrete.expected.kl_pq, 10);
  expect(kullbackLeibler(q, p)).toBeCloseTo(discrete.expected.kl_qp, 10);
});

test('an empty bin where the truth has none makes it infinite, the other way it does not', () => {
  expect(kullbackLeibler(empty.inputs.ref, empty.inputs.cur)).toBe(Infinity);
  expect(kullbackLeibler(empty.inputs.cur, empty.inputs.ref)).toBeLessThan(1);
  expect(kullbackLeibler(empty.inputs.ref, empty.inputs.cur, { count: 0.5 })).toBeLessThan(1);
});

// Pinsker: at least twice the square of the total variation.
test('it is at least twice the square of the total variation', () => {
  const counts = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, counts), { minLength: 2, maxLength: 30 }), (rows) => {
      const [a, b] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
      const [n, m] = [a, b].map((all) => all.reduce((sum, count) => sum + count, 0)) as [number, number];
      const variation = a.reduce((sum, count, i) => sum + Math.abs(count / n - (b[i] as number) / m), 0) / 2;
      expect(kullbackLeibler(a, b)).toBeGreaterThanOrEqual(2 * variation * variation - 1e-12);
    }),
  );
  const { p, q } = discrete.inputs;
  const variation = p.reduce((sum, share, i) => sum + Math.abs(share - (q[i] as number)), 0) / 2;
  expect(variation).toBeCloseTo(discrete.expected.tv, 12);
});

test.each(normals.inputs.cases.map((one, i) => [one, normals.expected[i]] as const))(
  'normals (mean, deviation twice) %j',
  (one, expected) => {
    const [meanP, deviationP, meanQ, deviationQ] = one as [number, number, number, number];
    const p = { mean: meanP, deviation: deviationP };
    const q = { mean: meanQ, deviation: deviationQ };
    expect(kullbackLeiblerNormal(p, q)).toBeCloseTo(expected?.kl_pq as number, 10);
    expect(kullbackLeiblerNormal(q, p)).toBeCloseTo(expected?.kl_qp as number, 10);
    expect(kullbackLeiblerNormal(p, q) + kullbackLeiblerNormal(q, p)).toBeCloseTo(expected?.jeffreys as number, 10);
  },
);

test('other bins and deviations of 0 are refused', () => {
  expect(() => kullbackLeibler([1], [1, 2])).toThrow(RangeError);
  expect(() => kullbackLeiblerNormal({ mean: 0, deviation: 1 }, { mean: 0, deviation: 0 })).toThrow(RangeError);
});
