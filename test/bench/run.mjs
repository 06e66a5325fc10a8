// Prints how `mlsd` fares against the bars of start-up, warm grading and batch memory, on the Node that runs it.
// Start-up is told as ratios to `node -e 0` of the same run, because absolute times move with the machine's load: wall
// time, which the bars are about, and CPU time of all threads beside it. It measures and never fails.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledFile } from '../../bin/load-program.js';

const root = join(import.meta.dirname, '..', '..');
const entry = join(root, 'bin', 'mlsd.js');
const rounds = Number(process.env.MLSD_BENCH_ROUNDS ?? 25);
const modern = Number(process.versions.node.split('.')[0]) >= 22;
const caseId = 'youtube-search';
const folder = mkdtempSync(join(tmpdir(), 'mlsd-bench-'));
const home = {
  HOME: folder,
  XDG_CONFIG_HOME: join(folder, 'config'),
  XDG_DATA_HOME: join(folder, 'data'),
  XDG_STATE_HOME: join(folder, 'state'),
};
/** Certificates that Node 20 reads at each start, which then takes three times as long: the ratios are lower for it. */
const { PATH, NODE_EXTRA_CA_CERTS } = process.env;
const environment = { PATH, ...(NODE_EXTRA_CA_CERTS && { NODE_EXTRA_CA_CERTS }), NO_COLOR: '1', ...home };

const caseStudy = JSON.parse(readFileSync(join(root, 'dist', 'cases', `${caseId}.json`), 'utf8'));
const text = caseStudy.steps[3].modelAnswer;
const answerFile = join(folder, 'answer.md');
writeFileSync(answerFile, text);

const bare = { name: 'node -e 0', args: ['-e', '0'] };
const gradeOne = [entry, 'grade', caseId, '--answers', answerFile, '--step', 'model'];
const variants = [
  bare,
  { name: 'mlsd --version', args: [entry, '--version'], bar: 1.2, goal: 1.1 },
  { name: 'mlsd --help', args: [entry, '--help'], bar: 1.2, goal: 1.1 },
  { name: 'mlsd list', args: [entry, 'list'], bar: 1.2, goal: 1.1 },
  { name: 'mlsd grade, one answer', args: gradeOne, bar: modern ? 3 : 2 },
];
const firstPromptBar = modern ? 2.6 : 1.8;

