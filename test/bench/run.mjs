// Prints how `mlsd` fares against the bars of start-up, warm grading and batch memory.
// Start-up is told as a ratio to `node -e 0` of the same run: absolute times move with the machine's load.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

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
const environment = { PATH: process.env.PATH, NO_COLOR: '1', ...home };

const caseStudy = JSON.parse(readFileSync(join(root, 'dist', 'cases', `${caseId}.json`), 'utf8'));
const text = caseStudy.steps[3].modelAnswer;
const answerFile = join(folder, 'answer.md');
writeFileSync(answerFile, text);

const variants = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'mlsd --version', args: [entry, '--version'], bar: 1.2, goal: 1.1 },
  { name: 'mlsd --help', args: [entry, '--help'], bar: 1.2, goal: 1.1 },
  { name: 'mlsd list', args: [entry, 'list'], bar: 1.2, goal: 1.1 },
  {
    name: 'grade one answer',
    args: [entry, 'grade', caseId, '--answers', answerFile, '--step', 'model', '--json'],
    bar: modern ? 3 : 2,
  },
];

try {
  startUp();
  await firstPrompt();
  await warmGrading();
  await batchMemory();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function startUp() {
  const times = new Map(variants.map((variant) => [variant.name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < variants.length; i++) {
      const variant = variants[(i + round) % variants.length];
      times.get(variant.name).push(wallMs(variant.args));
    }
  }
  const base = median(times.get('node -e 0'));
  console.log(`Node ${process.versions.node}, medians of ${rounds}; node -e 0 took ${base.toFixed(1)} ms`);
  for (const { name, bar, goal } of variants.slice(1))
    report(`${name} / node -e 0`, median(times.get(name)) / base, bar, goal);
}

function wallMs(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env: environment, encoding: 'utf8' });
  const ms = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
}

async function firstPrompt() {
  let pty;
  try {
    pty = await import('@lydell/node-pty');
  } catch {
    console.log('first prompt: not measured, no pseudo-terminal here');
    return;
  }
  const base = [];
  const prompt = [];
  for (let round = 0; round < rounds; round++) {
    base.push(await untilOutput(pty, ['-e', 'process.stdout.write("ready")'], /ready/u));
    prompt.push(await untilOutput(pty, [entry, 'practice', caseId, '--new'], /Ctrl-D|\?/u));
  }
  report('first prompt / node -e 0', median(prompt) / median(base), modern ? 2.6 : 1.8);
}

function untilOutput(pty, args, wanted) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const terminal = pty.spawn(process.execPath, args, {
      cols: 100,
      rows: 30,
      env: { ...environment, TERM: 'xterm-256color' },
    });
    let seen = '';
    const timer = setTimeout(
      () => done(new Error(`nothing like ${wanted} came from ${args.join(' ')}: ${seen}`)),
      20_000,
    );
    const done = (fault) => {
      clearTimeout(timer);
      const ms = performance.now() - start;
      terminal.kill('SIGKILL');
      if (fault) reject(fault);
      else resolve(ms);
    };
    terminal.onData((data) => {
      seen += data;
      if (wanted.test(seen)) done();
    });
  });
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
  const glossary = JSON.parse(readFileSync(join(root, 'dist', 'shared', 'glossary.json'), 'utf8'));
  const words = new Set(readFileSync(join(root, 'dist', 'words.txt'), 'utf8').split('\n'));
  const grader = createGrader({ caseStudy, glossary, isWord: (word) => words.has(word), otherCases: [] });
  const times = [];
  for (let round = 0; round < 60; round++) {
    for (const step of caseStudy.steps) {
      for (const [i, answer] of [
        step.modelAnswer,
        step.weakAnswer,
        `${step.weakAnswer} ${step.modelAnswer}`,
      ].entries()) {
        const fresh = `${answer}\nAttempt ${round} ${i}.`;
        const start = performance.now();
        grader.grade(step.id, fresh);
        if (round >= 10) times.push(performance.now() - start);
      }
    }
  }
  times.sort((a, b) => a - b);
  report(`warm answer, median of ${times.length} (ms)`, median(times), 1, 0.5);
  report('warm answer, 99th percentile (ms)', times[Math.floor(times.length * 0.99)], 5, 2);
}

async function batchMemory() {
  const line = JSON.stringify({ case: caseId, step: 'model', text });
  const batch = join(folder, 'batch.jsonl');
  writeFileSync(batch, `${Array.from({ length: 420 }, () => line).join('\n')}\n`);
  const peakMb = await peakMemoryMb([entry, 'grade', '--batch', batch]);
  if (peakMb === undefined) console.log('batch of 420 answers: memory is read from /proc, which is not here');
  else report('batch of 420 answers, peak memory (MB)', peakMb, 150);
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

function report(name, value, bar, goal) {
  const verdict = value <= bar ? 'holds' : 'MISSED';
  console.log(
    `${name.padEnd(44)} ${value.toFixed(2).padStart(8)}   bar ${bar}${goal ? `, goal ${goal}` : ''}   ${verdict}`,
  );
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
