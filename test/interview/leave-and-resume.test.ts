import { expect, test } from 'vitest';
import { openingStep } from '../../src/interview/practice.ts';
import { leaveCode } from '../../src/interview/reply.ts';
import { refusingWalk } from '../support/refusing-walk.ts';
import { walkCase } from '../support/walk-case.ts';
import { walk } from '../support/walk-desk.ts';

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['end-of-input', 130],
  ['choice', 130],
] as const)('leaving by %s ends with %i', (by, code) => {
  expect(leaveCode({ kind: 'left', by })).toBe(code);
});

test('an answer that is left half-way waits in the editor', async () => {
  const first = await walk([{ answer: 'one' }, { choose: 'go-on' }, { leave: 'SIGINT', draft: 'half a thou' }]);
  const second = await walk([], { session: first.session });
  expect(second.prompter.prompted[0]).toMatchObject({
    kind: 'answer',
    title: 'Your answer to step 2, Frame',
    draft: 'half a thou',
    elapsedSeconds: 60,
  });
});

test('resuming goes to the menu that was left, with its score shown again', async () => {
  const first = await walk([{ answer: 'covered-clarify-a.' }, { leave: 'SIGTERM' }]);
  const second = await walk([], { session: first.session });
  expect(second.prompter.prompted[0]).toMatchObject({ kind: 'choose', message: 'What next?' });
  expect(second.screen.text()).toContain('covered-clarify-a');
});

test('resuming goes to the follow-up that was left, with its draft', async () => {
  const first = await walk([
    { answer: 'covered-clarify-a.' },
    { choose: 'follow-up' },
    { leave: 'SIGHUP', draft: 'well' },
  ]);
  const second = await walk([{ answer: 'well yes' }], { session: first.session });
  expect(second.prompter.prompted[0]).toMatchObject({ kind: 'answer', title: 'Follow-up: Clarify', draft: 'well' });
  expect(second.session.steps.clarify?.followUps).toMatchObject([
    { question: 'dig into clarify-a', answer: 'well yes' },
  ]);
});

test('resuming goes to the deep dive that was left, then to the summary', async () => {
  const scope = ['frame'] as const;
  const first = await walk(
    [{ answer: 'one' }, { choose: 'go-on' }, { choose: 'deep-dive' }, { leave: 'SIGINT', draft: 'to the' }],
    { scope },
  );
  expect(first.session.place).toEqual({ at: 'deep-dive' });
  const second = await walk([{ answer: 'to the knee' }, { choose: 'unknown' }, { choose: 'finish' }], {
    session: first.session,
  });
  expect(second.prompter.prompted[0]).toMatchObject({ kind: 'answer', title: 'Deep dive', draft: 'to the' });
  expect(second.session.deepDives).toMatchObject([{ id: 'dive', answer: 'to the knee' }]);
  expect(second.end).toEqual({ kind: 'finished' });
});

test(':quit saves and leaves, from the editor and from a menu', async () => {
  const editor = await walk([{ command: 'quit', draft: 'so far' }]);
  expect(editor.end).toEqual({ kind: 'left', by: 'choice' });
  expect(editor.session.steps.clarify?.draft).toBe('so far');
  const menu = await walk([{ answer: 'one' }, { command: 'quit' }]);
  expect(menu.end).toEqual({ kind: 'left', by: 'choice' });
});

test('killed between saving and grading, the answer waits in the editor', async () => {
  const { store } = await walk([{ answer: 'all of it' }]);
  const before = store.saved.find(
    (one) => one.steps.clarify?.draft === 'all of it' && one.steps.clarify.attempts.length === 0,
  );
  expect(before).toBeDefined();
  const resumed = await walk([], before ? { session: before } : {});
  expect(resumed.prompter.prompted[0]).toMatchObject({ kind: 'answer', draft: 'all of it' });
});

test('killed between the last step and its summary, the summary is computed on resume', async () => {
  const { store } = await walk([{ answer: 'one' }, { choose: 'go-on' }], { scope: ['frame'] });
  const before = store.saved.find((one) => one.steps.frame?.state === 'done' && one.summary === undefined);
  expect(before && openingStep(before)).toBeUndefined();
  const resumed = await walk([], before ? { session: before } : {});
  expect(resumed.session.summary?.steps).toHaveLength(1);
});

test('a finished session shows its summary as it was made, with words when the case has changed', async () => {
  const first = await walk([{ answer: 'covered-frame-a.' }, { choose: 'go-on' }, { choose: 'finish' }], {
    scope: ['frame'],
  });
  const changed = { ...walkCase, hash: 'walk-2' };
  const second = await walk([{ choose: 'finish' }], { session: first.session, caseStudy: changed });
  expect(second.session.summary).toEqual(first.session.summary);
  expect(second.screen.text()).toContain('The case has changed since this score was computed');
});

test('attempts keep the case that they were graded on', async () => {
  const first = await walk([{ answer: 'one' }, { leave: 'SIGINT' }], { scope: ['frame'] });
  const changed = { ...walkCase, hash: 'walk-2' };
  const second = await walk([{ choose: 'improve' }, { answer: 'two' }, { choose: 'go-on' }], {
    session: first.session,
    caseStudy: changed,
  });
  expect(second.session.steps.frame?.attempts.map((one) => one.caseHash)).toEqual(['walk-1', 'walk-2']);
  expect(second.session.summary?.caseHash).toBe('walk-2');
  expect(second.screen.text()).toContain('earlier form of the case');
});

test('words that the disk refuses are shown once more before the fault travels on', async () => {
  const refused = new Error('no space left');
  const { session } = await walk([]);
  const { screen, fault } = await refusingWalk([{ answer: 'precious words' }], session, refused);
  expect(fault).toBe(refused);
  expect(screen.text()).toContain('precious words');
});
