import { createWorld } from './edge/world.ts';
import { UserError } from './errors.ts';
import type { Situation, World } from './ports.ts';
import { runProgram } from './program.ts';
import { safeText } from './render/safe-text.ts';

/** Runs the program once and leaves its exit code with the process. */
export async function main(argv: readonly string[]): Promise<void> {
  watchStreams();
  const world = createWorld(argv);
  watchStrays(world);
  process.exitCode = await codeOf(argv, world);
}

/** The exit code of a run; every error becomes words on standard error. */
async function codeOf(argv: readonly string[], world: World): Promise<number> {
  try {
    return await runProgram(argv, world);
  } catch (error) {
    const told = tellError(error, world.situation);
    process.stderr.write(told.text);
    return told.code;
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
  return { text: safeText(`This is a bug in mlsd ${situation.version}: ${message}\n${report}${stack}\n`), code: 70 };
}

function tellUserError(error: UserError, situation: Situation): { text: string; code: number } {
  const hint = asInvoked(error.hint, situation);
  const message = asInvoked(error.message, situation);
  if (situation.json) {
    return { text: errorJson({ kind: 'user', message, try: hint, code: error.exitCode }), code: error.exitCode };
  }
  const stack = situation.debug ? `${stackOf(error)}\n` : '';
  return { text: safeText(`${message}\nTry: ${hint}\n${stack}`), code: error.exitCode };
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

/** A reader that has seen enough, such as `head`, is no fault; a full disk is the machine's. */
function watchStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      process.stderr.write(
        `Standard output cannot be written (${error.code ?? error.message}).\nTry: another file or disk.\n`,
      );
      process.exit(1);
    });
  }
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
