import * as pty from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';

/** A person at a real terminal: types, waits for words on the screen, reads it. */
export type TerminalWalk = {
  /** Waits until the screen shows the words; fails with the screen when it does not. */
  see: (words: RegExp) => Promise<void>;
  type: (keys: string) => void;
  /** Without a warning: SIGKILL. */
  kill: () => void;
  /** The screen and what scrolled away. */
  text: () => string;
  ended: Promise<number>;
};

const patienceMs = 20_000;

/** Runs a command in a pseudo-terminal. */
export function walkTerminal(
  command: string,
  args: readonly string[],
  { cwd, env, columns = 80, rows = 24 }: { cwd: string; env: Record<string, string>; columns?: number; rows?: number },
): TerminalWalk {
  const screen = new Terminal({ cols: columns, rows, scrollback: 2000, allowProposedApi: true });
  const terminal = pty.spawn(command, [...args], { cols: columns, rows, cwd, env });
  terminal.onData((data) => screen.write(data));
  const ended = new Promise<number>((resolve) => {
    terminal.onExit(({ exitCode, signal }) => resolve(signal ? 128 + signal : exitCode));
  });
  const text = (): string => {
    const buffer = screen.buffer.active;
    return Array.from({ length: buffer.length }, (_, i) => buffer.getLine(i)?.translateToString(true) ?? '')
      .join('\n')
      .trimEnd();
  };
  const see = async (words: RegExp): Promise<void> => {
    const until = Date.now() + patienceMs;
    while (!words.test(text())) {
      if (Date.now() > until) {
        terminal.kill('SIGKILL');
        throw new Error(`the screen never showed ${String(words)}:\n${text()}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { see, type: (keys) => terminal.write(keys), kill: () => terminal.kill('SIGKILL'), text, ended };
}
