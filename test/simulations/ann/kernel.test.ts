import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import loadWabt from 'wabt';
import { openArena, strideOf, usableKernel, writeRows, type Arena } from '../../../src/simulations/ann/arena.ts';
import { kernelBytes } from '../../../src/simulations/ann/kernel-bytes.ts';
import { countedAt } from '../../../src/simulations/ann/distance-kernel.ts';
import { gaussianVectors, gridVectors, kernels } from './vectors.ts';
import type { KernelName } from '../../../src/simulations/ann/distance-kernel.ts';
import type { Vectors } from '../../../src/simulations/ann/vector-table.ts';

const source = join(import.meta.dirname, '../../../src/simulations/ann/kernel.wat');

test('the built bytes are those of the text (else: npm run kernel)', async () => {
  const wabt = await loadWabt();
  const module = wabt.parseWat('kernel.wat', readFileSync(source, 'utf8'), { simd: true });
  expect(kernelBytes).toBe(Buffer.from(module.toBinary({}).buffer).toString('base64'));
});

test('this machine runs the kernel, and plain TypeScript can be asked for', () => {
  expect(kernels.map(usableKernel)).toEqual(['simd', 'js']);
});

/** A memory with rows, ids, links, marks and room for keys. */
function laid(name: KernelName, { values, rows, dimension }: Vectors) {
  const stride = strideOf(dimension);
  const sizes = [rows * stride, 4 * rows + 16, 4 * rows, 8 * rows * 4];
  const arena = openArena(name, sizes);
  const [rowsAt, idsAt, marksAt, keysAt] = sizes.map((size) => arena.take(size)) as [number, number, number, number];
  writeRows(arena, rowsAt, values, dimension);
  return { arena, stride, rowsAt, idsAt, marksAt, keysAt };
}

function keysIn(arena: Arena, keysAt: number, count: number): [number, number][] {
  return Array.from({ length: count }, (_, i) => [
    arena.words[(keysAt >>> 2) + 2 * i] as number,
    arena.floats[(keysAt >>> 2) + 2 * i + 1] as number,
  ]);
}

/** The plain sum, in doubles. */
function distance({ values, dimension }: Vectors, a: number, b: number): number {
  let sum = 0;
  for (let i = 0; i < dimension; i += 1) {
    const gap = (values[a * dimension + i] as number) - (values[b * dimension + i] as number);
    sum += gap * gap;
  }
  return sum;
}

const shapes = fc.record({
  rows: fc.integer({ min: 1, max: 23 }),
  dimension: fc.integer({ min: 1, max: 37 }),
  seed: fc.nat(1000),
});

test.each(kernels)('%s: listed rows give the plain sums, whatever the number of rows and dimensions', (name) => {
  fc.assert(
    fc.property(shapes, ({ rows, dimension, seed }) => {
      const vectors = gaussianVectors(rows, dimension, seed);
      const { arena, stride, rowsAt, idsAt, keysAt } = laid(name, vectors);
      const ids = Array.from({ length: rows }, (_, i) => (i * 7 + seed) % rows);
      ids.forEach((id, i) => (arena.words[(idsAt >>> 2) + i] = id));
      arena.kernel.listed(rowsAt, rowsAt, stride, idsAt, rows, keysAt);
      for (const [i, [id, found]] of keysIn(arena, keysAt, rows).entries()) {
        expect(id).toBe(ids[i]);
        expect(Math.abs(found - distance(vectors, 0, id))).toBeLessThanOrEqual(1e-5 * (1 + found));
      }
    }),
  );
});

