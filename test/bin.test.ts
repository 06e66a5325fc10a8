import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const entry = join(root, 'bin', 'mlsd.js');
const folder = mkdtempSync(join(tmpdir(), 'mlsd-walk-'));
const plainEnvironment = {
  PATH: process.env['PATH'],
  HOME: folder,
  XDG_CONFIG_HOME: join(folder, 'config'),
  XDG_DATA_HOME: join(folder, 'data'),
};

type Run = { code: number | null; out: string; err: string };

function mlsd(
  args: string[],
  { input = '', env = {}, bin = entry }: { input?: string; env?: object; bin?: string } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { ...plainEnvironment, ...env } as NodeJS.ProcessEnv,
    input,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

/** A setting of the environment with which the entry hands everything to the program. */
const throughProgram = { MLSD_COLOR: 'auto' };

beforeAll(() => {
  const answers = { case: 'youtube-search', frame: 'I rank videos for a text query.' };
  writeFileSync(join(folder, 'answers.json'), JSON.stringify(answers));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the entry', () => {
  it.each([[['--help']], [['-h']], [['--version']], [['-V']], [['list']], [['list', '--json']]])(
    'answers %j as the program does',
    (args) => {
      const [quick, program] = [mlsd(args), mlsd(args, { env: throughProgram })];
      expect(quick).toEqual(program);
      expect([quick.code, quick.err]).toEqual([0, '']);
      expect(quick.out).not.toBe('');
    },
  );

  it('writes commands in the form that works as invoked', () => {
    const env = { npm_lifecycle_event: 'start' };
    expect(mlsd(['--help'], { env }).out).toContain('npm start -- demo');
    expect(mlsd(['list'], { env }).out).toContain('npm start -- practice');
  });

  it('lists cases of one’s own, wherever they are kept', () => {
    const own = join(folder, 'own');
    mkdirSync(own, { recursive: true });
    expect(mlsd(['cases', 'new', 'spam-filter', '--out', join(own, 'spam-filter.yaml')]).code).toBe(0);
    expect(mlsd(['list'], { env: { MLSD_CASES: own } }).out).toContain('spam-filter');
    const config = join(folder, 'other-config');
    cpSync(own, join(config, 'mlsd', 'cases'), { recursive: true });
    expect(mlsd(['list', '--json'], { env: { XDG_CONFIG_HOME: config } }).out).toContain('spam-filter');
  });

  it('keeps to letters that the terminal can draw, and to its width', () => {
    expect(mlsd(['list'], { env: { LC_ALL: 'C' } }).out).toMatch(/^[\u0000-\u007F]*$/u);
    for (const line of mlsd(['list'], { env: { COLUMNS: '40' } }).out.split('\n'))
      expect(line.length).toBeLessThanOrEqual(40);
    for (const line of mlsd(['--help'], { env: { COLUMNS: '40' } }).out.split('\n'))
      expect(line.length).toBeLessThanOrEqual(40);
  });

  it('runs alike with compiled code, without it, and with code that V8 refuses', () => {
    const moved = join(folder, 'moved');
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(join(root, part), join(moved, part), { recursive: true });
    const codes = join(moved, 'dist', 'compiled');
    const name = readdirSync(codes).find((file) => file.startsWith(`node-${process.version}-`)) ?? 'none for this Node';
    const compiled = join(codes, name);
    const run = () => mlsd(['grade', '--answers', 'answers.json'], { bin: join(moved, 'bin', 'mlsd.js') });
    const withCode = run();
    expect([withCode.code, withCode.err]).toEqual([0, '']);
    for (const junk of [Buffer.from('junk'), readFileSync(compiled).subarray(0, -64)]) {
      writeFileSync(compiled, junk);
      expect(run()).toEqual(withCode);
    }
    rmSync(compiled);
    expect(run()).toEqual(withCode);
  });

  it('says so when it was not built', () => {
    const bare = join(folder, 'bare');
    cpSync(join(root, 'bin'), join(bare, 'bin'), { recursive: true });
    writeFileSync(join(bare, 'package.json'), '{"type":"module"}');
    const run = mlsd(['list'], { bin: join(bare, 'bin', 'mlsd.js') });
    expect([run.code, run.out]).toEqual([1, '']);
    expect(run.err).toContain('npm run build');
  });
});

describe('a command line through the entry', () => {
  it.each<[string[], number, RegExp]>([
    [[], 0, /^mlsd: practise/u],
    [['practise'], 2, /^There is no command "practise"\. Did you mean "practice"\?\nTry: /u],
    [['list', '--bogus'], 2, /^"mlsd list" has no option "--bogus"\.\nTry: /u],
    [
      ['show', 'yotube-search'],
      2,
      /^There is no case "yotube-search"\. Did you mean "youtube-search"\?\nTry: mlsd list\n$/u,
    ],
    [['show', 'youtube-search', '--step', 'fram'], 2, /Did you mean "frame"\?/u],
    [['grade', '--answers', 'nowhere.md'], 2, /nowhere\.md cannot be read/u],
    [['grade', '--answers', 'answers.json', '--min-score', '99', '--json'], 3, /"schemaVersion": 1/u],
    [['cases', 'check', 'nowhere.yaml'], 2, /nowhere\.yaml/u],
    [['resume'], 2, /needs a terminal/u],
    [['practice', 'youtube-search'], 2, /practice needs a terminal/u],
    [['sessions', 'remove', 'none'], 2, /There is no session/u],
    [['demo'], 0, /./u],
    [['cases', 'schema'], 0, /"\$schema"/u],
  ])('%j exits with %i', (args, code, words) => {
    const run = mlsd(args);
    expect(run.code, run.err).toBe(code);
    expect(`${run.err}${run.out}`).toMatch(words);
    expect(run.err).not.toMatch(/\n\s+at /u);
  });

  it('writes faults as JSON on standard error with --json', () => {
    const run = mlsd(['show', 'nil', '--json']);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(JSON.parse(run.err)).toMatchObject({ schemaVersion: 1, error: { kind: 'user', code: 2 } });
  });

  it('tells a bug as one, with exit code 70, and its stack with --debug alone', () => {
    const broken = join(folder, 'broken');
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(join(root, part), join(broken, part), { recursive: true });
    writeFileSync(join(broken, 'dist', 'cases', 'youtube-search.json'), '{"id": "youtube-search"}');
    const bin = join(broken, 'bin', 'mlsd.js');
    const run = mlsd(['show', 'youtube-search'], { bin });
    expect(run.code).toBe(70);
    expect(run.err).toMatch(/^This is a bug in mlsd \d/u);
    expect(run.err).not.toMatch(/\n\s+at /u);
    expect(mlsd(['show', 'youtube-search', '--debug'], { bin }).err).toMatch(/\n\s+at /u);
  });

  it('reads answers and batches from standard input', () => {
    const one = mlsd(['grade', 'youtube-search', '--answers', '-', '--step', 'frame', '--json'], {
      input: 'I rank videos.',
    });
    expect(JSON.parse(one.out)).toMatchObject({ case: 'youtube-search', steps: [{ step: 'frame' }] });
    const lines = ['{"step":"frame","text":"I rank videos."}', 'oops', '{"step":"data","text":""}'];
    const batch = mlsd(['grade', 'youtube-search', '--batch', '-'], { input: lines.join('\n') });
    expect(batch.code).toBe(1);
    expect(
      batch.out
        .trim()
        .split('\n')
        .map((line) => 'error' in (JSON.parse(line) as object)),
    ).toEqual([false, true, false]);
  });

  it('exports an empty sheet that can be graded, and never overwrites it', () => {
    expect(mlsd(['export', '--blank', 'youtube-search', '--out', 'sheet.md']).code).toBe(0);
    const again = mlsd(['export', '--blank', 'youtube-search', '--out', 'sheet.md']);
    expect([again.code, again.err.includes('--force')]).toEqual([2, true]);
    expect(readFileSync(join(folder, 'sheet.md'), 'utf8').match(/^## /gmu)).toHaveLength(7);
    expect(mlsd(['grade', '--answers', 'sheet.md']).code).toBe(0);
  });

  it.each([[['list']], [['show', 'youtube-search', '--model-answer']], [['cases', 'schema']]])(
    '%j ends quietly when its reader has seen enough',
    async (args) => {
      const child = spawn(process.execPath, [entry, ...args], {
        env: plainEnvironment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout.destroy();
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      const code = await new Promise((resolve) => child.on('close', resolve));
      expect([code, err]).toEqual([0, '']);
    },
  );
});
