import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles a script beside the tests into a temporary file that plain Node runs. */
export async function bundled(script: string): Promise<string> {
  const outfile = path.join(mkdtempSync(path.join(tmpdir(), 'mlsd-pty-')), 'driver.mjs');
  await build({
    entryPoints: [path.join(root, 'test', 'edge', script)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}

export type PtyOptions = { columns?: number; rows?: number; env?: NodeJS.ProcessEnv };

/** A process in a real pseudo-terminal, and what its screen shows. */
export function openPty(
  program: string,
  options: readonly string[],
  { columns = 80, rows = 24, env = {} }: PtyOptions = {},
) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mlsd-pty-'));
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const given = { ...process.env, TERM: 'xterm-256color', ...env };
  const filled = options.map((option) => option.replace('{folder}', folder));
  const pty = spawn(program, filled, { cols: columns, rows, cwd: folder, env: given as Record<string, string> });
  let raw = '';
  let exit: { exitCode: number; signal?: number } | undefined;
  pty.onData((data) => {
    raw += data;
    screen.write(data);
  });
  pty.onExit((how) => (exit = how));
  const lines = () => {
    const { active } = screen.buffer;
    return Array.from(
      { length: screen.rows },
      (_, i) => active.getLine(active.viewportY + i)?.translateToString(true) ?? '',
    );
  };
  const until = async (what: string, holds: () => boolean, milliseconds = 15_000): Promise<void> => {
    const end = performance.now() + milliseconds;
    while (!holds()) {
      if (performance.now() > end)
        throw new Error(`waited in vain for ${what}; the screen shows:\n${lines().join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  };
  return {
    folder,
    pid: pty.pid,
    lines,
    until,
    shows: (text: string) => until(`"${text}"`, () => lines().some((line) => line.includes(text))),
    write: (text: string) => pty.write(text),
    resize: (toColumns: number, toRows: number) => {
      screen.resize(toColumns, toRows);
      pty.resize(toColumns, toRows);
    },
    raw: () => raw,
    read: (name: string) => readFileSync(path.join(folder, name), 'utf8'),
    ended: () => until('the end of the process', () => exit !== undefined),
    /** Closes the window. */
    hangUp: () => (pty as unknown as { destroy: () => void }).destroy(),
    close: () => {
      if (!exit) pty.kill('SIGKILL');
    },
  };
}
