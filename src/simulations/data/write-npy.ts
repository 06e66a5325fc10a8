import type { DataVectors } from '../simulation.ts';

/**
 * The bytes of a .npy file (version 1.0, `<f4`, C order) that `np.load` reads.
 *
 * Source: numpy, "numpy.lib.format": the data start at a multiple of 64 bytes.
 *
 * @throws RangeError where the numbers do not fill rows times dimension
 */
export function writeNpy({ values, rows, dimension }: DataVectors): Uint8Array {
  if (values.length !== rows * dimension) throw new RangeError('`writeNpy` requires rows times dimension values');
  const dictionary = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${dimension}), }`;
  const start = Math.ceil((10 + dictionary.length + 1) / 64) * 64;
  const header = `${dictionary.padEnd(start - 11)}\n`;
  const bytes = new Uint8Array(start + values.length * 4);
  bytes.set([0x93, ...asciiOf('NUMPY'), 1, 0, header.length % 256, Math.floor(header.length / 256)]);
  bytes.set(asciiOf(header), 10);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i += 1) view.setFloat32(start + i * 4, values[i] as number, true);
  return bytes;
}

function asciiOf(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
