import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { systemCode } from './machine-fault.ts';
import { isAlive, processStart } from './process-alive.ts';

type Owner = { pid: number; start: string };

const attempts = 3;

/** Takes the lock of a session; refuses in words while another process holds it, takes over what a dead one left. */
export function takeLock(file: string, id: string): () => Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const owner = { pid: process.pid, start: processStart(process.pid) } satisfies Owner;
      writeFileSync(file, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
      return async () => release(file);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
    const owner = readOwner(file);
    if ((owner && holds(owner)) || attempt === attempts) {
      const who = owner ? ` (process ${owner.pid})` : '';
      throw new UserError(
        `The session "${id}" is open in another terminal${who}.`,
        'go on there, or close it there and repeat the command; practice with --new begins another one',
      );
    }
    rmSync(file, { force: true });
  }
}

function release(file: string): void {
  const owner = readOwner(file);
  if (owner?.pid === process.pid) rmSync(file, { force: true });
}

/** Nothing when the file is gone or was cut short by a crash. */
function readOwner(file: string): Owner | undefined {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<Owner> | null;
    return typeof value?.pid === 'number' ? { pid: value.pid, start: String(value.start ?? '') } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A number is used again after a restart: the same process also started at the same time. */
function holds(owner: Owner): boolean {
  if (!isAlive(owner.pid)) return false;
  const start = processStart(owner.pid);
  return start === '' || owner.start === '' || start === owner.start;
}
