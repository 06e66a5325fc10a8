import { expect, test } from 'vitest';
import { run } from '../../src/commands/resume.ts';
import { newSession } from '../../src/interview/begin.ts';
import { createPracticeWorld } from '../support/practice-world.ts';
import { steppingClock } from '../support/scripted-ports.ts';
import { tinyCase } from '../support/tiny-case.ts';

const cases = [tinyCase];
const sessionAt = (day: number, more = {}) => ({
  ...newSession(tinyCase, ['frame'], steppingClock(Date.UTC(2026, 0, day))),
  ...more,
});
const named = (session?: string) => ({ arguments: { session }, options: {} });

test('it opens the newest unfinished session', async () => {
  const sessions = [sessionAt(1), sessionAt(3, { state: 'finished' }), sessionAt(2)];
  const { world, screen, store } = createPracticeWorld({ cases, sessions, script: [{ leave: 'SIGINT', draft: 'x' }] });
  expect(await run(named(), world)).toBe(130);
  expect(screen.text()).toMatch(/begun 2026-01-02 \d\d:\d\d UTC: step 2 of 7, frame/u);
  expect(store.read(sessions[2]?.id ?? '').steps.frame?.draft).toBe('x');
});

test('a session is named by its id or the beginning of it', async () => {
  const sessions = [sessionAt(1), sessionAt(2)];
  const { world, screen } = createPracticeWorld({ cases, sessions });
  await run(named('help-search-20260101'), world);
  expect(screen.text()).toContain('begun 2026-01-01');
});

test('without any unfinished session it says what to do', async () => {
  const { world } = createPracticeWorld({ cases, sessions: [sessionAt(1, { state: 'finished' })] });
  await expect(run(named(), world)).rejects.toMatchObject({
    message: 'There is no unfinished session to go on with.',
    exitCode: 2,
  });
});

test('a session that is open elsewhere is refused before anything is asked', async () => {
  const { world, store, prompter } = createPracticeWorld({ cases, sessions: [sessionAt(1)] });
  const refusal = new Error('open in another terminal');
  const sessions = () => Promise.resolve({ ...store, lock: () => Promise.reject(refusal) });
  await expect(run(named(), { ...world, sessions })).rejects.toBe(refusal);
  expect(prompter.prompted).toEqual([]);
});

test('the session is read again once it is locked, and the lock is given back when a fault ends the talk', async () => {
  const session = sessionAt(1);
  const { world, store, prompter } = createPracticeWorld({ cases, sessions: [session] });
  const lock: typeof store.lock = async (id) => {
    await store.save({
      ...session,
      steps: {
        frame: {
          draft: 'typed in the other terminal',
          attempts: [],
          elapsedSeconds: 5,
          hintsShown: {},
          modelAnswerShown: false,
          followUps: [],
          state: 'open',
        },
      },
    });
    return store.lock(id);
  };
  await run(named(), { ...world, sessions: () => Promise.resolve({ ...store, lock }) });
  expect(prompter.prompted[0]).toMatchObject({ draft: 'typed in the other terminal' });
  expect(store.locked).toEqual([]);
  const fault = new Error('a bug');
  const broken = () => Promise.resolve({ ...prompter, answer: () => Promise.reject(fault) });
  await expect(run(named(), { ...world, prompter: broken })).rejects.toBe(fault);
  expect(store.locked).toEqual([]);
});

test('it needs a terminal', async () => {
  const { world } = createPracticeWorld({ cases, situation: { interactive: false } });
  await expect(run(named(), world)).rejects.toMatchObject({ exitCode: 2 });
});