try {
  console.log(`Node ${process.versions.node}, medians of ${rounds}, variants in turn`);
  if (!existsSync(compiledFile(join(root, 'dist'))))
    console.log('The build has not run on this Node: nothing is compiled ahead. Try: node build.mjs --if-stale');
  if (NODE_EXTRA_CA_CERTS && process.versions.node.startsWith('20.'))
    console.log('NODE_EXTRA_CA_CERTS is set, and Node 20 reads it at each start: without it all ratios are higher.');
  const bareTimes = startUp();
  await firstPrompt(bareTimes);
  await warmGrading();
  await batchMemory();
  if (process.argv.includes('--peers')) await peers();
  else console.log('Vector search was not compared with its peers: npm run bench -- --peers');
} catch (error) {
  console.log(`The bench was cut short: ${error.message}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function startUp() {
  const times = new Map(variants.map((variant) => [variant, { wall: [], cpu: [] }]));
  for (const variant of variants) timed(variant.args);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < variants.length; i++) {
      const variant = variants[(i + round) % variants.length];
      const { wallMs, cpuMs } = timed(variant.args);
      times.get(variant).wall.push(wallMs);
      times.get(variant).cpu.push(cpuMs);
    }
  }
  const base = times.get(bare);
  console.log(`node -e 0: ${median(base.wall).toFixed(1)} ms wall, ${median(base.cpu).toFixed(1)} ms CPU\n`);
  console.log(`${''.padEnd(44)}     wall      CPU`);
  for (const variant of variants.slice(1)) ratios(variant, times.get(variant), base);
  return base;
}

/** The wall and CPU time of a run of Node, in milliseconds, as the shell counts them; CPU is not a number without one. */
function timed(args) {
  const script = 'TIMEFORMAT="times %3R %3U %3S"; time "$@"';
  const run = spawnSync('bash', ['-c', script, 'bash', process.execPath, ...args], {
    env: environment,
    encoding: 'utf8',
  });
  if (run.error) return { wallMs: wallMsOf(args), cpuMs: NaN };
  const found = /^times ([\d.]+) ([\d.]+) ([\d.]+)$/mu.exec(run.stderr);
  if (run.status !== 0 || !found) throw new Error(`node ${args.join(' ')} ended with ${run.status}: ${run.stderr}`);
  const [wall, user, system] = found.slice(1).map((seconds) => Number(seconds) * 1000);
  return { wallMs: wall, cpuMs: user + system };
}

function wallMsOf(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env: environment, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

async function firstPrompt(bareTimes) {
  const pty = await import('@lydell/node-pty').catch(() => undefined);
  if (!pty) {
    console.log('first prompt: not measured, no pseudo-terminal here');
    return;
  }
  const base = { wall: [], cpu: bareTimes.cpu };
  const prompt = { wall: [], cpu: [] };
  for (let round = 0; round < rounds; round++) {
    base.wall.push((await untilShown(pty, bare.args)).wallMs);
    const { wallMs, cpuMs } = await untilShown(pty, [entry, 'practice', caseId, '--new'], /and Enter/u);
    prompt.wall.push(wallMs);
    prompt.cpu.push(cpuMs);
  }
  ratios({ name: 'mlsd practice, first prompt', bar: firstPromptBar }, prompt, base);
}

/** Runs Node at a terminal until the words stand there, or until it ends. */
function untilShown(pty, args, wanted) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const terminal = pty.spawn(process.execPath, args, {
      cols: 100,
      rows: 30,
      env: { ...environment, TERM: 'xterm-256color' },
    });
    let seen = '';
    const fault = () => new Error(`${args.join(' ')} did not show ${wanted}: ${seen}`);
    const timer = setTimeout(() => done(fault()), 20_000);
    const done = (error) => {
      clearTimeout(timer);
      const times = { wallMs: performance.now() - start, cpuMs: cpuMsOf(terminal.pid) };
      terminal.kill('SIGKILL');
      if (error) reject(error);
      else resolve(times);
    };
    terminal.onData((data) => {
      seen += data;
      if (wanted?.test(seen)) done();
    });
    terminal.onExit(() => done(wanted && !wanted.test(seen) ? fault() : undefined));
  });
}

/** What the threads of a running process have used; not a number where the system does not tell. */
function cpuMsOf(pid) {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const spent = tasks.map((task) => readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]);
    return spent.reduce((sum, nanoseconds) => sum + Number(nanoseconds) / 1e6, 0);
  } catch {
    return NaN;
  }
}

/** Grades model answers, weak answers and mixes of both in one warm process, the grader bundled from its source. */
async function warmGrading() {
  const { build } = await import('esbuild');
  const outfile = join(folder, 'grader.mjs');
  await build({
    entryPoints: [join(root, 'src', 'grading', 'grader.ts')],
    bundle: true,
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  const { createGrader } = await import(pathToFileURL(outfile).href);
  const words = new Set(readFileSync(join(root, 'dist', 'words.txt'), 'utf8').split('\n'));
  const languages = join(root, 'dist', 'languages', caseStudy.hash);
  const grader = createGrader({
    caseStudy,
    glossary: { formatVersion: 1, concepts: [] },
    isWord: (word) => words.has(word),
    compiled: (part) => JSON.parse(readFileSync(join(languages, `${part}.json`), 'utf8')),
  });
  const times = [];
  for (let round = 0; round < 60; round++) {
    for (const step of caseStudy.steps) {
      const answers = [step.modelAnswer, step.weakAnswer, `${step.weakAnswer} ${step.modelAnswer}`];
      for (const [i, answer] of answers.entries()) {
        const fresh = `${answer}\nAttempt ${round} ${i}.`;
        const start = performance.now();
        grader.grade(step.id, fresh);
        if (round >= 10) times.push(performance.now() - start);
      }
    }
  }
  times.sort((a, b) => a - b);
  report(`warm answer, median of ${times.length} (ms)`, [median(times)], 1, 0.5);
  report('warm answer, 99th percentile (ms)', [times[Math.floor(times.length * 0.99)]], 5, 2);
}

async function peers() {
  const [{ build }, { comparePeers }] = await Promise.all([import('esbuild'), import('./peers.mjs')]);
  await comparePeers({ root, folder, build });
}

async function batchMemory() {
  const line = JSON.stringify({ case: caseId, step: 'model', text });
  const batch = join(folder, 'batch.jsonl');
  writeFileSync(batch, `${Array.from({ length: 420 }, () => line).join('\n')}\n`);
  const peakMb = await peakMemoryMb([entry, 'grade', '--batch', batch]);
  if (peakMb === undefined) console.log('batch of 420 answers: memory is read from /proc, which is not here');
  else report('batch of 420 answers, peak memory (MB)', [peakMb], 150);
}

function peakMemoryMb(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
    let peakKb = 0;
    const timer = setInterval(() => (peakKb = Math.max(peakKb, residentPeakKb(child.pid))), 5);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(timer);
      if (code === 0) resolve(peakKb > 0 ? peakKb / 1024 : undefined);
      else reject(new Error(`the batch ended with ${code}`));
    });
  });
}

/** The most memory that a process has held so far; 0 where that cannot be read, or once it has ended. */
function residentPeakKb(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function ratios({ name, bar, goal }, times, base) {
  report(
    `${name} / node -e 0`,
    [median(times.wall) / median(base.wall), median(times.cpu) / median(base.cpu)],
    bar,
    goal,
  );
}

/** The first figure is held against the bar; a second one stands beside it. */
function report(name, [figure, beside], bar, goal) {
  const other = beside === undefined ? '' : Number.isNaN(beside) ? 'unknown' : beside.toFixed(2);
  const aims = `bar ${bar}${goal ? `, goal ${goal}` : ''}`.padEnd(18);
  const verdict = figure <= bar ? 'holds' : 'MISSED';
  console.log(`${name.padEnd(44)} ${figure.toFixed(2).padStart(8)} ${other.padStart(8)}   ${aims} ${verdict}`);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
