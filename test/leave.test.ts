import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pty from '@lydell/node-pty';
import { afterAll, describe, expect, it } from 'vitest';

const entry = join(import.meta.dirname, '..', 'bin', 'mlsd.js');
const folder = mkdtempSync(join(tmpdir(), 'mlsd-leave-'));
const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: folder,
  XDG_CONFIG_HOME: join(folder, 'config'),
  XDG_DATA_HOME: join(folder, 'data'),
  TERM: 'xterm-256color',
  NO_COLOR: '1',
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the program at a terminal, does something once words are seen, and waits for its end. */
function atTerminal(
  args: string[],
  seen: RegExp,
  act: (terminal: pty.IPty) => void,
): Promise<{ code: number; screen: string }> {
  const terminal = pty.spawn(process.execPath, [entry, ...args], { cols: 80, rows: 24, env });
  let screen = '';
  let acted = false;
  let started = false;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      terminal.kill('SIGKILL');
      reject(new Error(`nothing like ${String(seen)} or no end: ${screen}`));
    }, 15_000);
    terminal.onData((data) => {
      screen += data;
      if (!started && /Enter to start/u.test(screen)) {
        started = true;
        setTimeout(() => terminal.write('\r'), 100);
      }
      if (acted || !seen.test(screen)) return;
      acted = true;
      setTimeout(() => act(terminal), 100);
    });
    terminal.onExit(({ exitCode, signal }) => {
      clearTimeout(timer);
      resolve({ code: signal ? 128 + signal : exitCode, screen });
    });
  });
}

const practice = ['practice', 'youtube-search', '--only', 'frame', '--new'];

describe('leaving a conversation at a terminal', () => {
  it.each<[string, number, (terminal: pty.IPty) => void]>([
    ['Ctrl-C', 130, (terminal) => terminal.write('\u0003')],
    ['SIGTERM', 143, (terminal) => process.kill(terminal.pid, 'SIGTERM')],
    ['SIGHUP', 129, (terminal) => process.kill(terminal.pid, 'SIGHUP')],
  ])('by %s saves, says how to go on, and exits with %i', async (_, code, leave) => {
    const run = await atTerminal(practice, /Ctrl-D/u, (terminal) => {
      terminal.write('half a thought');
      setTimeout(() => leave(terminal), 300);
    });
    expect(run.code, run.screen).toBe(code);
    expect(run.screen).toMatch(/mlsd resume/u);
  });

  it('from the home screen ends with 130 as well', async () => {
    const run = await atTerminal([], /what today/u, (terminal) => terminal.write('\u0003'));
    expect(run.code, run.screen).toBe(130);
  });
});
