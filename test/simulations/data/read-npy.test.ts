import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNpy } from '../../../src/simulations/data/read-npy.ts';
import { writeNpy } from '../../../src/simulations/data/write-npy.ts';
import { anyCuts, bytesOf, chunked, faultsOf, readable, watched } from './chunked.ts';

const fixture = join(import.meta.dirname, '..', '..', 'fixtures', 'simulations', 'npy-files.json');
const { files } = JSON.parse(readFileSync(fixture, 'utf8')) as { files: Record<string, string> };
const numpyFile = (name: string): Uint8Array => Uint8Array.from(Buffer.from(files[name] ?? '', 'base64'));

const read = (bytes: Uint8Array, options: { limit?: number; bytes?: number; cuts?: readonly number[] } = {}) => {
  const { cuts, ...rest } = options;
  return readNpy(chunked(bytes, cuts), { name: 'some.data', limit: Infinity, ...rest });
};

/** A version 1.0 file with this dictionary and these bytes behind it. */
const npy = (dictionary: string, data: number[] = []): Uint8Array =>
  bytesOf([
    0x93,
    ...bytesOf('NUMPY'),
    1,
    0,
    dictionary.length % 256,
    dictionary.length >> 8,
    ...bytesOf(dictionary),
    ...data,
  ]);
const header = (shape: string, descr = '<f4'): string =>
  `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }`;

