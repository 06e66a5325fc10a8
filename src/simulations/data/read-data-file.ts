import type { DataTable, DataVectors } from '../simulation.ts';
import type { Chunks, DataReading, DataSource } from './data-source.ts';
import type { EdgeList } from './edge-list.ts';
import type { DataFormat } from './format-of.ts';
import { readCriteo } from './read-criteo.ts';
import { readCsv } from './read-csv.ts';
import { readEdgeList } from './read-edge-list.ts';
import { readNpy } from './read-npy.ts';
import { readVecs } from './read-vecs.ts';

/** Reads a file in the format that `formatOf` gave; `readPredictions` reads a CSV file with more demands. */
export function readDataFile(
  format: DataFormat,
  chunks: Chunks,
  source: DataSource,
): Promise<DataReading<DataVectors | DataTable | EdgeList>> {
  switch (format) {
    case 'npy':
      return readNpy(chunks, source);
    case 'csv':
      return readCsv(chunks, source);
    case 'criteo':
      return readCriteo(chunks, source);
    case 'edges':
      return readEdgeList(chunks, source);
    default:
      return readVecs(format, chunks, source);
  }
}
