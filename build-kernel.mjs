// Builds the WebAssembly kernel of the simulation `ann` from its text: src/simulations/ann/kernel-bytes.ts.
// Only after kernel.wat has changed; a test compares the two.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import loadWabt from 'wabt';

const folder = join(import.meta.dirname, 'src', 'simulations', 'ann');
const wabt = await loadWabt();
const text = wabt.parseWat('kernel.wat', await readFile(join(folder, 'kernel.wat'), 'utf8'), { simd: true });
const base64 = Buffer.from(text.toBinary({}).buffer).toString('base64');
const lines = base64.match(/.{1,110}/gu).map((line) => `  '${line}',`);
await writeFile(
  join(folder, 'kernel-bytes.ts'),
  `/** kernel.wat as a WebAssembly module in base64, written by \`npm run kernel\`. */
export const kernelBytes = [
${lines.join('\n')}
].join('');
`,
);
