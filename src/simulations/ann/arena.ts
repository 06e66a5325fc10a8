import { kernelBytesReserved, type DistanceKernel, type KernelName } from './distance-kernel.ts';
import { PlainKernel } from './plain-kernel.ts';
import { simdIsHere, simdKernel } from './simd-kernel.ts';

/** One block of memory, the kernel that computes in it, and views of the whole of it. */
export type Arena = {
  kernel: DistanceKernel;
  floats: Float32Array;
  words: Int32Array;
  /** Eight bytes as one number: what the kernel's keys are read as. */
  keys: Float64Array;
  /** Sets bytes aside and returns where they begin, a multiple of 16. */
  take: (bytes: number) => number;
};

/** The kernel that was asked for, or the plain one where WebAssembly has no SIMD. */
export function usableKernel(asked: KernelName): KernelName {
  return asked === 'simd' && simdIsHere() ? 'simd' : 'js';
}

/**
 * Opens a block of memory that holds `sizes` (in bytes, as they will be taken) and the kernel's own words.
 *
 * @throws RangeError beyond 2 GiB, where positions no longer fit a word; and in `take` when more is taken than announced
 */
export function openArena(name: KernelName, sizes: readonly number[]): Arena {
  const bytes = sizes.reduce((sum, size) => sum + padded(size), kernelBytesReserved);
  if (bytes > 2147483647) throw new RangeError('`openArena` requires at most 2147483647 bytes');
  const { buffer, kernel } = name === 'simd' ? simdKernel(bytes) : plainArena(bytes);
  let at = kernelBytesReserved;
  const take = (size: number): number => {
    const from = at;
    at += padded(size);
    if (at > buffer.byteLength) throw new RangeError('`take` requires no more bytes than were announced');
    return from;
  };
  return {
    kernel,
    floats: new Float32Array(buffer),
    words: new Int32Array(buffer),
    keys: new Float64Array(buffer),
    take,
  };
}

function plainArena(bytes: number): { buffer: ArrayBuffer; kernel: DistanceKernel } {
  const buffer = new ArrayBuffer(padded(bytes));
  return { buffer, kernel: new PlainKernel(buffer) };
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}

/** Bytes of a row of so many 32-bit floats, padded to whole SIMD registers. */
export function strideOf(dimension: number): number {
  return padded(4 * dimension);
}

/** Copies a row-major array of vectors into an arena, in the order of `order` where one is given. */
export function writeRows(arena: Arena, at: number, values: Float32Array, dimension: number, order?: Int32Array): void {
  const width = strideOf(dimension) >>> 2;
  const rows = order?.length ?? values.length / dimension;
  for (let row = 0; row < rows; row += 1) {
    const from = (order ? (order[row] as number) : row) * dimension;
    for (let i = 0; i < dimension; i += 1) arena.floats[(at >>> 2) + row * width + i] = values[from + i] as number;
  }
}
