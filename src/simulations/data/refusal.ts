import type { DataProblem, DataReading, DataSource } from './data-source.ts';

/** A problem before the file's name is put in front of it. */
export type Fault = Omit<DataProblem, 'file'>;

/** What ends the reading of a file from inside: `readingOf` turns it into the problems that are returned. */
export class Refusal extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => fault.what).join('; '));
    this.name = 'Refusal';
    this.faults = faults;
  }
}

/** What a reader found: the value, and notes in the order of the file. */
export type Found<T> = { value: T; notes: readonly string[] };

/**
 * Runs a reader and returns its value or its problems, each with the file's name.
 * Any other error (a disk that fails) passes through.
 *
 * @throws RangeError for a limit that is not a whole number above 0, or Infinity
 */
export async function readingOf<T>(source: DataSource, read: () => Promise<Found<T>>): Promise<DataReading<T>> {
  const { name, limit } = source;
  if (!(limit >= 1) || (limit !== Infinity && !Number.isInteger(limit)))
    throw new RangeError('`readingOf` requires a limit of at least one whole row');
  try {
    const { value, notes } = await read();
    return { ok: true, value, notes: notes.map((note) => `${name}: ${note}`) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, problems: error.faults.map((fault) => ({ file: name, ...fault })) };
  }
}

/** The note of a reader that stopped at the limit. */
export function limitNote(limit: number): string {
  return `reading stopped at the limit of ${counted(limit, 'row')} (--limit); rows after it, if any, were not read`;
}

/** A piece of the file as it is shown in a message: short, in quotes, control characters escaped. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

/** "1 row", "3 rows". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
