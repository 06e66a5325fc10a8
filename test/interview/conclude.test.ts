import { expect, test } from 'vitest';
import { offeredDeepDive } from '../../src/interview/deep-dive.ts';
import { newSession } from '../../src/interview/begin.ts';
import { namesFact } from '../../src/interview/names-fact.ts';
import { steppingClock } from '../support/scripted-ports.ts';
import { tinyCase } from '../support/tiny-case.ts';
import { walkCase } from '../support/walk-case.ts';
import { walk } from '../support/walk-desk.ts';

const scope = ['frame', 'data'] as const;

test('the weakest step stands beside the average', async () => {
  const { screen } = await walk(
    [{ answer: 'covered-frame-a.' }, { choose: 'go-on' }, { answer: 'x' }, { choose: 'go-on' }],
    { scope },
  );
  expect(screen.text()).toContain('Weakest step: 3 Data, 0 % beside the average of 15 %');
});

test('a session in which nothing was answered has no score', async () => {
  const { screen, session } = await walk([{ command: 'skip' }, { command: 'skip' }], { scope });
  expect(session.summary).toMatchObject({ steps: [], share: { auto: 0, confirmed: 0 } });
  expect(screen.text()).toContain('No step was answered');
});

test('a step is taken up once more, and the summary is computed again', async () => {
  const { session, end } = await walk(
    [
      { command: 'skip' },
      { answer: 'covered-data-a.' },
      { choose: 'go-on' },
      { choose: 'step' },
      { choose: 'frame' },
      { answer: 'covered-frame-a.' },
      { choose: 'go-on' },
      { choose: 'finish' },
    ],
    { scope },
  );
  expect(end).toEqual({ kind: 'finished' });
  expect(session.summary?.steps.map((one) => one.step)).toEqual(['frame', 'data']);
  expect(session.state).toBe('finished');
});

test('a session left while a step is taken up again is unfinished', async () => {
  const { session } = await walk(
    [
      { answer: 'x' },
      { choose: 'go-on' },
      { answer: 'y' },
      { choose: 'go-on' },
      { choose: 'step' },
      { choose: 'frame' },
      { leave: 'SIGINT' },
    ],
    { scope },
  );
  expect(session.state).toBe('open');
});

test('one deep dive: the answer is saved, then three levels are shown, and no second one is offered', async () => {
  const { session, screen, prompter } = await walk(
    [{ answer: 'x' }, { choose: 'go-on' }, { choose: 'deep-dive' }, { answer: 'to the neck' }, { choose: 'senior' }],
    { scope: ['frame'] },
  );
  expect(session.deepDives).toMatchObject([
    { id: 'dive', question: 'How deep?', answer: 'to the neck', nearest: 'senior' },
  ]);
  expect(session.openDeepDive).toBeNull();
  expect(['knee', 'waist', 'neck'].every((level) => screen.text().includes(level))).toBe(true);
  const menu = prompter.prompted.at(-1);
  expect(menu?.kind === 'choose' && menu.values).toEqual(['finish', 'step']);
});

test('the three levels are not shown before there is an answer', async () => {
  const { screen } = await walk(
    [{ answer: 'x' }, { choose: 'go-on' }, { choose: 'deep-dive' }, { command: 'back', draft: 'hm' }],
    { scope: ['frame'] },
  );
  expect(screen.text()).not.toContain('waist');
});

test('a case without deep dives offers none; with several, the session decides which, always the same', () => {
  const session = newSession(walkCase, ['frame'], steppingClock());
  const dives = ['one', 'two', 'three'].map((id) => ({
    ...walkCase.deepDives[0],
    id,
    question: id,
    answers: { mid: '', senior: '', staff: '' },
  }));
  expect(offeredDeepDive([], session)).toBeUndefined();
  expect(offeredDeepDive(dives, session)).toBe(offeredDeepDive(dives, session));
  expect(offeredDeepDive(dives, { ...session, openDeepDive: { id: 'three', draft: '' } })?.id).toBe('three');
});

test('the deep dive of the weakest step is offered where there is one', async () => {
  const { session } = await walk(
    [{ answer: 'covered-frame-a.' }, { choose: 'go-on' }, { answer: 'x' }, { choose: 'go-on' }],
    { scope },
  );
  const dives = ['frame', 'data', 'data'].map((id, i) => ({
    id: `${id}-${i}`,
    question: id,
    answers: { mid: '', senior: '', staff: '' },
  }));
  const offered = offeredDeepDive(dives, session, ({ question }) => (question === 'data' ? 'data' : 'frame'));
  expect(offered?.id).toBe('data-1');
});

const [articles, budget] = tinyCase.facts;

test.each([
  ['We scan 40,000 articles.', true],
  ['40k fits in memory', true],
  ['forty thousand of them', true],
  ['We scan 4,000 articles.', false],
  ['We scan them all.', false],
])('the number of a fact is found whatever the notation: %s', (text, expected) => {
  expect(articles && namesFact(articles, text)).toBe(expected);
  expect(budget && namesFact(budget, text)).toBe(false);
});
