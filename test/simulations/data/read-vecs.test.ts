import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVecs } from '../../../src/simulations/data/read-vecs.ts';
import type { VecsFormat } from '../../../src/simulations/data/read-vecs.ts';
import { anyCuts, bytesOf, chunked, faultsOf, readable, watched } from './chunked.ts';

const sizes = { fvecs: 4, ivecs: 4, bvecs: 1 };

/** Vectors as the formats write them: each behind its dimension. */
const vecs = (format: VecsFormat, vectors: readonly (readonly number[])[]): Uint8Array =>
  bytesOf(
    vectors.flatMap((vector) => {
      const view = new DataView(new ArrayBuffer(4 + vector.length * sizes[format]));
      view.setInt32(0, vector.length, true);
      vector.forEach((value, i) => {
        if (format === 'fvecs') view.setFloat32(4 + i * 4, value, true);
        else if (format === 'ivecs') view.setInt32(4 + i * 4, value, true);
        else view.setUint8(4 + i, value);
      });
      return [...new Uint8Array(view.buffer)];
    }),
  );

const read = (
  format: VecsFormat,
  bytes: Uint8Array,
  options: { limit?: number; bytes?: number; cuts?: readonly number[] } = {},
) => {
  const { cuts, ...rest } = options;
  return readVecs(format, chunked(bytes, cuts), { name: 'some.data', limit: Infinity, ...rest });
};

describe('readVecs', () => {
  it.each<[VecsFormat, number[][], string[]]>([
    [
      'fvecs',
      [
        [0.5, -1, 2],
        [3, 4, 5],
      ],
      [],
    ],
    [
      'bvecs',
      [
        [0, 128, 255],
        [1, 2, 3],
      ],
      [],
    ],
    [
      'ivecs',
      [
        [0, -7, 16_777_216],
        [1, 2, 3],
      ],
      [],
    ],
    [
      'ivecs',
      [[16_777_217, 16_777_219, 33_554_432]],
      ['some.data: 2 whole numbers beyond 16777216 lost digits in single precision (float32)'],
    ],
  ])('reads %s: %j', async (format, vectors, notes) => {
    const bytes = vecs(format, vectors);
    const reading = readable(await read(format, bytes, { bytes: bytes.length }));
    expect(reading.value).toEqual({
      kind: 'vectors',
      values: Float32Array.from(vectors.flat()),
      rows: vectors.length,
      dimension: 3,
    });
    expect(reading.notes).toEqual(notes);
  });

  const two = vecs('fvecs', [
    [1, 2],
    [3, 4],
  ]);
  it.each<[string, Uint8Array, string | RegExp]>([
    ['an empty file', bytesOf([]), 'the file is empty'],
    ['three bytes', bytesOf([1, 0, 0]), /byte 0: the first four bytes say dimension 0/u],
    ['dimension 0', bytesOf([0, 0, 0, 0]), /byte 0: the first four bytes say dimension 0; expected 1 to 32768/u],
    ['a negative dimension', bytesOf([255, 255, 255, 255]), /dimension -1/u],
    ['a dimension of two thousand million', bytesOf([255, 255, 255, 127, 0]), /dimension 2147483647/u],
    ['a big-endian dimension', bytesOf([0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]), /dimension 33554432/u],
    ['a gzip file', bytesOf([0x1f, 0x8b, 8, 0, 0, 0]), /compressed with gzip/u],
    ['a cut first vector', two.slice(0, 9), 'byte 0: vector 1 is cut off: 9 of its 12 bytes are there'],
    ['a cut last vector', two.slice(0, -1), 'byte 12: vector 2 is cut off: 11 of its 12 bytes are there'],
    ['a cut last dimension', two.slice(0, 14), 'byte 12: vector 2 is cut off: 2 of its 12 bytes are there'],
    ['another dimension', vecs('fvecs', [[1, 2], [3, 4], [5]]), 'byte 24: vector 3 has dimension 1, the first has 2'],
    [
      'NaN',
      vecs('fvecs', [
        [1, 2],
        [3, Number.NaN],
      ]),
      'byte 20: row 2, component 2 is NaN; distances need finite numbers',
    ],
    [
      'infinity',
      vecs('fvecs', [[-Infinity, 2]]),
      'byte 4: row 1, component 1 is -Infinity; distances need finite numbers',
    ],
  ])('refuses %s', async (_, bytes, fault) => {
    const faults = faultsOf(await read('fvecs', bytes, { bytes: bytes.length }));
    expect(faults).toHaveLength(1);
    if (typeof fault === 'string') expect(faults).toEqual([fault]);
    else expect(faults[0]).toMatch(fault);
  });

  it('reads a file with a cut tail up to a limit before it, and says so', async () => {
    const reading = readable(await read('fvecs', two.slice(0, -1), { limit: 1, bytes: two.length - 1 }));
    expect(reading.value.rows).toBe(1);
    expect(reading.notes).toHaveLength(2);
    expect(reading.notes[1]).toMatch(/23 bytes, not a multiple of 12/u);
  });

  it('asks for nothing beyond the limit and closes the file', async () => {
    const one = vecs('bvecs', [[1, 2, 3]]);
    const { chunks, seen } = watched([one, one, one, one]);
    expect(readable(await readVecs('bvecs', chunks, { name: 'some.data', limit: 2 })).value.rows).toBe(2);
    expect(seen).toEqual({ pulls: 2, closed: true });
  });

  it('gives the same vectors for any cut of the same bytes, or the same problem where the file ends early', async () => {
    const file = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom<VecsFormat>('fvecs', 'bvecs', 'ivecs'))
      .chain(([dimension, format]) =>
        fc
          .array(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: dimension, maxLength: dimension }), {
            minLength: 1,
            maxLength: 12,
          })
          .map((vectors) => ({ format, dimension, vectors })),
      );
    await fc.assert(
      fc.asyncProperty(file, anyCuts, fc.nat(6), async ({ format, dimension, vectors }, cuts, missing) => {
        const all = vecs(format, vectors);
        const bytes = all.slice(0, Math.max(1, all.length - missing));
        const reading = await read(format, bytes, { cuts });
        expect(reading).toEqual(await read(format, bytes));
        // A whole vector less is a file of its own; anything between is a cut.
        const stride = 4 + dimension * sizes[format];
        expect(reading.ok).toBe(bytes.length % stride === 0);
        if (reading.ok)
          expect([...reading.value.values]).toEqual(vectors.flat().slice(0, reading.value.rows * dimension));
      }),
    );
  });
});
