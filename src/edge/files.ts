import { createReadStream, existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TextDecoder } from 'node:util';
import { UserError } from '../errors.ts';
import type { Files } from '../ports.ts';
import { atomicWrite } from './atomic-write.ts';
import { machineFault, systemCode } from './machine-fault.ts';

const fileMode = 0o644;

/** The files that a person names; "-" is standard input. */
export function createFiles(streams: { readonly stdin: NodeJS.ReadableStream } = process): Required<Files> {
  const nameOf = (file: string) => (file === '-' ? 'standard input' : file);
  const readFault = (error: unknown, file: string) =>
    machineFault(error, `${nameOf(file)} cannot be read`, file, undefined, systemCode(error) === 'ENOENT' ? 2 : 1);

  return {
    read: async (file) => {
      try {
        return decoded(file === '-' ? await bytesOf(streams.stdin) : readFileSync(file), nameOf(file));
      } catch (error) {
        throw readFault(error, file);
      }
    },
    lines: async function* (file) {
      const decoder = new TextDecoder('utf-8', { fatal: true });
      const source: AsyncIterable<Buffer | string> = file === '-' ? streams.stdin : createReadStream(file);
      let rest = '';
      try {
        for await (const chunk of source) {
          const pieces = (rest + decodedPart(decoder, chunk, nameOf(file))).split('\n');
          rest = pieces.pop() ?? '';
          for (const piece of pieces) yield withoutReturn(piece);
        }
        rest += decodedPart(decoder, undefined, nameOf(file));
      } catch (error) {
        throw readFault(error, file);
      }
      if (rest !== '') yield withoutReturn(rest);
    },
    write: async (file, text, { force, makeFolder }) => {
      try {
        if (makeFolder) mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
        const found = statSync(file, { throwIfNoEntry: false });
        if (found && !force) {
          throw new UserError(
            `${file} is already there, and is not overwritten.`,
            'the same with --force, or another name',
            2,
          );
        }
        // A pipe or a device is written to; renaming a file over it would replace it.
        if (found && !found.isFile() && !found.isDirectory()) writeFileSync(file, text);
        else await atomicWrite(found ? realpathSync(file) : file, text, found ? found.mode & 0o777 : fileMode);
      } catch (error) {
        throw machineFault(error, `${file} cannot be written`, path.resolve(file), 'another place, as in --out <file>');
      }
    },
    exists: (file) => Promise.resolve(existsSync(file)),
    absolute: (file) => path.resolve(file),
  };
}

async function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

function decoded(bytes: Uint8Array, name: string): string {
  return decodedPart(new TextDecoder('utf-8', { fatal: true }), bytes, name);
}

function decodedPart(decoder: TextDecoder, chunk: Uint8Array | string | undefined, name: string): string {
  if (typeof chunk === 'string') return chunk;
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (error) {
    throw new UserError(`${name} is not UTF-8 text.`, 'save it as UTF-8 in your editor', 1, { cause: error });
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
