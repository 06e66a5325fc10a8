import { expect, test } from 'vitest';
import { claims } from '../../src/interview/dispute.ts';
import type { CriterionScore, Verdict } from '../../src/domain/score.ts';
import type { Move } from '../support/scripted-ports.ts';
import { walk } from '../support/walk-desk.ts';

const scope = ['frame'] as const;
const row = (session: Awaited<ReturnType<typeof walk>>['session'], id: string, attempt = -1) =>
  session.steps.frame?.attempts.at(attempt)?.score.criteria.find((one) => one.id === id);

test('a point that was not detected is claimed with a sentence; the automatic verdict stays', async () => {
  const { session } = await walk(
    [
      { answer: 'We retrieve first. Then we rank.' },
      { choose: 'criteria' },
      { choose: 'frame-a' },
      { choose: 'covered' },
      { choose: { kind: 'sentence', text: 'Then we rank.' } },
      { choose: '' },
    ],
    { scope },
  );
  expect(row(session, 'frame-a')).toMatchObject({ verdict: 'not-detected', confirmed: 'covered' });
  expect(session.steps.frame?.attempts[0]?.score).toMatchObject({ auto: 0, confirmed: 2 });
  expect(session.disputes).toMatchObject([
    {
      criterion: 'frame-a',
      automatic: 'not-detected',
      claimed: 'covered',
      sentence: 'Then we rank.',
      caseHash: 'walk-1',
      graderVersion: 1,
    },
  ]);
});

test('a point that was given is handed back', async () => {
  const { session } = await walk(
    [
      { answer: 'covered-frame-a.' },
      { choose: 'criteria' },
      { choose: 'frame-a' },
      { choose: 'not-detected' },
      { choose: '' },
    ],
    { scope },
  );
  expect(row(session, 'frame-a')).toMatchObject({ verdict: 'covered', confirmed: 'not-detected' });
  expect(session.steps.frame?.attempts[0]?.score).toMatchObject({ auto: 2, confirmed: 0 });
  expect(session.disputes[0]).toMatchObject({
    automatic: 'covered',
    claimed: 'not-detected',
    sentence: 'covered-frame-a',
  });
});

test('a covered point is lowered to partial without asking for a sentence', async () => {
  const { session } = await walk(
    [
      { answer: 'covered-frame-a.' },
      { choose: 'criteria' },
      { choose: 'frame-a' },
      { choose: 'partial' },
      { choose: '' },
    ],
    { scope },
  );
  expect(session.steps.frame?.attempts[0]?.score).toMatchObject({ auto: 2, confirmed: 1 });
});

test('a dispute with an added sentence makes a new attempt, graded again, and the claim holds for that one alone', async () => {
  const { session } = await walk(
    [
      { answer: 'We rank.' },
      { choose: 'criteria' },
      { choose: 'frame-a' },
      { choose: 'covered' },
      { choose: { kind: 'add' } },
      { line: 'In two stages.' },
      { choose: '' },
    ],
    { scope },
  );
  expect(session.steps.frame?.attempts.map((one) => one.text)).toEqual(['We rank.', 'We rank.\nIn two stages.']);
  expect(row(session, 'frame-a', 0)).not.toHaveProperty('confirmed');
  expect(row(session, 'frame-a', 1)).toMatchObject({ verdict: 'not-detected', confirmed: 'covered' });
  expect(session.steps.frame?.attempts[1]).toMatchObject({ aid: 'follow-up', pointedAt: ['frame-a'] });
});

test('a withdrawal does not hold down a better answer', async () => {
  const { session } = await walk(
    [
      { answer: 'partial-frame-a.' },
      { choose: 'criteria' },
      { choose: 'frame-a' },
      { choose: 'not-detected' },
      { choose: '' },
      { choose: 'improve' },
      { answer: 'Now truly covered-frame-a.' },
    ],
    { scope },
  );
  expect(row(session, 'frame-a')).not.toHaveProperty('confirmed');
  expect(session.steps.frame?.attempts.at(-1)?.score.confirmed).toBe(2);
});

