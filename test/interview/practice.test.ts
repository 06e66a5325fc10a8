import { expect, test } from 'vitest';
import { stepIds } from '../../src/domain/step.ts';
import type { Move } from '../support/scripted-ports.ts';
import { walk } from '../support/walk-desk.ts';

const answerAll: Move[] = stepIds.flatMap((step): Move[] => [
  { answer: `I choose covered-${step}-a.` },
  { choose: 'go-on' },
]);

test('an answer is saved before it is graded, and its score before it is shown', async () => {
  const { events } = await walk([{ answer: 'covered-frame-a.' }], { scope: ['frame'] });
  const saved = events.indexOf('save covered-frame-a.');
  const graded = events.indexOf('grade frame covered-frame-a.');
  expect(saved).toBeGreaterThan(-1);
  expect(graded).toBeGreaterThan(saved);
  expect(events.slice(graded + 1, graded + 3)).toEqual(['save covered-frame-a.', 'show']);
});

test('seven answers walk to the summary, and the session is finished', async () => {
  const { end, session, prompter } = await walk([...answerAll, { choose: 'finish' }]);
  expect(end).toEqual({ kind: 'finished' });
  expect(session.state).toBe('finished');
  expect(session.summary?.steps.map((one) => one.step)).toEqual([...stepIds]);
  expect(session.summary).toMatchObject({ caseHash: 'walk-1', graderVersion: 1 });
  expect(prompter.prompted.filter((one) => one.kind === 'answer').map((one) => one.title)[1]).toBe(
    'Your answer to step 2, Frame',
  );
});

test('Enter walks the way: the question first, then the follow-up, then on', async () => {
  const { prompter } = await walk(
    [
      { answer: 'covered-frame-a. Also unsure-frame-b.' },
      { choose: 'questions' },
      { choose: 'yes' },
      { choose: 'follow-up' },
      { answer: 'more' },
      { choose: 'go-on' },
    ],
    { scope: ['frame'] },
  );
  const menus = prompter.prompted.flatMap((one) =>
    one.kind === 'choose' && one.message === 'What next?' ? [one.initial] : [],
  );
  expect(menus.slice(0, 3)).toEqual(['questions', 'follow-up', 'go-on']);
});

test('an empty answer is no attempt, and asks again', async () => {
  const { session, prompter } = await walk([{ answer: '  ' }, { answer: 'something' }], { scope: ['frame'] });
  expect(session.steps.frame?.attempts.map((one) => one.text)).toEqual(['something']);
  expect(prompter.prompted.filter((one) => one.kind === 'answer')).toHaveLength(2);
});

test('a step that was skipped is left out of the score and said so', async () => {
  const script: Move[] = [
    { command: 'skip', draft: 'half a thought' },
    { answer: 'covered-data-a.' },
    { choose: 'go-on' },
  ];
  const { session, screen } = await walk(script, { scope: ['frame', 'data'] });
  expect(session.steps.frame).toMatchObject({ state: 'skipped', draft: 'half a thought' });
  expect(session.summary?.steps.map((one) => one.step)).toEqual(['data']);
  expect(screen.text()).toContain('Left out: 2 Frame');
});

test(':back goes to the step before with its menu, and forth again to the draft', async () => {
  const { prompter, session } = await walk(
    [
      { answer: 'one' },
      { choose: 'go-on' },
      { command: 'back', draft: 'half' },
      { choose: 'go-on' },
      { leave: 'SIGINT', draft: 'half' },
    ],
    { scope: ['frame', 'data'] },
  );
  const drafts = prompter.prompted.flatMap((one) => (one.kind === 'answer' ? [one.draft] : []));
  expect(drafts).toEqual(['', '', 'half']);
  expect(session.place).toEqual({ at: 'answer', step: 'data' });
});

test(':back at the first step stays there and says so', async () => {
  const { prompter, screen } = await walk([{ command: 'back', draft: 'x' }], { scope: ['frame'] });
  expect(screen.text()).toContain('This is the first step');
  expect(prompter.prompted.filter((one) => one.kind === 'answer').map((one) => one.draft)).toEqual(['', 'x']);
});

test('improving opens the editor on the answer; an unchanged text is no new attempt', async () => {
  const { prompter, session } = await walk(
    [{ answer: 'one' }, { choose: 'improve' }, { answer: 'one' }, { choose: 'improve' }, { answer: 'one and two' }],
    { scope: ['frame'] },
  );
  expect(prompter.prompted.flatMap((one) => (one.kind === 'answer' ? [one.draft] : []))).toEqual(['', 'one', 'one']);
  expect(session.steps.frame?.attempts.map((one) => one.text)).toEqual(['one', 'one and two']);
});

test('the menu offers a second design where there is one, and no simulation', async () => {
  const { prompter } = await walk([{ answer: 'one' }, { choose: 'go-on' }, { answer: 'two' }], {
    scope: ['frame', 'data'],
  });
  const menus = prompter.prompted.flatMap((one) => (one.kind === 'choose' ? [one.values] : []));
  expect(menus[0]).toContain('second-design');
  expect(menus[1]).not.toContain('second-design');
  expect(menus.flat()).not.toContain('simulation');
});

test('what is said in another step counts, with the place named', async () => {
  const { session } = await walk(
    [{ answer: 'covered-data-a.' }, { choose: 'go-on' }, { answer: 'nothing here' }, { choose: 'go-on' }],
    { scope: ['frame', 'data'] },
  );
  const row = session.steps.data?.attempts[0]?.score.criteria.find((one) => one.id === 'data-a');
  expect(row).toMatchObject({ verdict: 'covered', saidIn: 'frame' });
});

test('a later answer earns an earlier point in the summary, and the attempt keeps its score', async () => {
  const { session } = await walk(
    [{ answer: 'nothing' }, { choose: 'go-on' }, { answer: 'covered-frame-a.' }, { choose: 'go-on' }],
    { scope: ['frame', 'data'] },
  );
  expect(session.steps.frame?.attempts[0]?.score.auto).toBe(0);
  expect(session.summary?.steps[0]).toMatchObject({ step: 'frame', score: { auto: 2 }, auto: { counted: 2 } });
});

test('the time of a step is kept and goes on', async () => {
  const { prompter, session } = await walk([{ command: '?', draft: 'a' }, { answer: 'a b' }], { scope: ['frame'] });
  expect(prompter.prompted.flatMap((one) => (one.kind === 'answer' ? [one.elapsedSeconds] : []))).toEqual([0, 60]);
  expect(session.steps.frame?.elapsedSeconds).toBe(120);
});

test('the advice on length is forty words a minute', async () => {
  const { prompter } = await walk([], { scope: ['data'] });
  expect(prompter.prompted[0]).toMatchObject({ kind: 'answer', wordsAdvised: 320 });
});
