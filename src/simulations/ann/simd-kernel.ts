import type { DistanceKernel } from './distance-kernel.ts';
import { kernelBytes } from './kernel-bytes.ts';

/** What is used of WebAssembly, which the library of types without a browser does not declare. */
type Memory = { readonly buffer: ArrayBuffer };
type Module = { readonly kind?: 'module' };
declare const WebAssembly: {
  validate: (bytes: Uint8Array) => boolean;
  Module: new (bytes: Uint8Array) => Module;
  Memory: new (size: { initial: number; maximum: number }) => Memory;
  Instance: new (module: Module, imports: { arena: { memory: Memory } }) => { exports: unknown };
};

const pageBytes = 65536;
let compiled: Module | undefined;

/** Whether this machine runs the kernel: WebAssembly with SIMD128. */
export function simdIsHere(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(bytesOf(kernelBytes));
}

/** A memory of at least so many bytes, and the functions of `kernel.wat` over it. */
export function simdKernel(bytes: number): { buffer: ArrayBuffer; kernel: DistanceKernel } {
  const pages = Math.ceil(bytes / pageBytes);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  compiled ??= new WebAssembly.Module(bytesOf(kernelBytes));
  const { exports } = new WebAssembly.Instance(compiled, { arena: { memory } });
  return { buffer: memory.buffer, kernel: exports as DistanceKernel };
}

/** The bytes that a base64 text stands for. */
function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
