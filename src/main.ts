import { directStream } from './edge/direct-stream.ts';
import { createWorld, type WorldParts } from './edge/world.ts';
import { UserError } from './errors.ts';
import type { Situation, World } from './ports.ts';
import { runProgram } from './program.ts';
import { safeText } from './render/safe-text.ts';
import { wrapWords } from './render/wrap-words.ts';

// The build runs the program in worlds of its own.
export { createWorld, runProgram };

/** Runs the program once and leaves its exit code with the process. */
export async function main(argv: readonly string[]): Promise<void> {
  const streams = watchedStreams();
  const world = createWorld(argv, streams);
  watchStrays(world);
  try {
    process.exitCode = await runProgram(argv, world);
  } catch (error) {
    const told = tellError(error, world.situation);
    streams.stderr.write(told.text);
    process.exitCode = told.code;
  }
}

/** An error in words, or as JSON, with the exit code it stands for. */
export function tellError(error: unknown, situation: Situation): { text: string; code: number } {
  if (isUserError(error)) return tellUserError(error, situation);
  const message = error instanceof Error ? error.message : String(error);
  const stack = situation.debug && error instanceof Error ? `\n${stackOf(error)}` : '';
  if (situation.json)
    return { text: errorJson({ kind: 'bug', message, version: situation.version, code: 70 }), code: 70 };
  const report = situation.debug
    ? bugReport
    : `${bugReport}\nTry: the same with --debug, which shows where it happened.`;
  const told = wrapped(`This is a bug in mlsd ${situation.version}: ${message}\n${report}`, situation);
  return { text: safeText(`${told}${stack}\n`), code: 70 };
}

function tellUserError(error: UserError, situation: Situation): { text: string; code: number } {
  const hint = asInvoked(error.hint, situation);
  const message = asInvoked(error.message, situation);
  if (situation.json) {
    return { text: errorJson({ kind: 'user', message, try: hint, code: error.exitCode }), code: error.exitCode };
  }
  const stack = situation.debug ? `${stackOf(error)}\n` : '';
  return { text: safeText(`${wrapped(`${message}\nTry: ${hint}`, situation)}\n${stack}`), code: error.exitCode };
}

/** Breaks lines between words where a person reads them; a command alone stays whole, so that it can be copied. */
function wrapped(text: string, { interactive, columns, invokedAs }: Situation): string {
  if (!interactive) return text;
  const isCommand = (line: string) => line.startsWith(`Try: ${invokedAs} `);
  return text
    .split('\n')
    .map((line) => (isCommand(line) ? line : wrapWords(safeText(line), columns)))
    .join('\n');
}

/** Chunks of a bundle may hold a class twice: its name tells as well. */
function isUserError(error: unknown): error is UserError {
  return error instanceof UserError || (error instanceof Error && error.name === 'UserError' && 'hint' in error);
}

/** Commands in a sentence are printed in the form that works as the program was called. */
function asInvoked(text: string, { invokedAs }: Situation): string {
  return text.replace(/\bmlsd (?=[a-z-])/gu, () => `${invokedAs} `);
}

function errorJson(error: object): string {
  return `${safeText(JSON.stringify({ schemaVersion: 1, error }, null, 2))}\n`;
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\nCaused by: ${stackOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

/**
 * The streams of the process, made and watched when they are first used: a reader that has seen enough, such as `head`,
 * is no fault; a full disk is the machine's.
 */
function watchedStreams(): Pick<WorldParts, 'stdout' | 'stderr'> {
  const made: { stdout?: NodeJS.WriteStream; stderr?: NodeJS.WriteStream } = {};
  const watch = (stream: NodeJS.WriteStream) => stream.on('error', (error) => endByStream(stream, error));
  return {
    get stdout() {
      return (made.stdout ??= directStream(1, () => watch(process.stdout)));
    },
    get stderr() {
      return (made.stderr ??= directStream(2, () => watch(process.stderr)));
    },
  };
}

function endByStream(stream: NodeJS.WriteStream, error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  if (stream.isTTY) {
    // A terminal that is gone: what is typed is still to be saved; its signal or its end of input has told us to leave.
    process.off('exit', endAsHungUp);
    process.on('exit', endAsHungUp);
    return;
  }
  process.stderr.write(
    `Standard output cannot be written (${error.code ?? error.message}).\nTry: another file or disk.\n`,
  );
  process.exit(1);
}

/** Ends as its window does. Node itself would restore the terminal that is gone, fail in that, and dump its memory. */
function endAsHungUp(): void {
  if (process.platform === 'win32') return;
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

/** What nobody waited for is a bug as well, and is told as one. */
function watchStrays(world: World): void {
  process.on('uncaughtException', (error) => {
    const told = tellError(error, world.situation);
    process.stderr.write(told.text);
    process.exit(told.code);
  });
}

const bugReport = 'Nothing you typed is lost. Please report it with the command you ran and this message.';
