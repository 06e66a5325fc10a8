import { expect, test } from 'vitest';
import { chooseFollowUp } from '../../src/interview/follow-up.ts';
import { markGrader, walkCase } from '../support/walk-case.ts';
import { walk } from '../support/walk-desk.ts';
import type { Move } from '../support/scripted-ports.ts';

const frame = walkCase.steps[1];
const both = 'covered-frame-b.';

test.each([
  ['said first', both, 0, 'dig into frame-b'],
  ['not detected second', both, 1, 'ask for frame-a'],
  ['said third', both, 2, 'dig into frame-b'],
  ['nothing was said', 'nothing', 0, 'ask for frame-a'],
  ['nothing is missing', 'covered-frame-a. covered-frame-b. covered-frame-c. covered-frame-d.', 1, 'dig into frame-a'],
])('the follow-up alternates: %s', (_, answer, put, question) => {
  expect(frame && chooseFollowUp(frame, markGrader().grade('frame', answer), put)?.question).toBe(question);
});

test('over a session the two kinds take turns', async () => {
  const step = (name: string): Move[] => [
    { answer: `covered-${name}-b.` },
    { choose: 'follow-up' },
    { answer: 'a reply' },
    { choose: 'go-on' },
  ];
  const names = ['frame', 'data', 'model', 'evaluation'] as const;
  const { session } = await walk(names.flatMap(step), { scope: names });
  expect(names.map((name) => session.steps[name]?.followUps[0]?.about)).toEqual([
    'said',
    'not-detected',
    'said',
    'not-detected',
  ]);
});

test('the reply is saved before it is graded, together with the answer, and its points are prompted: half', async () => {
  const { session, events } = await walk(
    [{ answer: both }, { choose: 'follow-up' }, { answer: 'covered-frame-a.' }, { choose: 'go-on' }],
    { scope: ['frame'] },
  );
  expect(events.findIndex((one) => one.startsWith('save') && one.includes('covered-frame-a.'))).toBeLessThan(
    events.indexOf(`grade frame ${both}\n\ncovered-frame-a.`),
  );
  expect(session.steps.frame?.followUps[0]).toMatchObject({
    answer: 'covered-frame-a.',
    gained: ['frame-a'],
    score: { auto: 3 },
  });
  expect(session.summary?.steps[0]?.auto).toMatchObject({ unprompted: 1, prompted: 1, counted: 2 });
  expect(session.steps.frame?.attempts[0]?.score.auto).toBe(1);
});

test('a step has one follow-up', async () => {
  const { prompter } = await walk([{ answer: both }, { choose: 'follow-up' }, { answer: 'a reply' }], {
    scope: ['frame'],
  });
  const menu = prompter.prompted.at(-1);
  expect(menu?.kind === 'choose' && menu.values).not.toContain('follow-up');
});

test(':back puts the follow-up off with its draft, and the same question comes again', async () => {
  const { prompter, session } = await walk(
    [
      { answer: both },
      { choose: 'follow-up' },
      { command: 'back', draft: 'half' },
      { choose: 'follow-up' },
      { answer: 'half and whole' },
    ],
    { scope: ['frame'] },
  );
  expect(prompter.prompted.flatMap((one) => (one.kind === 'answer' ? [one.draft] : []))).toEqual(['', '', 'half']);
  expect(session.steps.frame?.followUps.map((one) => one.answer)).toEqual(['half and whole']);
});

test('what a reply says counts for another step as well', async () => {
  const { session } = await walk(
    [{ answer: both }, { choose: 'follow-up' }, { answer: 'covered-data-a.' }, { choose: 'go-on' }, { answer: 'x' }],
    { scope: ['frame', 'data'] },
  );
  expect(session.steps.data?.attempts[0]?.score.criteria[0]).toMatchObject({ verdict: 'covered', saidIn: 'frame' });
});
