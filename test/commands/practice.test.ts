import { expect, test } from 'vitest';
import { run } from '../../src/commands/practice.ts';
import { stepIds } from '../../src/domain/step.ts';
import { UserError } from '../../src/errors.ts';
import { createPracticeWorld } from '../support/practice-world.ts';
import type { Move } from '../support/scripted-ports.ts';
import { tinyCase } from '../support/tiny-case.ts';

const cases = [tinyCase];
const typed = (options: Record<string, string | boolean> = {}, name = 'help-search') => ({
  arguments: { case: name },
  options,
});
const frame: Move[] = [{ answer: 'We retrieve, then rank articles.' }, { choose: 'go-on' }, { choose: 'finish' }];

test('a new session asks how much: the whole case has seven steps', async () => {
  const { world, store, prompter, screen } = createPracticeWorld({
    cases,
    script: [{ choose: 'all' }, { leave: 'SIGINT', draft: 'Who' }],
  });
  expect(await run(typed(), world)).toBe(130);
  expect(store.saved.at(-1)).toMatchObject({ caseId: 'help-search', scope: stepIds, state: 'open' });
  expect(prompter.prompted[0]).toMatchObject({ message: 'How much today?' });
  const { id } = store.saved[0] ?? { id: '' };
  expect(id).toMatch(/^help-search-\d{8}-\d{6}$/u);
  expect(screen.text()).toContain(`Saved. Continue with: mlsd resume ${id}`);
  expect(store.locked).toEqual([]);
});

test('one step is chosen, answered with the real checker, and summed up', async () => {
  const { world, store, screen } = createPracticeWorld({
    cases,
    script: [{ choose: 'one' }, { choose: 'frame' }, ...frame],
  });
  expect(await run(typed(), world)).toBe(0);
  const session = store.saved.at(-1);
  expect(session).toMatchObject({ scope: ['frame'], state: 'finished' });
  expect(session?.summary?.share.auto).toBeGreaterThan(0);
  expect(screen.text()).toContain('mlsd export');
});

test('leaving at the brief writes nothing', async () => {
  const { world, store, screen } = createPracticeWorld({ cases, script: [{ leave: 'SIGINT' }] });
  expect(await run(typed(), world)).toBe(130);
  expect(store.saved).toEqual([]);
  expect(screen.text()).toContain('Begin with: mlsd practice help-search');
});

test('--only practises one step, --from the rest', async () => {
  const only = createPracticeWorld({ cases, script: [{ leave: 'SIGTERM' }] });
  expect(await run(typed({ only: 'model' }), only.world)).toBe(143);
  expect(only.store.saved.at(-1)?.scope).toEqual(['model']);
  const from = createPracticeWorld({ cases, script: [{ leave: 'SIGHUP' }] });
  expect(await run(typed({ from: '6' }), from.world)).toBe(129);
  expect(from.store.saved.at(-1)?.scope).toEqual(['serving', 'monitoring']);
});

test('--only and --from together are refused, and a step that is none is told', async () => {
  const { world } = createPracticeWorld({ cases });
  await expect(run(typed({ only: 'model', from: 'data' }), world)).rejects.toThrow(UserError);
  await expect(run(typed({ only: 'modle' }), world)).rejects.toThrow('Did you mean "model"?');
});

test('it goes on with the newest unfinished session of the case, and says so; --new starts afresh', async () => {
  const first = createPracticeWorld({ cases, script: [{ leave: 'SIGINT', draft: 'half' }] });
  await run(typed({ from: 'clarify' }), first.world);
  const [begun] = first.store.saved.slice(-1);
  const sessions = begun ? [begun] : [];
  const again = createPracticeWorld({ cases, sessions, script: [{ leave: 'SIGINT', draft: 'half and more' }] });
  await run(typed(), again.world);
  expect(again.screen.text()).toContain('An unfinished session of this case was found');
  expect(again.screen.text()).toContain('Going on with Help-centre search');
  expect(again.prompter.prompted[0]).toMatchObject({ kind: 'answer', draft: 'half' });
  const afresh = createPracticeWorld({ cases, sessions, script: [{ choose: 'all' }, { leave: 'SIGINT', draft: 'x' }] });
  await run(typed({ new: true }), afresh.world);
  expect(afresh.prompter.prompted[0]).toMatchObject({ message: 'How much today?' });
});

test('--from moves the session that was begun to that step', async () => {
  const first = createPracticeWorld({ cases, script: [{ leave: 'SIGINT', draft: 'half' }] });
  await run(typed({ from: 'clarify' }), first.world);
  const again = createPracticeWorld({ cases, sessions: first.store.saved.slice(-1), script: [] });
  await run(typed({ from: 'data' }), again.world);
  expect(again.prompter.prompted[0]).toMatchObject({ kind: 'answer', title: 'Step 3 of 7: Data' });
  expect(again.store.saved.at(-1)?.steps.clarify?.draft).toBe('half');
});

test('a changed case is said in words, and nothing is scored again', async () => {
  const first = createPracticeWorld({ cases, script: [{ answer: 'We rank articles.' }, { leave: 'SIGINT' }] });
  await run(typed({ only: 'frame' }), first.world);
  const before = first.store.saved.at(-1)?.steps.frame?.attempts;
  const changed = createPracticeWorld({
    cases: [{ ...tinyCase, hash: 'new' }],
    sessions: first.store.saved.slice(-1),
    script: [],
  });
  await run(typed(), changed.world);
  expect(changed.screen.text()).toContain('The case has changed since this session was begun');
  expect(changed.store.saved.at(-1)?.steps.frame?.attempts).toEqual(before);
});

test('a case of one’s own keeps its path in full', async () => {
  const own = { ...tinyCase, id: './mine.yaml' };
  const { world, store } = createPracticeWorld({ cases: [own], script: [{ leave: 'SIGINT', draft: 'x' }] });
  await run(typed({ only: 'frame' }, './mine.yaml'), world);
  expect(store.saved.at(-1)?.caseFile).toBe('/home/me/mine.yaml');
});

test('without a terminal it prints the questions, says how to answer from a file, and exits with 2', async () => {
  const { world, stdout, stderr } = createPracticeWorld({
    cases,
    situation: { interactive: false, invokedAs: 'npm start --' },
  });
  expect(await run(typed(), world)).toBe(2);
  expect(stdout()).toContain('You own the help centre.');
  expect(stdout()).toContain('monitoring');
  expect(stderr()).toContain('npm start -- export --blank help-search');
  expect(stderr()).toContain('npm start -- grade help-search --answers answers.md');
});

test('a folder that cannot be written is told before anything is asked', async () => {
  const { world, store, prompter } = createPracticeWorld({ cases });
  const refusal = new UserError('Sessions cannot be saved.', 'another folder');
  const sessions = () => Promise.resolve({ ...store, checkWritable: () => Promise.reject(refusal) });
  await expect(run(typed(), { ...world, sessions })).rejects.toBe(refusal);
  expect(prompter.prompted).toEqual([]);
});