describe('readNpy', () => {
  it.each([
    ['<f4', 2, 3, [0.5, -1.25, 3, 4, 5, 6.5], []],
    ['<f8', 2, 3, [0.5, -1.25, 3, 4, 5, 6.5], ['some.data: 64-bit floats were rounded to single precision (float32)']],
    [
      '<i8',
      2,
      3,
      [1, -2, 2 ** 40, 2 ** 24, 0, 7],
      ['some.data: 1 whole number beyond 16777216 lost digits in single precision (float32)'],
    ],
    ['|u1', 2, 3, [0, 255, 3, 4, 5, 6], []],
    ['one dimension', 3, 1, [1, 2, 3], []],
  ])('reads %s as numpy wrote it', async (name, rows, dimension, values, notes) => {
    const bytes = numpyFile(name);
    const reading = readable(await read(bytes, { bytes: bytes.length }));
    expect(reading.value).toEqual({ kind: 'vectors', values: Float32Array.from(values), rows, dimension });
    expect(reading.notes).toEqual(notes);
  });

  it.each([
    ['pickled objects', 'byte 10: the array holds pickled Python objects, which are never loaded'],
    ['Fortran order', 'byte 10: the array is in Fortran order (column by column)'],
    ['big-endian', 'byte 10: the array is big-endian (">f4")'],
    ['three dimensions', 'byte 10: the array has 3 dimensions; expected 1 or 2'],
    ['no dimension', 'byte 10: the array has 0 dimensions; expected 1 or 2'],
    ['no rows', 'byte 10: the array is empty: its shape is (0, 3)'],
    ['named fields', 'byte 10: the array has named fields'],
    ['half precision', 'byte 10: the array holds "<f2"; expected <f4, <f8, <i8 or |u1'],
  ])('refuses %s as numpy wrote it', async (name, fault) => {
    expect(faultsOf(await read(numpyFile(name)))).toEqual([fault]);
  });

  const whole = numpyFile('<f4');
  it.each<[string, Uint8Array, string | RegExp, number?]>([
    ['an empty file', bytesOf([]), 'the file is empty'],
    ['a text', bytesOf('y,p\n1,0.5\n'), 'byte 0: this is not a .npy file'],
    ['an HDF5 file', bytesOf([0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10]), 'the file is an HDF5 file'],
    ['an .npz archive', bytesOf([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), /zip archive/u],
    ['a version from the future', bytesOf([0x93, ...bytesOf('NUMPY'), 9, 0, 1, 1]), /byte 6: .npy version 9/u],
    ['a magic without more', whole.slice(0, 6), /byte 6: .npy version 0/u],
    ['a file that ends before the header length', whole.slice(0, 9), 'byte 9: the file ends inside its header'],
    ['a file that ends in the header', whole.slice(0, 40), 'byte 40: the file ends inside its header'],
    [
      'a header of 4 GB',
      bytesOf([0x93, ...bytesOf('NUMPY'), 2, 0, 255, 255, 255, 255]),
      /byte 8: a header of 4294967295 bytes/u,
    ],
    [
      'a file cut by a byte',
      whole.slice(0, -1),
      'byte 128: the header announces 2 x 3 numbers (24 bytes); the file holds 23 bytes of them',
    ],
    ['a file cut by a byte, size known', whole.slice(0, -1), /the file holds 23 bytes of them/u, whole.length - 1],
    ['more than 2 GB', npy(header('(1000000000, 128)')), /byte \d+: 1000000000 rows of 512 bytes are more than 2 GB/u],
    ['bytes that take 2 GB as floats', npy(header('(10000000, 128)', '|u1')), /more than 2 GB/u],
    ['one row above 2 GB', npy(header('(1, 99999999999)')), /more than 2 GB/u],
    ['more than the file holds, by far', npy(header('(400000, 128)')), /the file holds 0 bytes of them/u],
    ['a shape no number can hold', npy(header(`(${'9'.repeat(400)}, 1)`)), /the shape .* cannot be read/u],
    ['a negative shape', npy(header('(-1, 4)')), /cannot be read/u],
    ['a comma for a shape', npy(header('(,)')), /cannot be read/u],
    ['code for a shape', npy(header('(exit(), 4)')), /the header cannot be read/u],
    [
      'a dictionary with a stranger',
      npy("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'x': True}"),
      /cannot be read/u,
    ],
    ['a dictionary with more behind it', npy(`${header('(1, 1)')} + 1`), /cannot be read/u],
    ['no fortran_order', npy("{'descr': '<f4', 'shape': (1, 1)}"), /cannot be read/u],
    ['a type called like a built-in', npy(header('(1, 1)', 'constructor')), /the array holds "constructor"/u],
    ['NaN', npy(header('(1, 2)'), [0, 0, 128, 63, 0, 0, 192, 127]), /byte \d+: row 1, component 2 is NaN/u],
    ['infinity', npy(header('(2,)'), [0, 0, 128, 63, 0, 0, 128, 127]), /row 2, component 1 is Infinity/u],
    [
      'a double too large',
      npy(header('(1,)', '<f8'), [0, 0, 0, 0, 0, 0, 0xf0, 0x7e]),
      /too large for single precision/u,
    ],
  ])('refuses %s in one clear message', async (_, bytes, fault, size) => {
    const faults = faultsOf(await read(bytes, size === undefined ? {} : { bytes: size }));
    expect(faults).toHaveLength(1);
    if (typeof fault === 'string') expect(faults).toEqual([fault]);
    else expect(faults[0]).toMatch(fault);
  });

  it('says which limit brings a large file under 2 GB', async () => {
    const reading = await read(npy(header('(1000000000, 128)')));
    expect(reading.ok ? [] : reading.problems.map((one) => one.mend)).toEqual(['read fewer rows: --limit 4194304']);
  });

  it('says that it stopped at the limit, and reads no further', async () => {
    const data = Array.from({ length: 4000 }, () => 0);
    const bytes = npy(header('(1000, 1)'), data);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 100) }, (_, i) => bytes.slice(i * 100, i * 100 + 100));
    const { chunks, seen } = watched(pieces);
    const reading = readable(await readNpy(chunks, { name: 'some.data', limit: 2 }));
    expect(reading.value.rows).toBe(2);
    expect(reading.notes).toEqual([
      'some.data: reading stopped at the limit of 2 rows (--limit); rows after it, if any, were not read',
    ]);
    expect(seen).toEqual({ pulls: 1, closed: true });
  });

  it('refuses a file shorter than announced even where the limit would stop before its end', async () => {
    const bytes = whole.slice(0, -1);
    expect(faultsOf(await read(bytes, { limit: 1, bytes: bytes.length }))[0]).toContain('holds 23 bytes of them');
  });

  it('counts whole numbers that lost digits beyond 2^53 too', async () => {
    const data = new Uint8Array(BigInt64Array.from([2n ** 60n, 2n ** 60n + 1n, -(2n ** 62n) - 1n]).buffer);
    const { value, notes } = readable(await read(npy(header('(3,)', '<i8'), [...data])));
    expect([...value.values]).toEqual([2 ** 60, 2 ** 60, -(2 ** 62)]);
    expect(notes).toEqual(['some.data: 2 whole numbers beyond 16777216 lost digits in single precision (float32)']);
  });

  it('says that bytes follow the array', async () => {
    const reading = readable(await read(bytesOf([...whole, 1])));
    expect(reading.notes).toEqual(['some.data: bytes that follow the array were not read']);
  });

  it('gives the same for any cut of the same bytes, good or spoilt', async () => {
    const someBytes = fc.oneof(
      fc.constantFrom(...Object.keys(files)).map(numpyFile),
      fc.tuple(fc.constantFrom('<f4', '<i8'), fc.nat(230)).map(([name, end]) => numpyFile(name).slice(0, end)),
      fc.tuple(fc.nat(203), fc.nat(255)).map(([at, byte]) => numpyFile('<f4').with(at % 152, byte)),
    );
    await fc.assert(
      fc.asyncProperty(someBytes, anyCuts, fc.constantFrom(1, 2, Infinity), async (bytes, cuts, limit) => {
        expect(await read(bytes, { cuts, limit })).toEqual(await read(bytes, { limit }));
      }),
    );
  });

  it('reads back what writeNpy wrote', async () => {
    const shapes = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    const vectors = shapes.chain(([rows, dimension]) =>
      fc
        .array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
          minLength: rows * dimension,
          maxLength: rows * dimension,
        })
        .map((values) => ({ kind: 'vectors' as const, values: Float32Array.from(values), rows, dimension })),
    );
    await fc.assert(
      fc.asyncProperty(vectors, anyCuts, async (value, cuts) => {
        const bytes = writeNpy(value);
        expect(await read(bytes, { cuts, bytes: bytes.length })).toEqual({ ok: true, value, notes: [] });
      }),
    );
  });

  it('reads blocks of more than 65,536 numbers in their order', async () => {
    const values = Float32Array.from({ length: 70_000 * 3 }, (_, i) => i);
    const value = { kind: 'vectors' as const, values, rows: 70_000, dimension: 3 };
    expect(readable(await read(writeNpy(value), { cuts: [70_001, 300_000] })).value).toEqual(value);
  });

  it('requires a limit of at least one whole row', async () => {
    for (const limit of [0, 1.5, Number.NaN]) await expect(read(whole, { limit })).rejects.toThrow(RangeError);
  });

  it('lets a fault of the disk through', async () => {
    const broken = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('EIO')) }),
    };
    await expect(readNpy(broken, { name: 'some.data', limit: 1 })).rejects.toThrow('EIO');
  });
});

describe('writeNpy', () => {
  it('starts the data at a multiple of 64 bytes and writes what numpy writes', () => {
    const values = Float32Array.from([0.5, -1.25, 3, 4, 5, 6.5]);
    expect(writeNpy({ kind: 'vectors', values, rows: 2, dimension: 3 })).toEqual(whole());
  });

  it('requires rows times dimension values', () => {
    expect(() => writeNpy({ kind: 'vectors', values: new Float32Array(5), rows: 2, dimension: 3 })).toThrow(RangeError);
  });

  function whole(): Uint8Array {
    return numpyFile('<f4');
  }
});
