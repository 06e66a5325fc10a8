import { expect, test } from 'vitest';
import { confirmScore, withDispute, withOwnVerdicts } from '../../src/domain/confirmation.ts';
import { rankGaps } from '../../src/domain/gap.ts';
import { reachablePoints, sumPoints, type CriterionScore, type Score } from '../../src/domain/score.ts';
import { tinySession } from '../support/tiny-session.ts';
import { walkCase } from '../support/walk-case.ts';

function rowOf(id: string, more: Partial<CriterionScore> = {}): CriterionScore {
  return {
    id,
    level: 'mid',
    essential: false,
    weight: 1,
    verdict: 'not-detected',
    evidence: [],
    found: [],
    missing: [],
    misconceptions: [],
    ...more,
  };
}

function scoreOf(criteria: readonly CriterionScore[]): Score {
  return Object.freeze({
    graderVersion: 1,
    ...sumPoints(criteria),
    criteria: Object.freeze(criteria),
    ask: [],
    notices: [],
  });
}

test('an own verdict changes the confirmed points and nothing else', () => {
  const score = scoreOf([rowOf('a', { verdict: 'unsure' })]);
  expect(withOwnVerdicts(score, { a: 'covered' })).toMatchObject({
    auto: 0,
    possible: 1,
    confirmed: 1,
    criteria: [{ verdict: 'unsure', confirmed: 'covered' }],
  });
});

test('a rung that waited for the one below stands with it', () => {
  const waiting = rowOf('b', { verdict: 'unsure', ungated: 'covered', missing: ['a'], weight: 2 });
  const score = scoreOf([rowOf('a', { verdict: 'unsure' }), waiting]);
  expect(withOwnVerdicts(score, { a: 'partial' }).confirmed).toBe(2.5);
  expect(withOwnVerdicts(score, { a: 'not-detected' }).confirmed).toBe(0);
  expect(withOwnVerdicts(withOwnVerdicts(score, { a: 'covered' }), {}).confirmed).toBe(0);
});

test.each([
  ['a row that was raised', 'unsure', 'covered', 'My sentence.'],
  ['a half that was raised', 'partial', 'covered', 'My sentence.'],
  ['not one that was lowered', 'covered', 'partial', undefined],
  ['not one that was agreed with', 'partial', 'partial', undefined],
] as const)('the picked sentence stands beside %s', (_, verdict, own, chosen) => {
  const score = withOwnVerdicts(scoreOf([rowOf('a', { verdict })]), { a: own }, { a: 'My sentence.' });
  expect(score.criteria[0]?.chosen).toBe(chosen);
  expect(withOwnVerdicts(score, {}).criteria[0]).not.toHaveProperty('chosen');
});

test('a dispute keeps its sentence with every attempt in which it stands', () => {
  const at = '2026-01-02T03:04:06.000Z';
  const sentence = 'I rank the articles.';
  const [dispute] = tinySession.disputes;
  const attempt = tinySession.steps.frame?.attempts[0];
  if (!dispute || !attempt) throw new Error('the session has a dispute');
  const session = withDispute(tinySession, { ...dispute, at });
  const rowIn = (score?: Score) => score?.criteria.find((one) => one.id === dispute.criterion);
  expect(rowIn(session.steps.frame?.attempts[0]?.score)).toMatchObject({ confirmed: 'covered', chosen: sentence });
  expect(rowIn(confirmScore(session, 'frame', 'Something else.', attempt.score))).not.toHaveProperty('chosen');
});

test.each([
  ['nothing settled: what the checker holds possible', {}, 3],
  ['an unsure row that was denied gives nothing any more', { a: 'not-detected' }, 2],
  ['a half of it gives the half', { a: 'partial' }, 2.5],
  ['a covered row that was taken back is lost', { c: 'not-detected' }, 2],
  ['all settled: what stands', { a: 'not-detected', b: 'covered', c: 'partial' }, 1.5],
] as const)('the reach, %s', (_, own, reach) => {
  const rows = [
    rowOf('a', { verdict: 'unsure' }),
    rowOf('b', { verdict: 'unsure' }),
    rowOf('c', { verdict: 'covered' }),
  ];
  expect(reachablePoints(withOwnVerdicts(scoreOf(rows), own))).toBe(reach);
});

const frame = walkCase.steps[1]?.criteria ?? [];

test.each([
  ['the heavier essential first, and no rung before its base', {}, ['frame-a', 'frame-b', 'frame-c']],
  [
    'a partial essential is worth the rest of it',
    { 'frame-a': 'partial', 'frame-c': 'partial' },
    ['frame-a', 'frame-b', 'frame-d', 'frame-c'],
  ],
  [
    'nothing where all is said',
    { 'frame-a': 'covered', 'frame-b': 'covered', 'frame-c': 'covered', 'frame-d': 'covered' },
    [],
  ],
] as const)('gaps: %s', (_, verdicts: Readonly<Record<string, CriterionScore['verdict']>>, expected) => {
  const rows = frame.map(({ id, level, essential, weight }) =>
    rowOf(id, { level, essential, weight, verdict: verdicts[id] ?? 'not-detected' }),
  );
  expect(rankGaps(frame, scoreOf(rows))).toEqual(expected);
});