test('on whole numbers both kernels give the same keys, in every function', () => {
  fc.assert(
    fc.property(shapes, fc.nat(22), ({ rows, dimension, seed }, asked) => {
      const vectors = gridVectors(rows, dimension, seed);
      const query = asked % rows;
      const outcomes = kernels.map((name) => {
        const { arena, stride, rowsAt, idsAt, marksAt, keysAt } = laid(name, vectors);
        const { kernel, words, keys } = arena;
        const limit = distance(vectors, query, seed % rows);
        const scanned = kernel.scan(rowsAt + query * stride, rowsAt, stride, rows, limit, 100, keysAt);
        const scan = keysIn(arena, keysAt, scanned);
        kernel.assign(rowsAt, rows, stride, rowsAt, Math.ceil(rows / 2), keysAt);
        const assign = keysIn(arena, keysAt, rows);
        words[idsAt >>> 2] = rows;
        for (let i = 0; i < rows; i += 1) words[(idsAt >>> 2) + 1 + i] = i;
        words[(marksAt >>> 2) + query] = 9;
        const fresh = kernel.expand(rowsAt + query * stride, rowsAt, stride, idsAt, marksAt, 9, keysAt);
        const expand = keysIn(arena, keysAt, fresh);
        const again = kernel.expand(rowsAt + query * stride, rowsAt, stride, idsAt, marksAt, 9, keysAt);
        keys.subarray(keysAt >>> 3, (keysAt >>> 3) + fresh).sort();
        const kept = kernel.diverse(rowsAt, stride, keysAt, fresh, 5);
        const diverse = { kept: keysIn(arena, keysAt, kept), computed: words[countedAt >>> 2] };
        return { scan, assign, expand, again, diverse };
      });
      expect(outcomes[1]).toEqual(outcomes[0]);
      const [first] = outcomes;
      expect(first?.again).toBe(0);
      expect(first?.expand.map(([id]) => id)).toEqual(
        Array.from({ length: rows }, (_, i) => i).filter((id) => id !== query),
      );
      expect(first?.scan.every(([, found]) => found <= distance(vectors, query, seed % rows))).toBe(true);
      expect(first?.scan.some(([id]) => id === 100 + (seed % rows))).toBe(true);
    }),
  );
});

test.each(kernels)('%s: a pair of rows has the same bits in a group of four, alone, and both ways round', (name) => {
  const vectors = gaussianVectors(9, 29, 4);
  const { arena, stride, rowsAt, keysAt } = laid(name, vectors);
  const bits = (query: number, from: number, count: number) => {
    arena.kernel.scan(rowsAt + query * stride, rowsAt + from * stride, stride, count, Infinity, from, keysAt);
    return keysIn(arena, keysAt, count).map(([, found]) => found);
  };
  const together = bits(2, 0, 9);
  expect(together).toEqual(Array.from({ length: 9 }, (_, row) => bits(2, row, 1)[0]));
  expect(together).toEqual(Array.from({ length: 9 }, (_, row) => bits(row, 2, 1)[0]));
});

test.each(kernels)('%s: diverse keeps a candidate only if it is nearer to the query than to any kept', (name) => {
  const vectors = gaussianVectors(40, 9, 11);
  const { arena, stride, rowsAt, keysAt } = laid(name, vectors);
  const found = arena.kernel.scan(rowsAt, rowsAt + stride, stride, 39, Infinity, 1, keysAt);
  arena.keys.subarray(keysAt >>> 3, (keysAt >>> 3) + found).sort();
  const candidates = keysIn(arena, keysAt, found);
  const kept: number[] = [];
  for (const [id, own] of candidates)
    if (kept.length < 8 && kept.every((other) => distance(vectors, id, other) >= own)) kept.push(id);
  const count = arena.kernel.diverse(rowsAt, stride, keysAt, found, 8);
  expect(kept.length).toBeGreaterThan(3);
  expect(keysIn(arena, keysAt, count).map(([id]) => id)).toEqual(kept);
});

test('more than two gibibytes, and more than was announced, are refused', () => {
  expect(() => openArena('js', [2 ** 31])).toThrow('at most 2147483647 bytes');
  const arena = openArena('js', [64]);
  arena.take(64);
  expect(() => arena.take(16)).toThrow(RangeError);
});