test('a claim is forgotten when its sentence is gone', async () => {
  const { session } = await walk(
    [
      { answer: 'We rank.' },
      { choose: 'criteria' },
      { choose: 'frame-a' },
      { choose: 'covered' },
      { choose: { kind: 'sentence', text: 'We rank.' } },
      { choose: '' },
      { choose: 'improve' },
      { answer: 'Something else.' },
    ],
    { scope },
  );
  expect(session.steps.frame?.attempts.map((one) => one.score.confirmed)).toEqual([2, 0]);
});

test.each<[Verdict, string[]]>([
  ['covered', ['partial', 'not-detected', 'back']],
  ['partial', ['covered', 'not-detected', 'back']],
  ['not-detected', ['covered', 'partial', 'back']],
  ['unsure', ['covered', 'partial', 'not-detected', 'back']],
])('a row that is %s can be claimed to be anything else', (verdict, expected) => {
  const one: CriterionScore = {
    id: 'x',
    level: 'mid',
    essential: true,
    weight: 1,
    verdict,
    evidence: [],
    found: [],
    missing: [],
    misconceptions: [],
  };
  expect(claims(one).map((choice) => choice.value)).toEqual(expected);
});

test('leaving while a sentence is typed keeps it below the answer', async () => {
  const script: Move[] = [
    { answer: 'We rank.' },
    { choose: 'criteria' },
    { choose: 'frame-a' },
    { choose: 'covered' },
    { choose: { kind: 'add' } },
    { leave: 'SIGHUP', draft: 'half a sent' },
  ];
  const { session, end } = await walk(script, { scope });
  expect(end).toEqual({ kind: 'left', by: 'SIGHUP' });
  expect(session.steps.frame?.draft).toBe('We rank.\nhalf a sent');
  expect(session.place).toEqual({ at: 'answer', step: 'frame' });
});

test('an improvement that is still being written survives a sentence that is added meanwhile', async () => {
  const { session, prompter } = await walk(
    [
      { answer: 'We rank.' },
      { choose: 'improve' },
      { command: 'back', draft: 'We rank, and soon' },
      { choose: 'criteria' },
      { choose: 'frame-a' },
      { choose: 'covered' },
      { choose: { kind: 'add' } },
      { line: 'In two stages.' },
      { choose: '' },
      { choose: 'improve' },
    ],
    { scope },
  );
  expect(session.steps.frame?.attempts.at(-1)?.text).toBe('We rank.\nIn two stages.');
  expect(prompter.prompted.at(-1)).toMatchObject({ kind: 'answer', draft: 'We rank, and soon\nIn two stages.' });
});

test('a dispute is noted in one line, and the table is not printed anew', async () => {
  const { screen } = await walk(
    [
      { answer: 'covered-frame-a.' },
      { choose: 'criteria' },
      { choose: 'frame-a' },
      { choose: 'not-detected' },
      { choose: '' },
    ],
    { scope },
  );
  expect(screen.text()).toContain('Noted: frame a, not detected by you; checker: covered.');
  expect(screen.text().split('All criteria of step').length - 1).toBe(1);
});

test('the checker can be right after all: the claim and its dispute are gone', async () => {
  const { session, screen } = await walk(
    [
      { answer: 'covered-frame-a.' },
      { choose: 'criteria' },
      { choose: 'frame-a' },
      { choose: 'not-detected' },
      { choose: 'frame-a' },
      { choose: 'agree' },
      { choose: '' },
    ],
    { scope },
  );
  expect(row(session, 'frame-a')).not.toHaveProperty('confirmed');
  expect(session.steps.frame?.attempts[0]?.score.confirmed).toBe(2);
  expect(session).toMatchObject({ disputes: [], confirmations: [] });
  expect(screen.text()).toContain('Noted: frame a, covered.');
});
