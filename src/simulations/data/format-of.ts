/** How a data file is written. */
export type DataFormat = 'npy' | 'fvecs' | 'bvecs' | 'ivecs' | 'csv' | 'criteo' | 'edges';

/** What the caller is going to read: it decides where an extension means more than one thing. */
export type DataKind = 'vectors' | 'table' | 'criteo' | 'edges';

const formats: Readonly<Record<DataKind, Readonly<Record<string, DataFormat>>>> = {
  vectors: { npy: 'npy', fvecs: 'fvecs', bvecs: 'bvecs', ivecs: 'ivecs' },
  table: { csv: 'csv' },
  criteo: { tsv: 'criteo', txt: 'criteo' },
  edges: { edges: 'edges', edgelist: 'edges', txt: 'edges', tsv: 'edges', csv: 'edges' },
};
const byExtension: Readonly<Record<string, DataFormat>> = {
  ...formats.vectors,
  ...formats.table,
  tsv: 'criteo',
  txt: 'edges',
  edges: 'edges',
  edgelist: 'edges',
};

/**
 * The format of a file by its extension, whatever its case; undefined for an extension that no reader knows.
 *
 * @param kind what is wanted of the file: a `.txt` is read as edges, unless click logs are wanted
 * @example formatOf('base.FVECS') // 'fvecs'
 */
export function formatOf(fileName: string, kind?: DataKind): DataFormat | undefined {
  const extension = /\.([^./\\]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const known = kind ? formats[kind] : byExtension;
  return Object.hasOwn(known, extension) ? known[extension] : undefined;
}
