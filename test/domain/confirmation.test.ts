import { expect, test } from 'vitest';
import { withOwnVerdicts } from '../../src/domain/confirmation.ts';
import { rankGaps } from '../../src/domain/gap.ts';
import { sumPoints, type CriterionScore, type Score } from '../../src/domain/score.ts';
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
