import type { Problem, Reading } from '../../domain/problem.ts';
import type { DataTable, DataVectors, Simulation, SimulationData } from '../simulation.ts';
import type { Chunks, DataProblem } from './data-source.ts';
import { formatOf } from './format-of.ts';
import { readDataFile } from './read-data-file.ts';

/** Opens a file for reading in pieces; `bytes` is its size where it has one. Throws where it cannot be opened. */
export type OpenFile = (file: string) => { chunks: Chunks; bytes?: number };

const kindWords = {
  vectors: 'vectors (.npy, .fvecs, .bvecs, .ivecs)',
  table: 'a table (.csv)',
  criteo: 'a click log (.tsv, .txt)',
};

/**
 * Reads the files that a person handed to a simulation, in their order; undefined where there is none.
 *
 * @param accepts what the simulation takes
 * @param limit the most rows of a file; all of them where it is left out
 */
export async function readOwnData(
  files: readonly string[],
  accepts: Simulation['accepts'],
  limit: number | undefined,
  open: OpenFile,
): Promise<Reading<SimulationData | undefined>> {
  if (files.length === 0 || !accepts) return { ok: true, value: undefined };
  const read: (DataTable | DataVectors)[] = [];
  const notes: string[] = [];
  for (const name of files) {
    const format = formatOf(name, accepts.kind);
    if (!format)
      return refused(name, `its ending is none of those that this simulation reads: ${kindWords[accepts.kind]}`);
    const { chunks, bytes } = open(name);
    const found = await readDataFile(format, chunks, {
      name,
      limit: limit ?? Infinity,
      ...(bytes === undefined ? {} : { bytes }),
    });
    if (!found.ok) return { ok: false, problems: found.problems.map(placed) };
    if (found.value.kind === 'edges') return refused(name, 'it holds a graph');
    read.push(found.value);
    notes.push(...found.notes);
  }
  return { ok: true, value: { files: read, notes } };
}

function refused(file: string, what: string): Reading<never> {
  const mend = 'Give a file of another kind; mlsd sim <id> --explain says which.';
  return { ok: false, problems: [{ where: { file, line: 0, column: 0 }, what, mend }] };
}

/** A place in a text is a line; in a binary file the words say where. */
function placed({ file, line, byte, what, mend }: DataProblem): Problem {
  const where = line === undefined ? { file, line: 0, column: 0 } : { file, line, column: 1 };
  return { where, what: byte === undefined ? what : `${what} (at byte ${byte})`, mend };
}
