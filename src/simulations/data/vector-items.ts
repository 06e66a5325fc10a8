import { Refusal, counted } from './refusal.ts';

/** How a number is stored, all little-endian. */
export type ItemKind = 'f4' | 'f8' | 'i4' | 'i8' | 'u1';

export const itemBytes: Readonly<Record<ItemKind, number>> = { f4: 4, f8: 8, i4: 4, i8: 8, u1: 1 };

const largestWhole = 2 ** 24;
const blockItems = 65_536;

const readers: Readonly<Record<ItemKind, (view: DataView, at: number) => number>> = {
  f4: (view, at) => view.getFloat32(at, true),
  f8: (view, at) => view.getFloat64(at, true),
  i4: (view, at) => view.getInt32(at, true),
  i8: (view, at) => view.getInt32(at + 4, true) * 2 ** 32 + view.getUint32(at, true),
  u1: (view, at) => view.getUint8(at),
};

/** Numbers collected block by block: memory follows the bytes that were seen, not what a header announces. */
export type VectorItems = {
  /** Adds whole items; `byte` is where the first stands in the file. @throws Refusal for NaN or infinity */
  add: (bytes: Uint8Array, byte: number) => void;
  /** All of them in one array. */
  values: () => Float32Array;
  notes: () => string[];
};

export function vectorItems(kind: ItemKind, dimension: number): VectorItems {
  const read = readers[kind];
  const size = itemBytes[kind];
  const isWhole = kind === 'i4' || kind === 'i8';
  const blocks: Float32Array[] = [];
  let count = 0;
  let rounded = 0;

  const add = (bytes: Uint8Array, byte: number): void => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let block = blocks.at(-1) ?? new Float32Array(0);
    for (let at = 0; at < bytes.length; at += size) {
      const value = read(view, at);
      const place = count % blockItems;
      if (place === 0) blocks.push((block = new Float32Array(blockItems)));
      block[place] = value;
      const stored = block[place] as number;
      if (!Number.isFinite(stored)) refuseItem(value, count, dimension, byte + at);
      if (isWhole && losesDigits(stored, value, view, at)) rounded += 1;
      count += 1;
    }
  };
  const values = (): Float32Array => {
    const all = new Float32Array(count);
    blocks.forEach((block, i) => all.set(block.subarray(0, count - i * blockItems), i * blockItems));
    return all;
  };
  const notes = (): string[] => [
    ...(kind === 'f8' ? ['64-bit floats were rounded to single precision (float32)'] : []),
    ...(rounded > 0
      ? [`${counted(rounded, 'whole number')} beyond ${largestWhole} lost digits in single precision (float32)`]
      : []),
  ];
  return { add, values, notes };
}

/** A double holds whole numbers up to 2^53 only: beyond, the bytes themselves are asked. */
function losesDigits(stored: number, value: number, view: DataView, at: number): boolean {
  if (stored !== value) return true;
  return Math.abs(value) > Number.MAX_SAFE_INTEGER && BigInt(stored) !== view.getBigInt64(at, true);
}

function refuseItem(value: number, index: number, dimension: number, byte: number): never {
  const place = `row ${Math.floor(index / dimension) + 1}, component ${(index % dimension) + 1}`;
  const what = Number.isFinite(value) ? `${value}, too large for single precision` : String(value);
  throw new Refusal([
    {
      byte,
      what: `${place} is ${what}; distances need finite numbers`,
      mend: 'drop such rows first: np.save(path, a[np.isfinite(a).all(axis=1)])',
    },
  ]);
}
