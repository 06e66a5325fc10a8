#!/usr/bin/env node
// The entry answers what needs no work from texts made at build, before anything is loaded; all else goes to the program.
'use strict';
const { existsSync, fstatSync, readFileSync, writeSync } = require('node:fs');
const { isAbsolute, join } = require('node:path');

const dist = join(__dirname, '..', 'dist');
const { env, platform } = process;
const typed = process.argv.slice(2);

const textFiles = {
  '--help': 'help.txt',
  '-h': 'help.txt',
  '--version': 'version.txt',
  '-V': 'version.txt',
  list: 'list.txt',
  'list --json': 'list.json',
};

start(typed.join(' '));

function start(line) {
  const fault = nodeFault() ?? buildFault();
  if (fault) {
    process.stderr.write(`${fault}\n`);
    process.exitCode = 1;
    return;
  }
  const text = Object.hasOwn(textFiles, line) && isUsual(line) ? readyText(textFiles[line]) : undefined;
  if (text === undefined) require('./load-program.js').loadProgram(dist).program.main(typed);
  else answer(text);
}

function nodeFault() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return undefined;
  return `mlsd needs Node 20.19 or newer, and this is Node ${process.versions.node}.\nTry: a newer Node, then the same command.`;
}

function buildFault() {
  if (existsSync(join(dist, 'main.cjs'))) return undefined;
  return 'mlsd is not built: its folder "dist" is missing.\nTry: npm run build';
}

/** Nothing that changes how the program would draw this text, nor cases of one's own that it would list. */
function isUsual(line) {
  if (line === '-V' || line === '--version') return true;
  if (env.npm_lifecycle_event === 'start' || Object.keys(env).some((name) => name.startsWith('MLSD_'))) return false;
  const folder = configFolder();
  if (existsSync(join(folder, 'config.json')) || existsSync(join(folder, 'cases'))) return false;
  if (line === 'list --json') return true;
  if (isDevice()) return line !== 'list' && (process.stdout.columns ?? 80) >= 80;
  return !env.COLUMNS && !(line === 'list' && env.FORCE_COLOR);
}

/** A terminal, or what looks like one: asked so, because `process.stdout` is slow to make. */
function isDevice() {
  try {
    return fstatSync(1).isCharacterDevice();
  } catch {
    return true;
  }
}

/** The text, unless it holds letters that this terminal may not draw. */
function readyText(name) {
  const file = join(dist, 'texts', name);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const isUtf8 = /utf-?8/iu.test(env.LC_ALL || env.LC_CTYPE || env.LANG || 'utf8');
  const drawsAll = isUtf8 && platform !== 'win32' && env.TERM !== 'dumb' && env.TERM !== 'linux';
  return drawsAll || name !== 'list.txt' || /^[\u0000-\u007F]*$/u.test(text) ? text : undefined;
}

/** As the program finds it: where settings and one's own cases are kept. */
function configFolder() {
  if (env.XDG_CONFIG_HOME && isAbsolute(env.XDG_CONFIG_HOME)) return join(env.XDG_CONFIG_HOME, 'mlsd');
  if (platform === 'win32')
    return join(env.APPDATA || join(require('node:os').homedir(), 'AppData', 'Roaming'), 'mlsd');
  if (platform === 'darwin') return join(require('node:os').homedir(), 'Library', 'Application Support', 'mlsd');
  return join(require('node:os').homedir(), '.config', 'mlsd');
}

/** Writes without making a stream; a pipe that cannot take it at once gets the rest through one. */
function answer(text) {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(1, rest));
  } catch (error) {
    if (error.code === 'EPIPE') return;
    if (error.code === 'EAGAIN') process.stdout.write(rest);
    else {
      process.stderr.write(`Standard output cannot be written (${error.code}).\nTry: another file or disk.\n`);
      process.exitCode = 1;
    }
  }
}
