// Builds everything into dist/: the program in lazy chunks, the case studies as JSON, the texts that the entry prints.
//   node build.mjs                 always
//   node build.mjs --if-stale      only when dist is missing or older than a source
//   node build.mjs --if-possible   in silence, and not at all where the tools or the sources are absent
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = import.meta.dirname;
const dist = join(root, 'dist');
const stamp = 'built.txt';
const inputs = ['src', 'case-studies', 'templates', 'package.json', 'package-lock.json', 'build.mjs'];
const entries = ['main', 'worker', 'agreement', 'bench'];
const leftoverAgeMs = 600_000;
const flags = process.argv.slice(2);
const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  absWorkingDir: root,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
  // Packages that are CommonJS inside ask for Node's own modules by require.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
};

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exitCode = 1;
}

async function run() {
  const hasSources = existsSync(join(root, 'src', 'main.ts'));
  if (!hasSources && flags.some((flag) => flag.startsWith('--if-'))) return 0;
  if (flags.includes('--if-stale') && !(await isStale())) return 0;
  const esbuild = await usableEsbuild();
  if (!esbuild && flags.includes('--if-possible')) return 0;
  if (!esbuild)
    throw new Error('mlsd cannot be built: esbuild is not installed.\nTry: npm ci --include=dev --include=optional');
  const startedAt = new Date();
  const next = join(root, `dist.next-${process.pid}`);
  await removeLeftovers();
  try {
    await buildInto(next, esbuild);
    await writeFile(join(next, stamp), `${startedAt.toISOString()}\n`);
    // What was edited while the build ran is newer than the stamp.
    await utimes(join(next, stamp), startedAt, startedAt);
    await replaceDist(next);
  } finally {
    await rm(next, { recursive: true, force: true });
    await esbuild.stop();
  }
  if (!flags.includes('--if-possible'))
    process.stderr.write(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.\n`);
  return 0;
}

async function buildInto(next, esbuild) {
  await mkdir(next, { recursive: true });
  const compiler = join(next, 'compile.mjs');
  const { default: wordsFile } = await import('word-list');
  const [, content] = await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: entryPoints(),
      outdir: next,
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
    }),
    esbuild.build({ ...common, entryPoints: [join(root, 'src', 'compile.ts')], outfile: compiler }).then(async () => {
      const compile = await import(pathToFileURL(compiler).href);
      return { compile, reading: compile.compileAll(await compile.findContent(root, wordsFile)) };
    }),
  ]);
  const { compile, reading } = content;
  if (!reading.ok) throw new Error(`The case studies cannot be built:\n${compile.problemLines(reading.problems)}`);
  await writeAll(next, reading.value);
  await writeAll(next, await compile.makeTexts(root, next));
  await rm(compiler);
}

function entryPoints() {
  return entries.map((name) => join(root, 'src', `${name}.ts`)).filter((file) => existsSync(file));
}

async function writeAll(folder, files) {
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** The old dist stays whole until the new one is; of two builds at once, the last one wins. */
async function replaceDist(next) {
  const old = `${next}-old`;
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(dist, old).catch((error) => {
        if (error.code !== 'ENOENT') throw error;
      });
      await rename(next, dist);
      await rm(old, { recursive: true, force: true });
      return;
    } catch (error) {
      await rm(old, { recursive: true, force: true });
      if (attempt === 5) throw error;
    }
  }
}

/** What a build that was killed left behind; another that still runs is younger. */
async function removeLeftovers() {
  const names = (await readdir(root)).filter((name) => name.startsWith('dist.next-'));
  for (const name of names) {
    const { mtimeMs } = await stat(join(root, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > leftoverAgeMs) await rm(join(root, name), { recursive: true, force: true });
  }
}

async function isStale() {
  const built = await stat(join(dist, stamp)).catch(() => undefined);
  if (!built) return true;
  for (const input of inputs) {
    const newest = existsSync(join(root, input)) ? await newestMs(join(root, input)) : 0;
    if (newest > built.mtimeMs) return true;
  }
  return false;
}

/** Folders count as well: their time changes when a file in them is removed. */
async function newestMs(path) {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  return Math.max(found.mtimeMs, ...(await Promise.all(names.map((name) => newestMs(join(path, name))))));
}

/** esbuild, if it is installed with the binary for this machine. */
async function usableEsbuild() {
  try {
    const esbuild = await import('esbuild');
    await esbuild.transform('');
    await import('word-list');
    return esbuild;
  } catch {
    return undefined;
  }
}

function wordsOf(error) {
  if (!Array.isArray(error.errors)) return error.message;
  const lines = error.errors.map(({ text, location }) =>
    location ? `${location.file}:${location.line}:${location.column + 1}  ${text}` : text,
  );
  return `The program cannot be bundled:\n${lines.join('\n')}`;
}
