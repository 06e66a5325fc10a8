import { expect, test } from 'vitest';
import { familyWiseError } from '../../src/math/family-wise-error.ts';
import fixture from '../fixtures/simulations/drift.json' with { type: 'json' };

const { inputs, expected } = fixture.entries['drift.false_alarms'];

test.each(inputs.F.map((tests, i) => [tests, expected.p_any[i], expected.bonferroni_alpha[i]] as const))(
  '%d tests at 5 %% ring with chance %f; Bonferroni tests each at %f',
  (tests, any, bonferroni) => {
    expect(familyWiseError(inputs.alpha, tests)).toBeCloseTo(any as number, 10);
    expect(inputs.alpha / tests).toBeCloseTo(bonferroni as number, 12);
    expect(familyWiseError(bonferroni as number, tests)).toBeLessThanOrEqual(inputs.alpha + 1e-15);
  },
);

test('a tiny level keeps its digits, no test never rings, a sure one always', () => {
  expect(familyWiseError(1e-18, 10)).toBeCloseTo(1e-17, 30);
  expect(familyWiseError(0.5, 0)).toBe(0);
  expect(familyWiseError(1, 0)).toBe(0);
  expect(familyWiseError(1, 3)).toBe(1);
});

test.each([
  [1.1, 3],
  [NaN, 3],
  [0.1, -1],
])('alpha %f with %d tests is refused', (alpha, tests) => {
  expect(() => familyWiseError(alpha, tests)).toThrow(RangeError);
});
