import { expect, test } from 'vitest';
import { cusumStep } from '../../src/math/cusum.ts';
import fixture from '../fixtures/simulations/retrain.json' with { type: 'json' };

const { inputs, expected } = fixture.entries['drift.cusum'];

// Closed form S = max(0, S + x - mu0 - k).
test('a small rise that lasts adds up to an alarm', () => {
  const sums: number[] = [];
  for (const x of inputs.x) sums.push(cusumStep(sums.at(-1) ?? 0, x, { expected: inputs.mu0, slack: inputs.k }));
  sums.forEach((sum, i) => expect(sum).toBeCloseTo(expected.S[i] ?? NaN, 10));
  // The sum of day 8 is 2 but for its last bit: the limit itself is no alarm.
  expect(sums.findIndex((sum) => sum > inputs.h + 1e-9)).toBe(expected.alarm_index);
});

test('what lies below the expected level is forgotten', () => {
  expect(cusumStep(1, -5, { expected: 0, slack: 0.5 })).toBe(0);
  expect(cusumStep(0, 3, { expected: 1, slack: 0.5 })).toBe(1.5);
});

test.each([
  [-1, 0.5],
  [NaN, 0.5],
  [1, -0.5],
])('a sum of %f with a slack of %f is refused', (sum, slack) => {
  expect(() => cusumStep(sum, 1, { expected: 0, slack })).toThrow(RangeError);
});
