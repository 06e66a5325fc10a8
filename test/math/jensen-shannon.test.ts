import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jensenShannonDistance, jensenShannonDivergence } from '../../src/math/jensen-shannon.ts';
import { populationStabilityIndex } from '../../src/math/population-stability-index.ts';
import fixture from '../fixtures/simulations/drift.json' with { type: 'json' };

const discrete = fixture.entries['drift.discrete'];
const empty = fixture.entries['drift.psi_empty_bin'];

test('a worked pair of distributions: the divergence, and its root as scipy gives it', () => {
  const { p, q } = discrete.inputs;
  expect(jensenShannonDivergence(p, q)).toBeCloseTo(discrete.expected.js_nats, 10);
  expect(jensenShannonDistance(p, q)).toBeCloseTo(Math.sqrt(discrete.expected.js_scipy), 10);
});

test('an empty bin leaves it finite, and nothing exceeds ln 2', () => {
  expect(jensenShannonDivergence(empty.inputs.ref, empty.inputs.cur)).toBeCloseTo(empty.expected.js, 10);
  expect(jensenShannonDivergence([1, 0], [0, 1])).toBeCloseTo(empty.expected.js_max, 14);
});

test('it is the same both ways, from 0 to ln 2', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 30 }), (rows) => {
      const [a, b] = [
        [1, ...rows.map(([x]) => x)],
        [1, ...rows.map(([, y]) => y)],
      ];
      const value = jensenShannonDivergence(a, b);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(Math.LN2 + 1e-12);
      expect(jensenShannonDivergence(b, a)).toBeCloseTo(value, 12);
    }),
  );
});

test('for small changes it is an eighth of PSI', () => {
  const [p, q] = [
    [100, 100, 100],
    [101, 100, 99],
  ];
  expect((8 * jensenShannonDivergence(p, q)) / populationStabilityIndex(p, q)).toBeCloseTo(1, 3);
});

test('other bins are refused', () => {
  expect(() => jensenShannonDivergence([1], [1, 2])).toThrow(RangeError);
});
