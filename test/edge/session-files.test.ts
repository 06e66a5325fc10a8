import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../src/domain/session.ts';
import { createSessionStore } from '../../src/edge/session-files.ts';
import { findSession } from '../../src/commands/find-session.ts';
import { newSessionId } from '../../src/edge/session-id.ts';
import { UserError } from '../../src/errors.ts';

const now = Date.UTC(2026, 10, 20, 12, 0, 0);
const clock = { now: () => now };

function session(id: string, change: Partial<Session> = {}): Session {
  return {
    formatVersion: 1,
    id,
    caseId: 'youtube-search',
    caseTitle: 'YouTube video search',
    caseHash: 'abc',
    mode: 'practice',
    startedAt: '2026-11-20T10:00:00.000Z',
    updatedAt: '2026-11-20T10:00:00.000Z',
    state: 'open',
    scope: ['clarify'],
    steps: {},
    asked: [],
    confirmations: [],
    disputes: [],
    ...change,
  };
}

let folder: string;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'mlsd-test-')), 'sessions');
});
afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

const store = () => createSessionStore(folder, clock);

async function userErrorOf(work: Promise<unknown>): Promise<UserError> {
  const error = await work.then(
    () => undefined,
    (fault: unknown) => fault,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

describe('session store', () => {
  it('loads what it saved, whatever is in it', async () => {
    const work = {
      draft: 'naïve α\u2028 "quoted" \u0000 日本',
      attempts: [],
      elapsedSeconds: 83,
      hintsShown: {},
      modelAnswerShown: false,
      followUps: [],
      state: 'open' as const,
    };
    const saved = session('a-1', { steps: { clarify: work } });
    await store().save(saved);
    expect(await store().load('a-1')).toEqual(saved);
  });

  it('keeps files for the owner alone, and leaves nothing temporary', async () => {
    await store().save(session('a-1'));
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(path.join(folder, 'a-1.json'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['a-1.json']);
  });

  it('lists the newest first, and an empty list where nothing was saved yet', async () => {
    expect(await store().list()).toEqual({ sessions: [], problems: [] });
    await store().save(session('old'));
    await store().save(session('new', { updatedAt: '2026-11-21T00:00:00.000Z' }));
    expect((await store().list()).sessions.map((one) => one.id)).toEqual(['new', 'old']);
  });

  it.each([
    ['cut-short', '{"formatVersion": 1, "id": "cut', 'cut short'],
    ['empty', '', 'empty'],
    ['not-a-session', '[]', 'no session'],
    ['lacks-steps', JSON.stringify({ ...session('lacks-steps'), steps: null }), 'steps'],
    ['unknown-step', JSON.stringify({ ...session('unknown-step'), steps: { dance: {} } }), 'steps.dance'],
  ])('%s is renamed, kept and told', async (id, text, told) => {
    await store().save(session('sound'));
    await writeFile(path.join(folder, `${id}.json`), text);
    const { sessions, problems } = await store().list();
    expect(sessions.map((one) => one.id)).toEqual(['sound']);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.what).toContain(told);
    const aside = `${id}.json.broken-2026-11-20T12-00-00-000Z`;
    expect(await readdir(folder)).toContain(aside);
    expect(await readFile(path.join(folder, aside), 'utf8')).toBe(text);
    expect((await store().list()).problems).toEqual([]);
  });

  it('a session of a newer version stays where it is, is named, and is not opened', async () => {
    await store().save(session('sound'));
    const text = JSON.stringify({ formatVersion: 7, id: 'newer' });
    await writeFile(path.join(folder, 'newer.json'), text);
    expect((await store().list()).problems[0]?.what).toContain('newer mlsd (format 7)');
    expect((await userErrorOf(store().load('newer'))).message).toContain('newer mlsd');
    expect(await readFile(path.join(folder, 'newer.json'), 'utf8')).toBe(text);
  });

  it('a broken session is still named after it was set aside', async () => {
    await store().save(session('sound'));
    await writeFile(path.join(folder, 'cut-short.json'), '{"formatVersion": 1,');
    const first = await userErrorOf(store().load('cut-short'));
    expect(first.message).toContain('cut-short.json.broken-2026-11-20T12-00-00-000Z');
    const later = await userErrorOf(store().load('cut-short'));
    expect(later).toMatchObject({ exitCode: 1 });
    expect(later.message).toContain('cut-short.json.broken-2026-11-20T12-00-00-000Z');
  });

  it.each(['newer', 'cut-short'])('the file of the session "%s" is told, and no other one is offered', async (id) => {
    await store().save(session('newer-1'));
    const text = id === 'newer' ? JSON.stringify({ formatVersion: 7, id }) : '{"form';
    await writeFile(path.join(folder, `${id}.json`), text);
    const error = await userErrorOf(findSession(store(), id));
    expect(error.exitCode).toBe(1);
    expect(error.message).not.toMatch(/Did you mean|There is no session/u);
  });

  it('an unreadable session stays where it is and is named', async () => {
    await store().save(session('sound'));
    await symlink(path.join(folder, 'loop.json'), path.join(folder, 'loop.json'));
    const { sessions, problems } = await store().list();
    expect(sessions).toHaveLength(1);
    expect(problems[0]?.what).toContain('cannot be read (ELOOP)');
    expect(await readdir(folder)).toContain('loop.json');
  });

  it.each(['nonesuch', '../sound', '', 'a/b'])('an unknown id %j is a usage error', async (id) => {
    await store().save(session('sound'));
    expect(await userErrorOf(store().load(id))).toMatchObject({ exitCode: 2, hint: 'mlsd sessions' });
  });

  it('names ids that are near', async () => {
    await store().save(session('youtube-search-1120-a3f'));
    expect((await userErrorOf(store().load('youtube-search-1120-a3g'))).message).toContain('youtube-search-1120-a3f');
  });

  it('removes a session', async () => {
    await store().save(session('a-1'));
    await store().remove('a-1');
    expect((await store().list()).sessions).toEqual([]);
    expect(await userErrorOf(store().remove('a-1'))).toMatchObject({ exitCode: 2 });
  });

  it('says before anything is typed that the folder cannot be written', async () => {
    await writeFile(folder, 'a file where a folder should be');
    const error = await userErrorOf(store().checkWritable());
    expect(error.message).toContain(`Sessions cannot be saved in ${folder}`);
    expect(error.exitCode).toBe(1);
  });

  it.skipIf(process.getuid?.() === 0)('says so for a read-only folder too', async () => {
    await store().checkWritable();
    await chmod(folder, 0o500);
    expect((await userErrorOf(store().checkWritable())).message).toContain('permission is missing');
  });

  it('leaves nothing behind when the folder can be written', async () => {
    await store().checkWritable();
    expect(await readdir(folder)).toEqual([]);
  });

  it('makes short ids that are not taken', async () => {
    const drawn = [0, 0, 0, 0, 0, 0.99];
    const random = () => drawn.shift() ?? 0.5;
    const made = createSessionStore(folder, clock, random);
    await made.save(session(newSessionId('youtube-search', now, () => 0)));
    expect(await made.newId('youtube-search')).toBe('youtube-search-1120-aa9');
  });
});

describe('lock', () => {
  it('refuses a second opening in words, until it is released', async () => {
    const release = await store().lock('a-1');
    const error = await userErrorOf(store().lock('a-1'));
    expect(error.message).toBe(`The session "a-1" is open in another terminal (process ${process.pid}).`);
    await release();
    await (
      await store().lock('a-1')
    )();
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes over what a dead process left', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.on('close', resolve));
    await store().checkWritable();
    await writeFile(path.join(folder, 'a-1.lock'), JSON.stringify({ pid: child.pid, start: '1' }));
    await (
      await store().lock('a-1')
    )();
  });

  it.runIf(process.platform === 'linux')('takes over a lock whose process number was used again', async () => {
    await store().checkWritable();
    await writeFile(path.join(folder, 'a-1.lock'), JSON.stringify({ pid: process.pid, start: '1' }));
    await (
      await store().lock('a-1')
    )();
  });

  it('takes over a lock that was cut short', async () => {
    await store().checkWritable();
    await writeFile(path.join(folder, 'a-1.lock'), '{"pi');
    await (
      await store().lock('a-1')
    )();
  });
});
