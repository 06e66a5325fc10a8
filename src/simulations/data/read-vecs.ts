import type { DataVectors } from '../simulation.ts';
import { byteReader } from './byte-reader.ts';
import type { ByteReader } from './byte-reader.ts';
import type { Chunks, DataReading, DataSource } from './data-source.ts';
import { refuseForeign } from './foreign-bytes.ts';
import { Refusal, limitNote, readingOf } from './refusal.ts';
import type { Found } from './refusal.ts';
import { itemBytes, vectorItems } from './vector-items.ts';
import { refuseAbove2Gb } from './vector-size.ts';

/** fvecs holds 32-bit floats, bvecs bytes, ivecs 32-bit whole numbers. */
export type VecsFormat = 'fvecs' | 'bvecs' | 'ivecs';

const kinds = { fvecs: 'f4', bvecs: 'u1', ivecs: 'i4' } as const;
const highestDimension = 32_768;

/**
 * Reads vectors of which each stands behind its own dimension (a 32-bit little-endian whole number).
 *
 * Source: H. Jegou, M. Douze, L. Amsaleg, the file formats of the TEXMEX corpus.
 */
export function readVecs(format: VecsFormat, chunks: Chunks, source: DataSource): Promise<DataReading<DataVectors>> {
  return readingOf(source, async () => {
    const bytes = byteReader(chunks);
    try {
      return await readVectors(format, bytes, source);
    } finally {
      await bytes.close();
    }
  });
}

async function readVectors(format: VecsFormat, bytes: ByteReader, source: DataSource): Promise<Found<DataVectors>> {
  // 1. The first dimension says how long each vector is.
  const head = await bytes.take(4);
  if (head.length === 0)
    throw new Refusal([{ what: 'the file is empty', mend: `give a .${format} file with vectors` }]);
  const dimension = dimensionOf(head, 0);
  if (dimension < 1 || dimension > highestDimension) {
    refuseForeign(head);
    throw new Refusal([
      {
        byte: 0,
        what: `the first four bytes say dimension ${dimension}; expected 1 to ${highestDimension}`,
        mend: `write each vector as its dimension (int32, little-endian) and its numbers, or check that this is a .${format} file`,
      },
    ]);
  }
  const kind = kinds[format];
  const size = dimension * itemBytes[kind];

  // 2. Vector by vector: its numbers, and the dimension of the next.
  const items = vectorItems(kind, dimension);
  let rows = 0;
  for (;;) {
    const at = bytes.position();
    refuseAbove2Gb(rows + 1, Math.max(size, dimension * 4), at);
    const numbers = await bytes.take(size);
    if (numbers.length < size) refuseCut(rows + 1, at - 4, 4 + size, 4 + numbers.length);
    items.add(numbers, at);
    rows += 1;
    if (rows === source.limit) break;
    const start = bytes.position();
    const next = await bytes.take(4);
    if (next.length === 0) break;
    if (next.length < 4) refuseCut(rows + 1, start, 4 + size, next.length);
    if (dimensionOf(next, 0) !== dimension) refuseOther(rows + 1, start, dimensionOf(next, 0), dimension);
  }
  const notes = rows === source.limit ? [limitNote(source.limit), ...unevenSize(source, 4 + size)] : [];
  return { value: { kind: 'vectors', values: items.values(), rows, dimension }, notes: [...items.notes(), ...notes] };
}

function dimensionOf(bytes: Uint8Array, at: number): number {
  if (bytes.length < at + 4) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt32(at, true);
}

/** The limit may end the reading before the vector at fault. */
function unevenSize({ bytes }: DataSource, stride: number): string[] {
  if (bytes === undefined || bytes % stride === 0) return [];
  return [
    `the file has ${bytes} bytes, not a multiple of ${stride}: a vector beyond the limit is cut off or of another dimension`,
  ];
}

function refuseCut(row: number, byte: number, expected: number, found: number): never {
  throw new Refusal([
    {
      byte,
      what: `vector ${row} is cut off: ${found} of its ${expected} bytes are there`,
      mend: row > 1 ? `copy the file again, or leave it out: --limit ${row - 1}` : 'copy the file again',
    },
  ]);
}

function refuseOther(row: number, byte: number, found: number, expected: number): never {
  throw new Refusal([
    {
      byte,
      what: `vector ${row} has dimension ${found}, the first has ${expected}`,
      mend: 'write all vectors with one dimension, each behind its own',
    },
  ]);
}
