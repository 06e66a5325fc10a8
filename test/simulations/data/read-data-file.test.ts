import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/simulations/data/format-of.ts';
import type { DataFormat, DataKind } from '../../../src/simulations/data/format-of.ts';
import { readDataFile } from '../../../src/simulations/data/read-data-file.ts';
import { writeNpy } from '../../../src/simulations/data/write-npy.ts';
import { bytesOf, chunked, readable } from './chunked.ts';

describe('formatOf', () => {
  it.each<[string, DataFormat | undefined, DataKind?]>([
    ['base.npy', 'npy'],
    ['/tmp/sift.base/BASE.FVECS', 'fvecs'],
    ['C:\\data\\base.bvecs', 'bvecs'],
    ['truth.ivecs', 'ivecs'],
    ['scores.csv', 'csv'],
    ['day_0.tsv', 'criteo'],
    ['facebook_combined.txt', 'edges'],
    ['graph.edges', 'edges'],
    ['train.txt', 'criteo', 'criteo'],
    ['graph.csv', 'edges', 'edges'],
    ['scores.csv', undefined, 'vectors'],
    ['base.npy.gz', undefined],
    ['some.dir/data', undefined],
    ['npy', undefined],
    ['', undefined],
    ['a.constructor', undefined],
  ])('%s is %s', (name, format, kind) => {
    expect(formatOf(name, kind)).toBe(format);
  });
});

describe('readDataFile', () => {
  const criteo = ['0', ...Array.from({ length: 39 }, () => '')].join('\t');
  it.each<[DataFormat, Uint8Array, string]>([
    ['npy', writeNpy({ kind: 'vectors', values: new Float32Array(2), rows: 1, dimension: 2 }), 'vectors'],
    ['fvecs', bytesOf([1, 0, 0, 0, 0, 0, 0, 0]), 'vectors'],
    ['bvecs', bytesOf([1, 0, 0, 0, 9]), 'vectors'],
    ['ivecs', bytesOf([1, 0, 0, 0, 9, 0, 0, 0]), 'vectors'],
    ['csv', bytesOf('a\n1\n'), 'table'],
    ['criteo', bytesOf(criteo), 'table'],
    ['edges', bytesOf('1 2\n'), 'edges'],
  ])('reads %s', async (format, bytes, kind) => {
    const source = { name: 'some.data', limit: 10, bytes: bytes.length };
    expect(readable(await readDataFile(format, chunked(bytes), source)).value.kind).toBe(kind);
  });
});
