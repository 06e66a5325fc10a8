import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { didYouMean } from '../domain/near-names.ts';
import type { Problem } from '../domain/problem.ts';
import type { Session } from '../domain/session.ts';
import { UserError } from '../errors.ts';
import type { Clock, SessionStore, SessionSummary } from '../ports.ts';
import { atomicWrite } from './atomic-write.ts';
import { machineFault, systemCode } from './machine-fault.ts';
import { readSession, writeSession } from './read-session.ts';
import { isSessionId, newSessionId } from './session-id.ts';
import { takeLock } from './session-lock.ts';

type Found = { kind: 'session'; session: Session } | { kind: 'problem'; problem: Problem } | { kind: 'gone' };

const fileMode = 0o600;
const folderMode = 0o700;
const placeHint = 'MLSD_SESSIONS=<another folder> before the command, or mlsd config set sessions <folder>';

/** Keeps sessions as one JSON file each. */
export function createSessionStore(
  folder: string,
  clock: Pick<Clock, 'now'>,
  random: () => number = Math.random,
): Required<SessionStore> {
  const fileOf = (id: string) => path.join(folder, `${id}.json`);

  const look = (id: string): Found => {
    const file = fileOf(id);
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return { kind: 'gone' };
      return problem(
        file,
        `cannot be read (${systemCode(error) ?? 'unknown fault'}); it was left as it is`,
        'make the file readable, then repeat the command',
      );
    }
    const reading = readSession(text);
    if (reading.kind === 'session') return reading;
    if (reading.kind === 'newer') {
      const what = `was written by a newer mlsd (format ${reading.version}); it was left as it is`;
      return problem(file, what, 'open it with the mlsd that wrote it, or update this one');
    }
    return setAside(file, reading.what, clock.now());
  };

  const guarded = async <T>(sentence: string, work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw machineFault(error, sentence, folder, placeHint);
    }
  };

  const list: SessionStore['list'] = () =>
    guarded(`The sessions in ${folder} cannot be listed`, () => {
      const found = sessionIds(folder).map(look);
      const sessions = found.flatMap((one) => (one.kind === 'session' ? [summaryOf(one.session)] : []));
      const problems = found.flatMap((one) => (one.kind === 'problem' ? [one.problem] : []));
      return { sessions: sessions.sort(newestFirst), problems };
    });

  return {
    folder,
    list,
    load: async (id) => {
      const found: Found = isSessionId(id) ? look(id) : { kind: 'gone' };
      if (found.kind === 'session') return found.session;
      if (found.kind === 'gone') throw brokenBefore(id, folder) ?? unknownSession(id, folder);
      throw new UserError(`The session "${id}" ${found.problem.what}.`, found.problem.mend);
    },
    save: (session) =>
      guarded(`The session cannot be saved in ${folder}`, async () => {
        if (!isSessionId(session.id)) throw new RangeError(`\`save\` cannot make a file name of "${session.id}"`);
        mkdirSync(folder, { recursive: true, mode: folderMode });
        await atomicWrite(fileOf(session.id), writeSession(session), fileMode);
      }),
    remove: (id) =>
      guarded(`The session "${id}" cannot be removed`, () => {
        if (!isSessionId(id) || !existsSync(fileOf(id))) throw unknownSession(id, folder);
        rmSync(fileOf(id));
      }),
    lock: (id) =>
      guarded(`The session "${id}" cannot be opened for writing in ${folder}`, () => {
        mkdirSync(folder, { recursive: true, mode: folderMode });
        return takeLock(path.join(folder, `${id}.lock`), id);
      }),
    newId: (caseId) => {
      for (;;) {
        const id = newSessionId(caseId, clock.now(), random);
        if (!existsSync(fileOf(id))) return Promise.resolve(id);
      }
    },
    checkWritable: () =>
      guarded(`Sessions cannot be saved in ${folder}`, () => {
        mkdirSync(folder, { recursive: true, mode: folderMode });
        const probe = path.join(folder, `probe-${process.pid}`);
        try {
          writeFileSync(probe, ' '.repeat(probeBytes), { mode: fileMode });
        } finally {
          rmSync(probe, { force: true });
        }
      }),
  };
}

const probeBytes = 4096;

function sessionIds(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter(isSessionId);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Renames a broken file, so that it is kept and never read again. */
function setAside(file: string, what: string, now: number): Found {
  const aside = `${file}.broken-${new Date(now).toISOString().replace(/[:.]/gu, '-')}`;
  try {
    renameSync(file, aside);
    return problem(file, `could not be read: ${what}; it is kept as ${path.basename(aside)}`, asideHint);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return problem(file, `could not be read: ${what}; it was left as it is`, 'make its folder writable');
  }
}

function problem(file: string, what: string, mend: string): Found {
  return { kind: 'problem', problem: { where: { file, line: 0, column: 0 }, what, mend } };
}

/** A session whose file was set aside at an earlier reading. */
function brokenBefore(id: string, folder: string): UserError | undefined {
  if (!isSessionId(id)) return undefined;
  const names = namesIn(folder);
  const newest = names
    .filter((name) => name.startsWith(`${id}.json.broken-`))
    .sort()
    .at(-1);
  if (newest === undefined) return undefined;
  return new UserError(`The session "${id}" could not be read; it is kept as ${path.join(folder, newest)}.`, asideHint);
}

const asideHint = 'open that file in an editor: what you typed stands in it as text';

function unknownSession(id: string, folder: string): UserError {
  const near = didYouMean(id, sessionIds(folder));
  return new UserError(`There is no session "${id}". ${near}`.trim(), 'mlsd sessions', 2);
}

function summaryOf(session: Session): SessionSummary {
  const { id, caseId, caseTitle, startedAt, updatedAt, state, mode, scope, place, summary } = session;
  const share = summary && { share: summary.share.confirmed };
  return { id, caseId, caseTitle, startedAt, updatedAt, state, mode, scope, ...(place && { place }), ...share };
}

function newestFirst(one: SessionSummary, other: SessionSummary): number {
  return other.updatedAt < one.updatedAt ? -1 : Number(other.updatedAt > one.updatedAt);
}
