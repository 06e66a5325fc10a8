import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directStream } from '../../src/edge/direct-stream.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mlsd-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What was written to a file through descriptor `fd`, and to the stream that stands behind it. */
function written(flags: string, texts: readonly string[]) {
  const file = path.join(folder, 'out.txt');
  if (flags === 'r') writeFileSync(file, '');
  const fd = openSync(file, flags);
  let made = 0;
  const stream = new PassThrough();
  const direct = directStream(fd, () => {
    made += 1;
    return stream as unknown as NodeJS.WriteStream;
  });
  for (const text of texts) direct.write(text);
  closeSync(fd);
  return { isTTY: direct.isTTY, made, file: readFileSync(file, 'utf8'), stream: textIn(stream) };
}

/** Everything that waits in a stream: a read may bring one piece of it only. */
function textIn(stream: PassThrough): string {
  let text = '';
  for (let piece: unknown = stream.read(); piece !== null; piece = stream.read()) text += String(piece);
  return text;
}

describe('standard output that is no terminal', () => {
  it('is written at once and in order, without a stream', () => {
    const long = 'naïve 視頻 '.repeat(20_000);
    expect(written('w', ['one\n', long, 'last'])).toEqual({
      isTTY: false,
      made: 0,
      file: `one\n${long}last`,
      stream: '',
    });
  });

  it('leaves to the stream what it cannot write itself, and all that comes after', () => {
    expect(written('r', ['one\n', 'two\n'])).toEqual({ isTTY: false, made: 1, file: '', stream: 'one\ntwo\n' });
  });

  it('is the stream itself where it is a device, or closed', () => {
    const stream = new PassThrough() as unknown as NodeJS.WriteStream;
    const device = openSync('/dev/null', 'w');
    expect(directStream(device, () => stream)).toBe(stream);
    closeSync(device);
    expect(directStream(device, () => stream)).toBe(stream);
  });
});
