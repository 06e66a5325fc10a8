import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { walkTerminal, type TerminalWalk } from './support/terminal-walk.ts';

const root = join(import.meta.dirname, '..');
const home = mkdtempSync(join(tmpdir(), 'mlsd-walk-'));
const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: home,
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_DATA_HOME: join(home, 'data'),
  TERM: 'xterm-256color',
  NO_COLOR: '1',
  npm_config_update_notifier: 'false',
};
afterAll(() => rmSync(home, { recursive: true, force: true }));

const npmStart = (...args: string[]): TerminalWalk => walkTerminal('npm', ['start', '--', ...args], { cwd: root, env });
const first = 'I split the task into a cheap search over all 800 million videos and a costly ranking of a few hundred,';
const second = 'since the heavy model cannot score everything in 200 ms.';

describe('a walk from npm start to the answer sheet', () => {
  it('is interrupted, goes on at the same place, and ends with a sheet that grades the same', async () => {
    const practice = npmStart('practice', 'youtube-search');
    await practice.see(/How much today/u);
    practice.type('o');
    await practice.see(/Which step/u);
    practice.type('2');
    await practice.see(/Ctrl-D submit/u);
    practice.type(`${first}\r`);
    await practice.see(/few hundred,/u);
    practice.type('\u0003');
    await practice.see(/npm start -- resume \S+/u);
    await practice.ended;
    const id = /resume (\S+)/u.exec(practice.text())?.[1] ?? '';

    const again = npmStart('resume', id);
    await again.see(/a cheap search over all 800 million/u);
    await again.see(/Ctrl-D submit/u);
    again.type(`${second}\r`);
    await again.see(/in 200 ms\./u);
    again.type('\u0004');
    await again.see(/covered: retrieve then rank/u);
    again.type('g');
    await again.see(/the whole session/u);
    again.type('f');
    expect(await again.ended).toBe(0);
    expect(again.text()).toMatch(/export/u);

    const sheet = join(home, 'sheet.md');
    const run = (...args: string[]): string =>
      execFileSync(process.execPath, [join(root, 'bin', 'mlsd.js'), ...args], { env, encoding: 'utf8' });
    run('export', id, '--out', sheet);
    const written = readFileSync(sheet, 'utf8');
    expect(written).toContain(first);
    expect(written).toContain(second);
    expect(written).toContain('```mermaid');
    const graded = JSON.parse(run('grade', 'youtube-search', '--answers', sheet, '--step', 'frame', '--json')) as {
      steps: { score: { auto: number } }[];
    };
    const kept = JSON.parse(readFileSync(join(env.XDG_DATA_HOME, 'mlsd', 'sessions', `${id}.json`), 'utf8')) as {
      steps: { frame: { attempts: { score: { auto: number } }[] } };
    };
    expect(graded.steps[0]?.score.auto).toBe(kept.steps.frame.attempts[0]?.score.auto);
    expect(graded.steps[0]?.score.auto).toBeGreaterThan(0);
  }, 90_000);

  it('killed in the middle of a step, loses at most the last second', async () => {
    const practice = walkTerminal(
      process.execPath,
      [join(root, 'bin', 'mlsd.js'), 'practice', 'youtube-search', '--only', 'serving', '--new'],
      { cwd: root, env },
    );
    await practice.see(/Ready\?/u);
    practice.type('\r');
    await practice.see(/Ctrl-D submit/u);
    practice.type('An inverted index beside the vectors.\r');
    await practice.see(/inverted index/u);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    practice.kill();
    await practice.ended;

    const again = walkTerminal(process.execPath, [join(root, 'bin', 'mlsd.js'), 'resume'], { cwd: root, env });
    await again.see(/An inverted index beside the vectors\./u);
    again.type('\u0003');
    expect(await again.ended).toBe(130);
  }, 60_000);
});
