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
    script: [{ choose: 'all' }, { choose: 'ready' }, { leave: 'SIGINT', draft: 'Who' }],
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
  const only = createPracticeWorld({ cases, script: [{ choose: 'ready' }, { leave: 'SIGTERM' }] });
  expect(await run(typed({ only: 'model' }), only.world)).toBe(143);
  expect(only.store.saved.at(-1)?.scope).toEqual(['model']);
  const from = createPracticeWorld({ cases, script: [{ choose: 'ready' }, { leave: 'SIGHUP' }] });
  expect(await run(typed({ from: '6' }), from.world)).toBe(129);
  expect(from.store.saved.at(-1)?.scope).toEqual(['serving', 'monitoring']);
});

test('--only and --from together are refused, and a step that is none is told', async () => {
  const { world } = createPracticeWorld({ cases });
  await expect(run(typed({ only: 'model', from: 'data' }), world)).rejects.toThrow(UserError);
  await expect(run(typed({ only: 'modle' }), world)).rejects.toThrow('Did you mean "model"?');
});

test('it goes on with the newest unfinished session of the case, and says so; --new starts afresh', async () => {
  const first = createPracticeWorld({
    cases,
    script: [{ choose: 'ready' }, { choose: 'ready' }, { leave: 'SIGINT', draft: 'half' }],
  });
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

test('one step that was left over is offered, and never taken for the whole case', async () => {
  const first = createPracticeWorld({ cases, script: [{ choose: 'ready' }, { leave: 'SIGINT', draft: 'half' }] });
  await run(typed({ only: 'frame' }), first.world);
  const sessions = first.store.saved.slice(-1);
  const again = createPracticeWorld({ cases, sessions, script: [{ choose: true }, { leave: 'SIGINT', draft: 'x' }] });
  await run(typed(), again.world);
  expect(again.prompter.prompted[0]).toMatchObject({
    kind: 'choose',
    message: expect.stringMatching(/frame only, open, saved 2026-\d\d-\d\d \d\d:\d\d UTC/u) as string,
  });
  expect(again.store.saved.at(-1)?.id).toBe(sessions[0]?.id);
  const afresh = createPracticeWorld({ cases, sessions, script: [{ choose: false }, { leave: 'SIGINT' }] });
  await run(typed(), afresh.world);
  expect(afresh.prompter.prompted[1]).toMatchObject({ message: 'How much today?' });
});

test('a step that is none is told with the flag that was typed', async () => {
  const { world } = createPracticeWorld({ cases });
  await expect(run(typed({ only: 'servin' }), world)).rejects.toMatchObject({ hint: '--only serving' });
  await expect(run(typed({ from: 'xyzzy' }), world)).rejects.toMatchObject({ hint: '--from frame' });
});

test('an id that is the name of a file here points to the file', async () => {
  const { world } = createPracticeWorld({ cases });
  const files = { ...world.files, exists: (path: string) => Promise.resolve(path === './spam-filter.yaml') };
  await expect(run(typed({}, 'spam-filter'), { ...world, files })).rejects.toMatchObject({
    exitCode: 2,
    hint: 'mlsd practice ./spam-filter.yaml',
  });
  await expect(run(typed({}, 'ham-filter'), { ...world, files })).rejects.toMatchObject({ hint: 'mlsd list' });
});

test('--from moves the session that was begun to that step', async () => {
  const first = createPracticeWorld({
    cases,
    script: [{ choose: 'ready' }, { choose: 'ready' }, { leave: 'SIGINT', draft: 'half' }],
  });
  await run(typed({ from: 'clarify' }), first.world);
  const again = createPracticeWorld({ cases, sessions: first.store.saved.slice(-1), script: [] });
  await run(typed({ from: 'data' }), again.world);
  expect(again.prompter.prompted[0]).toMatchObject({ kind: 'answer', title: 'Your answer to step 3, Data' });
  expect(again.store.saved.at(-1)?.steps.clarify?.draft).toBe('half');
});

test('a changed case is said in words, and nothing is scored again', async () => {
  const first = createPracticeWorld({
    cases,
    script: [{ choose: 'ready' }, { answer: 'We rank articles.' }, { leave: 'SIGINT' }],
  });
  await run(typed({ only: 'frame' }), first.world);
  const before = first.store.saved.at(-1)?.steps.frame?.attempts;
  const changed = createPracticeWorld({
    cases: [{ ...tinyCase, hash: 'new' }],
    sessions: first.store.saved.slice(-1),
    script: [],
  });
  await run(typed({ only: 'frame' }), changed.world);
  expect(changed.screen.text()).toContain('The case has changed since this session was begun');
  expect(changed.store.saved.at(-1)?.steps.frame?.attempts).toEqual(before);
});

test('a case of one’s own keeps its path in full', async () => {
  const own = { ...tinyCase, id: './mine.yaml' };
  const { world, store } = createPracticeWorld({
    cases: [own],
    script: [{ choose: 'ready' }, { leave: 'SIGINT', draft: 'x' }],
  });
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

test('the brief is read before the first prompt, and the way is shown for a whole case alone', async () => {
  const one = createPracticeWorld({ cases, script: [{ choose: 'ready' }, { leave: 'SIGINT', draft: 'x' }] });
  await run(typed({ only: 'frame' }), one.world);
  expect(one.prompter.prompted.map((asked) => asked.kind)).toEqual(['choose', 'answer']);
  expect(one.screen.text()).toContain('You own the help centre.');
  expect(one.screen.text()).not.toContain('Seven steps');
  const whole = createPracticeWorld({ cases, script: [{ choose: 'all' }, { choose: 'ready' }, { leave: 'SIGINT' }] });
  await run(typed(), whole.world);
  expect(whole.screen.text()).toContain('Seven steps');
});

test('leaving instead of starting writes nothing', async () => {
  const { world, store, screen } = createPracticeWorld({ cases, script: [{ choose: 'leave' }] });
  expect(await run(typed({ only: 'frame' }), world)).toBe(130);
  expect(store.saved).toEqual([]);
  expect(screen.text()).toContain('Nothing was written yet');
});
