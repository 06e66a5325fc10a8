import { describe, expect, test } from 'vitest';
import type { CriterionScore, Score, Verdict } from '../../src/domain/score.ts';
import { sumPoints } from '../../src/domain/score.ts';
import * as agreement from '../../src/grading/agreement.ts';

function criterion(id: string, verdict: Verdict): CriterionScore {
  return {
    id,
    level: 'mid',
    essential: true,
    weight: 1,
    verdict,
    evidence: [],
    found: [],
    missing: [],
    misconceptions: [],
  };
}

function graded(
  verdicts: readonly Verdict[],
  labels: readonly agreement.Label[],
  change: Partial<agreement.GradedAnswer> = {},
): agreement.GradedAnswer {
  const criteria = verdicts.map((verdict, index) => criterion(`c${index}`, verdict));
  const ask = criteria.filter((one) => one.verdict === 'unsure').map((one) => one.id);
  const score: Score = { graderVersion: 1, ...sumPoints(criteria), criteria, ask, notices: [] };
  return {
    id: 'a',
    case: 'x',
    step: 'frame',
    text: '',
    author: 'ann',
    register: 'plain',
    kind: 'honest',
    labels: Object.fromEntries(labels.map((label, index) => [`c${index}`, label])),
    labelledBy: 'machine',
    score,
    ...change,
  };
}

const perfect = graded(['covered', 'partial', 'not-detected', 'unsure'], ['covered', 'partial', 'missing', 'missing']);
const askedFor = graded(['covered', 'unsure', 'not-detected', 'covered'], ['covered', 'covered', 'missing', 'missing']);

describe('agreement', () => {
  test('unsure and not-detected count as missing', () => {
    expect(agreement.labelKappa([perfect]).value).toBe(1);
    expect(agreement.confusion([perfect])).toEqual([
      [2, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  test('an honest confirmation mends what was unsure and asked, and nothing else', () => {
    const before = agreement.labelKappa([askedFor]).value;
    const after = agreement.confirmedKappa([askedFor]).value;
    expect(after).toBeGreaterThan(before);
    expect(after).toBeLessThan(1);
  });

  test('precision and false credit look at opposite sides', () => {
    expect(agreement.coveredPrecision([perfect, askedFor]).value).toBeCloseTo(2 / 3, 12);
    expect(agreement.falseCovered([perfect, askedFor]).value).toBeCloseTo(1 / 4, 12);
  });

  test('the range holds the labelled points when nothing false was credited', () => {
    expect(agreement.rangeHolds([perfect]).value).toBe(1);
    expect(agreement.rangeHolds([graded(['covered'], ['missing'])]).value).toBe(0);
  });

  test('the spread is taken within one content', () => {
    const group = (content: string, verdicts: readonly Verdict[]) =>
      verdicts.map((verdict) => graded([verdict, 'covered'], ['covered', 'covered'], { content }));
    const spread = agreement.registerSpread([
      ...group('c1', ['covered', 'covered', 'not-detected']),
      ...group('c2', ['covered', 'covered', 'covered']),
    ]);
    expect(spread).toMatchObject({ value: 25, low: 0, high: 50, of: 2 });
  });

  test('two labellers are compared where both marked an answer', () => {
    const twice = { ...perfect, labels2: perfect.labels };
    expect(agreement.labellerKappa([twice, askedFor])).toMatchObject({ value: 1, of: 1 });
  });

  test('nothing to measure is said as NaN', () => {
    expect(agreement.labelKappa([]).value).toBeNaN();
    expect(agreement.registerSpread([perfect]).value).toBeNaN();
  });
});
