import type { DataVectors } from '../simulation.ts';
import { byteReader } from './byte-reader.ts';
import type { ByteReader } from './byte-reader.ts';
import type { Chunks, DataReading, DataSource } from './data-source.ts';
import { refuseForeign } from './foreign-bytes.ts';
import { readNpyHeader } from './npy-header.ts';
import type { NpyHeader } from './npy-header.ts';
import { Refusal, limitNote, readingOf } from './refusal.ts';
import type { Found } from './refusal.ts';
import { itemBytes, vectorItems } from './vector-items.ts';
import { refuseAbove2Gb } from './vector-size.ts';

/** Headers are some hundred bytes; numpy itself trusts none above 10,000. */
const longestHeader = 65_536;
const blockBytes = 65_536;

/** Reads a numpy array of one or two dimensions as vectors; a one-dimensional array gives rows of one number. */
export function readNpy(chunks: Chunks, source: DataSource): Promise<DataReading<DataVectors>> {
  return readingOf(source, async () => {
    const bytes = byteReader(chunks);
    try {
      return await readArray(bytes, source);
    } finally {
      await bytes.close();
    }
  });
}

async function readArray(bytes: ByteReader, source: DataSource): Promise<Found<DataVectors>> {
  const header = readNpyHeader(await headerText(bytes));
  const rows = Math.min(header.rows, source.limit);
  const rowBytes = header.dimension * itemBytes[header.item];
  const start = bytes.position();
  if (source.bytes !== undefined && start + header.rows * rowBytes > source.bytes)
    refuseShort(header, rowBytes, source.bytes - start, start);
  refuseAbove2Gb(rows, Math.max(rowBytes, header.dimension * 4), start);

  const items = vectorItems(header.item, header.dimension);
  for (let left = rows * rowBytes; left > 0;) {
    const asked = Math.min(left, blockBytes);
    const at = bytes.position();
    const block = await bytes.take(asked);
    if (block.length < asked) refuseShort(header, rowBytes, bytes.position() - start, start);
    items.add(block, at);
    left -= asked;
  }
  const isCut = rows < header.rows;
  const notes = isCut ? [limitNote(source.limit)] : await trailing(bytes);
  const value: DataVectors = { kind: 'vectors', values: items.values(), rows, dimension: header.dimension };
  return { value, notes: [...items.notes(), ...notes] };
}

async function headerText(bytes: ByteReader): Promise<string> {
  const head = await bytes.take(8);
  if (head.length === 0) throw new Refusal([{ what: 'the file is empty', mend: 'write it with np.save(path, a)' }]);
  const magic = '\x93NUMPY';
  if (String.fromCharCode(...head.subarray(0, 6)) !== magic) {
    refuseForeign(head);
    throw new Refusal([{ byte: 0, what: 'this is not a .npy file', mend: 'write it with np.save(path, a)' }]);
  }
  const version = head[6] ?? 0;
  if (version < 1 || version > 3)
    throw new Refusal([
      { byte: 6, what: `.npy version ${version}; expected 1, 2 or 3`, mend: 'write it with np.save(path, a)' },
    ]);
  const width = version === 1 ? 2 : 4;
  const lengthBytes = await bytes.take(width);
  const length = lengthBytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
  if (length > longestHeader)
    throw new Refusal([
      { byte: 8, what: `a header of ${length} bytes; expected some hundred`, mend: 'write it with np.save(path, a)' },
    ]);
  const text = await bytes.take(length);
  if (text.length < length || lengthBytes.length < width)
    throw new Refusal([{ byte: bytes.position(), what: 'the file ends inside its header', mend: 'copy it again' }]);
  return new TextDecoder('utf-8').decode(text);
}

function refuseShort(header: NpyHeader, rowBytes: number, found: number, byte: number): never {
  const { rows, dimension } = header;
  throw new Refusal([
    {
      byte,
      what: `the header announces ${rows} x ${dimension} numbers (${rows * rowBytes} bytes); the file holds ${Math.max(0, found)} bytes of them`,
      mend: 'the file was cut off: copy or save it again',
    },
  ]);
}

async function trailing(bytes: ByteReader): Promise<string[]> {
  const more = await bytes.take(1);
  return more.length > 0 ? ['bytes that follow the array were not read'] : [];
}
