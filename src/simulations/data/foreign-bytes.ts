import { Refusal } from './refusal.ts';

/** First bytes (as Latin-1) of files that are often given by mistake, what they are, and the way out. */
const signatures: readonly (readonly [RegExp, string, string])[] = [
  [/^\x1f\x8b/u, 'is compressed with gzip', 'unpack it first: gunzip -k <file>'],
  [/^PK\x03\x04/u, 'is a zip archive (or an .npz or .xlsx file)', 'unpack or export it, and give the file inside'],
  [/^BZh[1-9]1AY/u, 'is compressed with bzip2', 'unpack it first: bunzip2 -k <file>'],
  [/^\x28\xb5\x2f\xfd/u, 'is compressed with zstd', 'unpack it first: unzstd <file>'],
  [/^\x89HDF/u, 'is an HDF5 file', "convert it first: np.save('base.npy', h5py.File(path)['train'][:])"],
  [/^PAR1[^ -~]/u, 'is a Parquet file', 'convert it first: pandas.read_parquet(path).to_csv("data.csv", index=False)'],
  [/^\x93NUM/u, 'is a .npy file', 'give it the extension .npy, or export it in the format that is wanted'],
  [/^(?:\xff\xfe|\xfe\xff)/u, 'is UTF-16 text', 'save it as UTF-8'],
];

const signatureBytes = 8;

/**
 * Names a file that is of quite another kind by its first bytes.
 *
 * @throws Refusal where the bytes are a known signature
 */
export function refuseForeign(head: Uint8Array): void {
  const start = String.fromCharCode(...head.subarray(0, signatureBytes));
  const found = signatures.find(([signature]) => signature.test(start));
  if (found) throw new Refusal([{ what: `the file ${found[1]}`, mend: found[2] }]);
}
