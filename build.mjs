// Builds everything into dist/: the program, the case studies as JSON, the texts that the entry prints, and what V8 compiled.
//   node build.mjs                 always
//   node build.mjs --if-stale      only what is missing or older than a source
//   node build.mjs --if-possible   in silence, and not at all where the tools or the sources are absent
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { compiledFile, loadProgram } from './bin/load-program.js';

const require = createRequire(import.meta.url);
const root = import.meta.dirname;
const dist = join(root, 'dist');
const stamp = 'built.txt';
const inputs = ['src', 'bin', 'case-studies', 'templates', 'package.json', 'package-lock.json', 'build.mjs'];
// One file, because each file more costs a millisecond at start; what stands on a heavy package is a part of its own,
// loaded when it is first asked for.
const parts = [
  'render/rich-terminal',
  'cases/read-case-study',
  'commands/cases-check',
  'commands/cases-new',
  ...['ann', 'ctr', 'calib', 'drift', 'retrain'].map((id) => `simulations/${id}/${id}`),
];
const leftoverAgeMs = 600_000;
const flags = process.argv.slice(2);

/** What packages load and the program never uses, for the time it takes: each package with what it does without. */
const unused = {
  commander: ['node:child_process'],
  chalk: ['#supports-color'],
  inquirer: ['@inquirer/prompts'],
  'marked-terminal': ['cli-highlight', 'cli-table3', 'node-emoji', 'ansi-escapes', 'supports-hyperlinks'],
};

const withoutUnused = {
  name: 'without what is unused',
  setup(build) {
    const isUnused = (path, importer) =>
      Object.entries(unused).some(
        ([name, paths]) => importer.replaceAll('\\', '/').includes(`/${name}/`) && paths.includes(path),
      );
    build.onResolve({ filter: /./ }, ({ path, importer }) =>
      isUnused(path, importer) ? { path, namespace: 'unused' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const partsApart = {
  name: 'parts apart',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path, kind }) => {
      const part = parts.map((name) => basename(name)).find((name) => path.endsWith(`/${name}.ts`));
      return kind === 'dynamic-import' && part ? { path: `./parts/${part}.cjs`, external: true } : undefined;
    });
  },
};

/** The program is a function to be called with what a CommonJS module gets, as `bin/load-program.js` does. */
const asFunction = {
  banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
  footer: { js: '})' },
};

const common = {
  bundle: true,
  // A module takes longer to load, and cannot be handed its compiled code.
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  entryNames: '[name]',
  platform: 'node',
  target: 'node20',
  absWorkingDir: root,
  // One byte a character: quicker to read and to compile.
  charset: 'ascii',
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'silent',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.dirname': '__dirname' },
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
  if (flags[0] === '--keep-compiled') return keepCompiled(flags[1]);
  if (flags.includes('--if-stale') && !(await isStale())) {
    if (!existsSync(compiledFile(dist))) await compileAhead(dist);
    return 0;
  }
  const esbuild = await usableEsbuild();
  if (!esbuild && flags.includes('--if-possible')) return 0;
  if (!esbuild)
    throw new Error('mlsd cannot be built: esbuild is not installed.\nTry: npm ci --include=dev --include=optional');
  const startedAt = new Date();
  const next = join(root, `dist.next-${process.pid}`);
  await removeLeftovers();
  try {
    await buildInto(next, esbuild);
    await compileAhead(next);
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
  const compiler = join(next, 'compile.cjs');
  const bundle = (names, options = {}) =>
    esbuild.build({
      ...common,
      entryPoints: names.map((name) => join(root, 'src', `${name}.ts`)),
      outdir: next,
      plugins: [partsApart, withoutUnused],
      ...options,
    });
  await mkdir(next, { recursive: true });
  await Promise.all([
    bundle(['main'], asFunction),
    bundle(parts, { outdir: join(next, 'parts'), plugins: [withoutUnused] }),
    bundle(['agreement', 'warm-up', 'compile']),
    // A thread has one copy of everything: what it throws and what it catches are of one class.
    bundle(['worker'], { plugins: [withoutUnused] }),
  ]);
  await Promise.all([escapeLetters(next), escapeLetters(join(next, 'parts'))]);
  const { default: wordsFile } = await import('word-list');
  const { compileAll, findContent, makeTexts, problemLines } = require(compiler);
  const reading = compileAll(await findContent(root, wordsFile));
  if (!reading.ok) throw new Error(`The case studies cannot be built:\n${problemLines(reading.problems)}`);
  await writeAll(next, reading.value);
  await writeAll(next, await makeTexts(root, next));
  await rm(compiler);
}

/** The bundler leaves letters beyond ASCII in regular expressions; they are read one byte each, so they are spelt out. */
async function escapeLetters(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.cjs'));
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    const spelt = text.replace(/[^\u0000-\u007f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    if (spelt !== text) await writeFile(join(folder, name), spelt);
  }
}

/** Keeps what V8 compiles of the program, in a process of its own: this one has run too much else. */
async function compileAhead(folder) {
  try {
    await promisify(execFile)(process.execPath, [join(root, 'build.mjs'), '--keep-compiled', folder]);
  } catch (error) {
    process.stderr.write(`mlsd will start more slowly: its compiled code could not be kept.\n${error.stderr}`);
  }
}

async function keepCompiled(folder) {
  const builtAt = () => readFile(join(folder, stamp), 'utf8').catch(() => 'not yet');
  const before = await builtAt();
  const { program, script } = loadProgram(folder);
  const { warmUp } = require(join(folder, 'warm-up.cjs'));
  await warmUp(program, { root, distFolder: folder, templatesFolder: join(root, 'templates') });
  const file = compiledFile(folder);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, script.createCachedData(), { flush: true });
  // V8 tells its code from another program's by little more than the length.
  if ((await builtAt()) === before) await rename(`${file}.${process.pid}`, file);
  else await rm(`${file}.${process.pid}`);
  return 0;
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
