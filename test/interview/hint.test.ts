import { expect, test } from 'vitest';
import { countedAttempt, firstTry } from '../../src/domain/session.ts';
import type { Move } from '../support/scripted-ports.ts';
import { walk } from '../support/walk-desk.ts';

const scope = ['frame'] as const;

test('hints come in order for the most valuable gap, numbered and named, and end until that point is said', async () => {
  const hint: Move = { command: 'hint', draft: 'so far' };
  const { screen, session } = await walk([hint, hint, hint, hint], { scope });
  const heads = screen.pages.flatMap((page) =>
    page.flatMap((block) => (block.kind === 'heading' && block.text.startsWith('Hint') ? [block.text] : [])),
  );
  expect(heads).toEqual(['Hint 1 of 3, for: frame a', 'Hint 2 of 3, for: frame a', 'Hint 3 of 3, for: frame a']);
  expect(session.steps.frame?.hintsShown).toEqual({ 'frame-a': 3 });
  expect(screen.text()).toContain('No hint is left for “frame a”');
});

test('a hint looks at what is written: a point that stands there needs none', async () => {
  const { session } = await walk([{ command: 'hint', draft: 'covered-frame-a.' }], { scope });
  expect(session.steps.frame?.hintsShown).toEqual({ 'frame-b': 1 });
});

test('once the point is said, the next hint is for another one', async () => {
  const hint = (draft: string): Move => ({ command: 'hint', draft });
  const { session } = await walk([hint('x'), hint('x'), hint('x'), hint('I say covered-frame-a.')], { scope });
  expect(session.steps.frame?.hintsShown).toEqual({ 'frame-a': 3, 'frame-b': 1 });
});

test('where nothing is open, no hint is left and it says so', async () => {
  const all = 'covered-frame-a. covered-frame-b. covered-frame-c. covered-frame-d.';
  const { screen } = await walk([{ command: 'hint', draft: all }], { scope });
  expect(screen.text()).toContain('No hint is left for this answer');
});

test.each(['model-answer', 'second-design'] as const)(
  'the cost of the %s is said before it is shown',
  async (action) => {
    const { session, prompter, screen } = await walk(
      [{ answer: 'covered-frame-b.' }, { choose: action }, { choose: 'back' }],
      { scope },
    );
    expect(prompter.prompted.map((one) => (one.kind === 'choose' ? one.message : ''))).toContain(
      'What you write after it is graded, and not counted.',
    );
    expect(session.steps.frame?.modelAnswerShown).toBe(false);
    expect(session.steps.frame?.secondDesignShown).toBeUndefined();
    expect(screen.text()).not.toContain('One sound way');
  },
);

test('a hint is recorded, and its own words earn nothing', async () => {
  const { session } = await walk([{ command: 'hint' }, { answer: 'first hint covered-frame-a' }], { scope });
  expect(session.steps.frame?.attempts[0]).toMatchObject({ aid: 'hint', hinted: ['frame-a'], score: { auto: 0 } });
});

test('what a hint earned is shown and not counted; what stood there before still counts', async () => {
  const { session } = await walk(
    [
      { answer: 'covered-frame-b.' },
      { choose: 'hint' },
      { choose: 'improve' },
      { answer: 'covered-frame-b. covered-frame-a. covered-frame-c.' },
      { choose: 'go-on' },
    ],
    { scope },
  );
  expect(session.steps.frame?.attempts.map((one) => one.aid)).toEqual(['none', 'hint']);
  expect(session.summary?.steps[0]?.auto).toEqual({ unprompted: 2, prompted: 0, afterHint: 2, counted: 2, max: 5 });
});

test.each(['model-answer', 'second-design'] as const)(
  'answers after the %s are graded and do not count',
  async (action) => {
    const { session } = await walk(
      [
        { answer: 'covered-frame-b.' },
        { choose: action },
        { choose: 'show' },
        { choose: 'improve' },
        { answer: 'covered-frame-a. covered-frame-b.' },
        { choose: 'go-on' },
      ],
      { scope },
    );
    const work = session.steps.frame;
    expect(work?.attempts.map((one) => [one.aid, one.score.auto])).toEqual([
      ['none', 1],
      ['model-answer', 3],
    ]);
    expect(work && countedAttempt(work)?.text).toBe('covered-frame-b.');
    expect(session.summary?.steps[0]?.auto.counted).toBe(1);
  },
);

test('the model answer typed in again earns nothing', async () => {
  const model = 'covered-frame-a. covered-frame-b. covered-frame-c. covered-frame-d.';
  const { session } = await walk(
    [{ answer: 'x' }, { choose: 'model-answer' }, { choose: 'show' }, { choose: 'improve' }, { answer: model }],
    { scope },
  );
  expect(session.steps.frame?.attempts[1]?.score.auto).toBe(0);
});

test('the first try without aid is the number that counts over time', async () => {
  const plain = await walk(
    [{ answer: 'covered-frame-b.' }, { choose: 'hint' }, { choose: 'improve' }, { answer: 'more' }],
    { scope },
  );
  const hinted = await walk([{ command: 'hint' }, { answer: 'covered-frame-b.' }], { scope });
  expect(plain.session.steps.frame && firstTry(plain.session.steps.frame)?.text).toBe('covered-frame-b.');
  expect(hinted.session.steps.frame && firstTry(hinted.session.steps.frame)).toBeUndefined();
});

test('a hint of an abandoned improvement does not lower the attempt before it', async () => {
  const { session } = await walk(
    [{ answer: 'first hint covered-frame-a. indeed' }, { choose: 'hint' }, { choose: 'go-on' }],
    { scope },
  );
  expect(session.summary?.steps[0]?.auto).toMatchObject({ counted: 2, afterHint: 0 });
});
