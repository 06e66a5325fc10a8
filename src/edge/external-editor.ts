import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type EditorOutcome = { kind: 'edited'; text: string } | { kind: 'failed'; why: string };

const editorPatienceMs = 1000;

/** Opens a text in the person's editor and waits until it is closed. */
export type OpenEditor = (text: string) => Promise<EditorOutcome>;

/** The editor of a command line such as `vim` or `code --wait`. */
export function externalEditor(commandLine: string, folder: string = tmpdir()): OpenEditor {
  return async (text) => {
    const [program, ...options] = splitCommand(commandLine);
    if (program === undefined) return { kind: 'failed', why: 'No editor is set: set VISUAL or EDITOR.' };
    const place = await mkdtemp(path.join(folder, 'mlsd-'));
    const file = path.join(place, 'answer.md');
    try {
      await writeFile(file, text, { mode: 0o600 });
      const { fault, endedWithUs } = await runProgram(program, [...options, file]);
      // What was saved before a closing window took the editor along still counts.
      if (fault !== undefined && !endedWithUs) return { kind: 'failed', why: fault };
      return { kind: 'edited', text: withoutAddedLineEnd(decoded(await readFile(file)), text) };
    } catch (error) {
      return {
        kind: 'failed',
        why: `Your text is as it was: ${error instanceof Error ? error.message : String(error)}`,
      };
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  };
}

/** Splits a command line at spaces; quotes hold a path with spaces together. */
export function splitCommand(commandLine: string): string[] {
  const pieces = commandLine.match(/"[^"]*"|'[^']*'|[^\s"']+/gu) ?? [];
  return pieces.map((piece) => piece.replace(/^(["'])(.*)\1$/u, '$2'));
}

type EditorEnd = { fault: string | undefined; endedWithUs: boolean };

/** Runs the editor to its end; a fault is one sentence. */
function runProgram(program: string, options: readonly string[]): Promise<EditorEnd> {
  return new Promise((resolve) => {
    // Ctrl-C in the editor reaches the whole group; it is the editor's to answer.
    const ignore = () => undefined;
    process.on('SIGINT', ignore);
    const shell = process.platform === 'win32';
    const child = spawn(program, options, { stdio: 'inherit', shell });
    const stopPassing = passOnEnd(child);
    const settle = (fault: string | undefined) => {
      process.off('SIGINT', ignore);
      resolve({ fault, endedWithUs: stopPassing() });
    };
    child.on('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? 'was not found' : `did not start (${error.code ?? error.message})`;
      settle(`The editor "${program}" ${why}. Your text is as it was.`);
    });
    child.on('close', (code, signal) => {
      const how = signal ? `by ${signal}` : `with code ${code ?? '?'}`;
      settle(code === 0 ? undefined : `The editor ended ${how}. Your text is as it was.`);
    });
  });
}

/** Who ends us ends the editor too, so that nothing of the answer is left behind; what comes back stops listening and tells whether that was so. */
function passOnEnd(child: ChildProcess): () => boolean {
  let patience: NodeJS.Timeout | undefined;
  const pass = (signal: NodeJS.Signals) => {
    child.kill(signal);
    patience ??= setTimeout(() => child.kill('SIGKILL'), editorPatienceMs);
  };
  const signals = ['SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, pass);
  return () => {
    clearTimeout(patience);
    for (const signal of signals) process.off(signal, pass);
    return patience !== undefined;
  };
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error('the editor saved something that is not UTF-8', { cause: error });
  }
}

/** Editors end a file with a line end that nobody typed. */
function withoutAddedLineEnd(text: string, before: string): string {
  const lines = text.replace(/\r\n?/gu, '\n');
  return lines.endsWith('\n') && !before.endsWith('\n') ? lines.slice(0, -1) : lines;
}
