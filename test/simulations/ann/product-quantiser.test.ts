import { describe, expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { codeScan } from '../../../src/simulations/ann/code-scan.ts';
import { kMeans } from '../../../src/simulations/ann/k-means.ts';
import { nearestKeys } from '../../../src/simulations/ann/nearest-keys.ts';
import {
  distanceTable,
  encode,
  trainQuantiser,
  type ProductQuantiser,
} from '../../../src/simulations/ann/product-quantiser.ts';
import fixture from '../../fixtures/simulations/ann.json' with { type: 'json' };
import { distancesOf, finish, gaussianVectors, idsOf, kernels } from './vectors.ts';
import type { Vectors } from '../../../src/simulations/ann/vector-table.ts';

// Jégou and others 2011, asymmetric distance (fixture ann.pq_adc)
test('the sums of table entries are those of the paper', () => {
  const { inputs, expected } = fixture.entries['ann.pq_adc'];
  const books = inputs.codebooks.map((book) => Float32Array.from(book.flat()));
  const table = distanceTable({ parts: 2, codes: 2, dimension: 4, books }, inputs.query);
  expect([...table]).toEqual(expected.table.flat());
  const nearest = nearestKeys(4);
  codeScan({ codes: Uint8Array.from(inputs.codes.flat()), parts: 2 }, 2)(table, 0, 4, nearest);
  const found = new Map(idsOf(nearest).map((id, rank) => [id, distancesOf(nearest)[rank]]));
  expect([0, 1, 2, 3].map((row) => found.get(row))).toEqual(expected.adc);
  expect(idsOf(nearest)).toEqual([2, 3, 0, 1]);
});

test.each([1, 3, 4, 8, 16])(
  'with %d parts the scan finds the least sums, beyond one block and under other names',
  (parts) => {
    const random = mersenneTwister(parts);
    const codes = Uint8Array.from({ length: 1300 * parts }, () => Math.floor(random() * 20));
    const table = Float32Array.from({ length: parts * 20 }, () => Math.floor(random() * 1000));
    const sumOf = (row: number): number =>
      Array.from(
        { length: parts },
        (_, part) => table[part * 20 + (codes[row * parts + part] as number)] as number,
      ).reduce((a, b) => a + b);
    const rows = Array.from({ length: 1300 }, (_, row) => row).slice(100);
    const sorted = rows.sort((a, b) => sumOf(a) - sumOf(b) || a - b).slice(0, 25);
    const nearest = nearestKeys(25);
    codeScan({ codes, parts }, 20)(table, 100, 1300, nearest);
    expect(idsOf(nearest)).toEqual(sorted);
    expect(distancesOf(nearest)).toEqual(sorted.map(sumOf));
    const renamed = nearestKeys(25);
    codeScan({ codes, parts, ids: Int32Array.from({ length: 1300 }, (_, row) => row + 7) }, 20)(
      table,
      100,
      1300,
      renamed,
    );
    expect(idsOf(renamed)).toEqual(sorted.map((row) => row + 7));
  },
);

describe.each(kernels)('a quantiser learnt with %s', (kernel) => {
  const learnt = (base: Vectors, parts: number, codes: number): ProductQuantiser =>
    finish(trainQuantiser(base, { parts, codes }, mersenneTwister(1), kernel)).quantiser;

  test('codes are the nearest centre of each part', () => {
    const base = gaussianVectors(400, 6, 3);
    const quantiser = learnt(base, 3, 16);
    const codes = encode(quantiser, base, kernel);
    for (let row = 0; row < 400; row += 37) {
      const table = distanceTable(quantiser, base.values.subarray(row * 6, row * 6 + 6));
      for (let part = 0; part < 3; part += 1) {
        const run = [...table.subarray(part * 16, part * 16 + 16)];
        expect(run[codes[row * 3 + part] as number]).toBeCloseTo(Math.min(...run), 5);
      }
    }
  });

  // Optimal scalar quantisers of N(0, 1) (fixture embed.lloyd_max_gaussian): a codebook of one coordinate.
  const { inputs, expected } = fixture.entries['embed.lloyd_max_gaussian'];
  test.each(inputs.bits.map((bits, i) => [bits, expected.mse[i] ?? NaN, expected.shannon[i] ?? NaN] as const))(
    'a codebook of %d bits loses what Lloyd and Max say: %f of the variance',
    (bits, mse, shannon) => {
      const points = gaussianVectors(20_000, 1, 5);
      const sorted = [...points.values.keys()].sort((a, b) => (points.values[a] ?? 0) - (points.values[b] ?? 0));
      const initial = Array.from({ length: 2 ** bits }, (_, i) => sorted[((i + 0.5) / 2 ** bits) * 20_000] ?? 0);
      const loss = finish(kMeans(points, initial, 300, kernel)).inertia / 20_000;
      expect(Math.abs(loss / mse - 1)).toBeLessThan(0.05);
      expect(loss).toBeGreaterThan(shannon);
    },
  );

  test('parts of several coordinates lose less than one-bit-a-coordinate scalars, and more than Shannon allows', () => {
    const base = gaussianVectors(4000, 8, 6);
    const quantiser = learnt(base, 2, 16);
    const codes = encode(quantiser, base, kernel);
    let loss = 0;
    for (let row = 0; row < 4000; row += 1) {
      const table = distanceTable(quantiser, base.values.subarray(row * 8, row * 8 + 8));
      loss += (table[codes[2 * row] as number] as number) + (table[16 + (codes[2 * row + 1] as number)] as number);
    }
    expect(loss / 32_000).toBeLessThan(expected.mse[0] as number);
    expect(loss / 32_000).toBeGreaterThan(expected.shannon[0] as number);
  });

  test('a base smaller than the codes is kept without loss', () => {
    const base = gaussianVectors(10, 4, 1);
    const quantiser = learnt(base, 2, 64);
    expect(quantiser.codes).toBe(10);
    const table = distanceTable(quantiser, base.values.subarray(0, 4));
    const codes = encode(quantiser, base, kernel);
    expect((table[codes[0] as number] as number) + (table[10 + (codes[1] as number)] as number)).toBeCloseTo(0, 12);
  });
});

test.each([
  [3, 16],
  [4, 257],
  [4, 0],
])('%d parts of %d codes are refused for four dimensions', (parts, codes) => {
  expect(() => finish(trainQuantiser(gaussianVectors(9, 4, 1), { parts, codes }, mersenneTwister(1), 'js'))).toThrow(
    RangeError,
  );
});
