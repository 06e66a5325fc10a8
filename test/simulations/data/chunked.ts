import fc from 'fast-check';
import type { DataReading } from '../../../src/simulations/data/data-source.ts';

/** Bytes in pieces, cut at the places given; a piece is overwritten as soon as the next is asked for, as a reader's buffer is. */
export async function* chunked(bytes: Uint8Array, cuts: readonly number[] = []): AsyncGenerator<Uint8Array> {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  for (const [i, from] of [0, ...places].entries()) {
    const piece = bytes.slice(from, places[i] ?? bytes.length);
    yield piece;
    piece.fill(0x41);
  }
}

export const anyCuts = fc.array(fc.nat(), { maxLength: 30 });

/** Text as UTF-8; bytes as they are. */
export function bytesOf(content: string | Uint8Array | readonly number[]): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return Uint8Array.from(content);
}

/** The value and notes of a reading that must succeed. */
export function readable<T>(reading: DataReading<T>): { value: T; notes: readonly string[] } {
  if (!reading.ok) throw new Error(`refused: ${JSON.stringify(reading.problems)}`);
  return reading;
}

/** "line 3: what" or "byte 8: what" of each problem of a reading that must fail, each with a way out. */
export function faultsOf(reading: DataReading<unknown>): string[] {
  if (reading.ok) throw new Error(`read: ${JSON.stringify(reading.notes)}`);
  return reading.problems.map(({ file, line, byte, what, mend }) => {
    if (file !== 'some.data' || mend.length < 5) throw new Error(`no file or no way out: ${what}`);
    return `${line !== undefined ? `line ${line}: ` : ''}${byte !== undefined ? `byte ${byte}: ` : ''}${what}`;
  });
}

/** A source that counts how many pieces were asked for, and whether it was closed. */
export function watched(pieces: readonly Uint8Array[]): {
  chunks: AsyncIterable<Uint8Array>;
  seen: { pulls: number; closed: boolean };
} {
  const seen = { pulls: 0, closed: false };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for (const piece of pieces) {
        seen.pulls += 1;
        yield piece;
      }
    } finally {
      seen.closed = true;
    }
  }
  return { chunks: chunks(), seen };
}
