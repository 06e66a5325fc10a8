import { expect, test } from 'vitest';
import { run } from '../../src/commands/home.ts';
import { newSession } from '../../src/interview/begin.ts';
import { createPracticeWorld } from '../support/practice-world.ts';
import { steppingClock } from '../support/scripted-ports.ts';
import { tinyCase } from '../support/tiny-case.ts';

const cases = [tinyCase];
const alone = { arguments: {}, options: {} };
const begun = newSession(tinyCase, ['frame', 'data'], steppingClock());

test('the first run gives a minute of orientation, a later one does not', async () => {
  const first = createPracticeWorld({ cases, script: [{ choose: 'leave' }] });
  expect(await run(alone, first.world)).toBe(0);
  expect(first.screen.text()).toContain('brief, incomplete on purpose');
  const later = createPracticeWorld({ cases, sessions: [begun], script: [{ choose: 'leave' }] });
  await run(alone, later.world);
  expect(later.screen.pages).toEqual([]);
});

test('what was begun comes first, with its place', async () => {
  const { world, prompter } = createPracticeWorld({
    cases,
    sessions: [begun],
    script: [{ choose: 'resume' }, { leave: 'SIGTERM', draft: 'x' }],
  });
  expect(await run(alone, world)).toBe(143);
  const home = prompter.prompted[0];
  expect(home?.kind === 'choose' && home.names[0]).toBe('go on: step 2 of 7, frame, Help-centre search');
  expect(prompter.prompted[1]).toMatchObject({ kind: 'answer', title: 'Your answer to step 2, Frame' });
});

test('one step: the case is chosen, then the step', async () => {
  const { world, store } = createPracticeWorld({
    cases,
    script: [
      { choose: 'one-step' },
      { pick: 0 },
      { choose: 'model' },
      { choose: 'ready' },
      { leave: 'SIGINT', draft: 'x' },
    ],
  });
  expect(await run(alone, world)).toBe(130);
  expect(store.saved.at(-1)?.scope).toEqual(['model']);
});

test('a whole case begins at step 1', async () => {
  const { world, store, screen } = createPracticeWorld({
    cases,
    script: [
      { choose: 'whole-case' },
      { pick: 0 },
      { choose: 'ready' },
      { choose: 'ready' },
      { leave: 'SIGINT', draft: 'x' },
    ],
  });
  await run(alone, world);
  expect(store.saved.at(-1)).toMatchObject({ place: { at: 'answer', step: 'clarify' } });
  expect(screen.text()).toContain('You own the help centre.');
});

test('help is the program’s help', async () => {
  const { world, stdout } = createPracticeWorld({ cases, script: [{ choose: 'help' }] });
  expect(await run(alone, world)).toBe(0);
  expect(stdout()).toContain('Usage: mlsd <command>');
});

test('leaving the home screen leaves with the code of the signal', async () => {
  const { world } = createPracticeWorld({ cases, script: [{ leave: 'SIGHUP' }] });
  expect(await run(alone, world)).toBe(129);
});

test('the demo is offered until there is a session, then the sessions; the list always', async () => {
  const first = createPracticeWorld({ cases, script: [{ choose: 'list' }] });
  expect(await run(alone, first.world)).toBe(0);
  expect(first.stdout()).toContain('help-search');
  const values = (one: typeof first) =>
    one.prompter.prompted.flatMap((at) => (at.kind === 'choose' ? [at.values] : []));
  expect(values(first)[0]).toContain('demo');
  const later = createPracticeWorld({ cases, sessions: [begun], script: [{ choose: 'sessions' }] });
  expect(await run(alone, later.world)).toBe(0);
  expect(values(later)[0]).not.toContain('demo');
  expect(later.stdout()).toContain(begun.id);
});

test('from the choice of a case there is a way back', async () => {
  const { world, prompter } = createPracticeWorld({
    cases,
    script: [{ choose: 'one-step' }, { choose: 'back' }, { choose: 'leave' }],
  });
  expect(await run(alone, world)).toBe(0);
  expect(prompter.prompted).toHaveLength(3);
});
