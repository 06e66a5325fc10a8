import type { Chunks } from './data-source.ts';
import { refuseForeign } from './foreign-bytes.ts';
import { Refusal } from './refusal.ts';

/** A line longer than this is refused: it is never held in memory. */
export const longestLineBytes = 1_000_000;

const lineFeed = 10;
const pieceBytes = 65_536;
/** A mark at the start of each line is kept by the decoder, or it would be lost inside the file too. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Takes a line without its line feed (a carriage return stays) and its number from 1; "enough" ends the reading. */
export type TakeLine = (text: string, line: number) => 'more' | 'enough';

/**
 * Hands the lines of a UTF-8 file to a function one by one, in constant memory, and stops reading at "enough".
 * A byte-order mark at the start is dropped; a line feed at the end starts no line.
 *
 * @throws Refusal for an empty file, another kind of file, a line above 1 MB, a zero byte, or bytes that are not UTF-8
 */
export async function eachLine(chunks: Chunks, take: TakeLine): Promise<void> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let line = 1;
  let isEmpty = true;

  const hold = (bytes: Uint8Array): void => {
    // A copy: the bytes may be overwritten as soon as the next chunk is asked for.
    if (bytes.length > 0) held.push(bytes.slice());
    heldBytes += bytes.length;
    if (heldBytes > longestLineBytes) refuseLongLine(joined(held, heldBytes), line);
  };
  const finish = (end: Uint8Array): 'more' | 'enough' => {
    const bytes = held.length === 0 ? end : joined([...held, end], heldBytes + end.length);
    [held, heldBytes] = [[], 0];
    line += 1;
    return take(lineText(bytes, line - 1), line - 1);
  };

  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += pieceBytes) {
      isEmpty = false;
      let rest = chunk.subarray(from, from + pieceBytes);
      for (let at = rest.indexOf(lineFeed); at >= 0; at = rest.indexOf(lineFeed)) {
        if (finish(rest.subarray(0, at)) === 'enough') return;
        rest = rest.subarray(at + 1);
      }
      hold(rest);
    }
  }
  if (isEmpty) throw new Refusal([{ what: 'the file is empty', mend: 'give a file that holds data' }]);
  if (heldBytes > 0) finish(new Uint8Array(0));
}

function lineText(bytes: Uint8Array, line: number): string {
  if (line === 1) refuseForeign(bytes);
  if (bytes.length > longestLineBytes) refuseLongLine(bytes, line);
  if (bytes.includes(0))
    throw new Refusal([
      { line, what: 'a zero byte: this is not a text file', mend: 'export the data as text in UTF-8' },
    ]);
  try {
    const text = utf8.decode(bytes);
    return line === 1 && text.startsWith('\ufeff') ? text.slice(1) : text;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new Refusal([{ line, what: 'bytes that are not UTF-8', mend: 'save the file as UTF-8' }]);
  }
}

function refuseLongLine(bytes: Uint8Array, line: number): never {
  if (line === 1) refuseForeign(bytes);
  throw new Refusal([
    { line, what: 'the line is longer than 1 MB', mend: 'write one row a line, ended by a line feed' },
  ]);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
