import type { Chunks } from './data-source.ts';

/** Reads a binary file from its start in portions of any size, however the chunks are cut. */
export type ByteReader = {
  /** The next bytes, copied; fewer than asked for only at the end of the file. Ask in steps, not by what a header says. */
  take: (count: number) => Promise<Uint8Array>;
  /** How many bytes were taken. */
  position: () => number;
  /** Ends the reading: the file is closed. */
  close: () => Promise<void>;
};

export function byteReader(chunks: Chunks): ByteReader {
  const iterator = chunks[Symbol.asyncIterator]();
  let chunk: Uint8Array = new Uint8Array(0);
  let at = 0;
  let taken = 0;
  let ended = false;

  const take = async (count: number): Promise<Uint8Array> => {
    const out = new Uint8Array(count);
    let filled = 0;
    while (filled < count && !ended) {
      if (at === chunk.length) {
        const next = await iterator.next();
        ended = next.done === true;
        chunk = next.done ? new Uint8Array(0) : next.value;
        at = 0;
        continue;
      }
      const part = chunk.subarray(at, at + count - filled);
      out.set(part, filled);
      filled += part.length;
      at += part.length;
    }
    taken += filled;
    return out.subarray(0, filled);
  };
  const close = async (): Promise<void> => {
    if (!ended) await iterator.return?.();
    ended = true;
  };
  return { take, position: () => taken, close };
}
