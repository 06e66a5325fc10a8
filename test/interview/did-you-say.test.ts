import { expect, test } from 'vitest';
import { walk } from '../support/walk-desk.ts';

const scope = ['frame'] as const;
const unsure = 'First unsure-frame-a here. Then unsure-frame-b there.';

const asked = (prompter: Awaited<ReturnType<typeof walk>>['prompter']) =>
  prompter.prompted.flatMap((one) =>
    one.kind === 'choose' && one.message.startsWith('Did you say') ? [one.message] : [],
  );

test('yes grants the point beside the automatic verdict, and counts as unprompted', async () => {
  const { session } = await walk(
    [{ answer: unsure }, { choose: 'questions' }, { choose: 'yes' }, { choose: 'no' }, { choose: 'go-on' }],
    { scope },
  );
  expect(session.steps.frame?.attempts[0]?.score).toMatchObject({ auto: 0, confirmed: 2 });
  expect(session.confirmations).toMatchObject([
    { criterion: 'frame-a', sentence: 'First unsure-frame-a here', verdict: 'covered' },
    { criterion: 'frame-b', verdict: 'not-detected' },
  ]);
  expect(session.summary?.steps[0]).toMatchObject({
    auto: { counted: 0 },
    confirmed: { unprompted: 2, prompted: 0, counted: 2 },
  });
});

test('no to a point that was half seen keeps the half', async () => {
  const { session } = await walk(
    [{ answer: 'Say partial-frame-a and ask-me.' }, { choose: 'questions' }, { choose: 'no' }, { choose: 'go-on' }],
    { scope },
  );
  expect(session.steps.frame?.attempts[0]?.score.confirmed).toBe(session.steps.frame?.attempts[0]?.score.auto);
  expect(session.confirmations).toMatchObject([{ criterion: 'frame-a', verdict: 'partial' }]);
});

test('an answered question is never put again, not after an improvement either', async () => {
  const { prompter } = await walk(
    [
      { answer: unsure },
      { choose: 'questions' },
      { choose: 'yes' },
      { choose: 'no' },
      { choose: 'improve' },
      { answer: `${unsure} And more.` },
    ],
    { scope },
  );
  expect(asked(prompter)).toEqual(['Did you say a of frame?', 'Did you say b of frame?']);
  const menu = prompter.prompted.at(-1);
  expect(menu?.kind === 'choose' && menu.values).not.toContain('questions');
});

test('a confirmation still holds for an improved answer that keeps the sentence', async () => {
  const { session } = await walk(
    [
      { answer: unsure },
      { choose: 'questions' },
      { choose: 'yes' },
      { choose: 'later' },
      { choose: 'improve' },
      { answer: `${unsure} And more.` },
    ],
    { scope },
  );
  expect(session.steps.frame?.attempts.at(-1)?.score.confirmed).toBe(2);
});

test('an added sentence is appended and graded again, and what it earns is prompted: half', async () => {
  const { session } = await walk(
    [
      { answer: 'unsure-frame-a.' },
      { choose: 'questions' },
      { choose: 'add' },
      { line: 'covered-frame-a.' },
      { choose: 'go-on' },
    ],
    { scope },
  );
  expect(session.steps.frame?.attempts.map((one) => one.text)).toEqual([
    'unsure-frame-a.',
    'unsure-frame-a.\ncovered-frame-a.',
  ]);
  expect(session.summary?.steps[0]?.auto).toMatchObject({ unprompted: 0, prompted: 1, counted: 1 });
});

test('later puts the question off, and it can be answered afterwards', async () => {
  const { prompter, session } = await walk(
    [
      { answer: 'unsure-frame-a.' },
      { choose: 'questions' },
      { choose: 'later' },
      { choose: 'questions' },
      { choose: 'no' },
    ],
    { scope },
  );
  expect(asked(prompter)).toHaveLength(2);
  expect(session.confirmations).toHaveLength(1);
});

test('no more than three questions are put in a step, however the answer changes', async () => {
  const all = 'unsure-frame-a. unsure-frame-b. unsure-frame-c. unsure-frame-d.';
  const { prompter } = await walk(
    [
      { answer: all },
      { choose: 'questions' },
      { choose: 'no' },
      { choose: 'no' },
      { choose: 'no' },
      { choose: 'improve' },
      { answer: 'Other words: unsure-frame-d.' },
    ],
    { scope },
  );
  expect(asked(prompter)).toHaveLength(3);
  const menu = prompter.prompted.at(-1);
  expect(menu?.kind === 'choose' && menu.values).not.toContain('questions');
});

test('leaving a question leaves the rest open for another day', async () => {
  const first = await walk([{ answer: unsure }, { choose: 'questions' }, { choose: 'yes' }, { leave: 'SIGTERM' }], {
    scope,
  });
  expect(first.end).toEqual({ kind: 'left', by: 'SIGTERM' });
  const second = await walk([{ choose: 'questions' }, { choose: 'no' }], { session: first.session });
  expect(asked(second.prompter)).toEqual(['Did you say b of frame?']);
});

test('yes can point at another sentence than the nearest one', async () => {
  const { session } = await walk(
    [
      { answer: 'First unsure-frame-a here. Then more.' },
      { choose: 'questions' },
      { choose: 'other' },
      { choose: { kind: 'sentence', text: 'Then more.' } },
    ],
    { scope },
  );
  expect(session.confirmations).toMatchObject([{ criterion: 'frame-a', sentence: 'Then more.', verdict: 'covered' }]);
});

test('where no sentence is near, it says so and offers no yes with it', async () => {
  const { screen, prompter } = await walk([{ answer: 'Say partial-frame-a and ask-me.' }, { choose: 'questions' }], {
    scope,
  });
  expect(screen.text()).toContain('No sentence near this point was found');
  const menu = prompter.prompted.at(-1);
  expect(menu?.kind === 'choose' && menu.values).toEqual(['other', 'add', 'no', 'later']);
});
