/** A file that is read in pieces: its name for messages, the most rows to read, and its size where it is known. */
export type DataSource = { name: string; limit: number; bytes?: number };

/** The bytes of a file, in pieces of any size: where they are cut never matters. */
export type Chunks = AsyncIterable<Uint8Array>;

/** A fault in a data file: its line in a text, or its offset in a binary file; neither where the whole file is meant. */
export type DataProblem = { file: string; line?: number; byte?: number; what: string; mend: string };

/** What was read, with what was decided or dropped on the way, or every problem that kept it from being read. */
export type DataReading<T> =
  { ok: true; value: T; notes: readonly string[] } | { ok: false; problems: readonly DataProblem[] };
