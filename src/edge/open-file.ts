import { createReadStream, statSync } from 'node:fs';
import { machineFault, systemCode } from './machine-fault.ts';

/** Opens a file to be read in pieces; a pipe or a device has no size. A file that cannot be read is a UserError. */
export function openFile(file: string): { chunks: AsyncIterable<Uint8Array>; bytes?: number } {
  try {
    const found = statSync(file);
    if (found.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
    return { chunks: piecesOf(file), ...(found.isFile() ? { bytes: found.size } : {}) };
  } catch (error) {
    throw fault(error, file);
  }
}

async function* piecesOf(file: string): AsyncIterable<Uint8Array> {
  try {
    for await (const piece of createReadStream(file)) yield piece as Uint8Array;
  } catch (error) {
    throw fault(error, file);
  }
}

function fault(error: unknown, file: string): unknown {
  return machineFault(error, `${file} cannot be read`, file, undefined, systemCode(error) === 'ENOENT' ? 2 : 1);
}
