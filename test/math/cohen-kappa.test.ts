import { expect, test } from 'vitest';
import { cohenKappa } from '../../src/math/cohen-kappa.ts';

test('two raters who agree fully have 1, who agree as chance would have 0', () => {
  expect(
    cohenKappa(
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      3,
    ),
  ).toBe(1);
  expect(
    cohenKappa(
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      2,
    ),
  ).toBeCloseTo(0, 12);
});

// Cohen's worked example of 50 grant proposals: 20 both yes, 15 both no, 5 and 10 apart; kappa .4.
test('a worked example', () => {
  const pairs: [number, number][] = [
    ...Array<[number, number]>(20).fill([1, 1]),
    ...Array<[number, number]>(5).fill([1, 0]),
    ...Array<[number, number]>(10).fill([0, 1]),
    ...Array<[number, number]>(15).fill([0, 0]),
  ];
  expect(cohenKappa(pairs, 2)).toBeCloseTo(0.4, 12);
});

// Worked by hand: observed 2 / 5, expected 28 / 25.
test('quadratic weights forgive a near miss', () => {
  const pairs: [number, number][] = [
    [0, 0],
    [1, 2],
    [2, 2],
    [2, 1],
    [1, 1],
  ];
  expect(cohenKappa(pairs, 3, 'quadratic')).toBeCloseTo(9 / 14, 12);
  expect(cohenKappa(pairs, 3)).toBeLessThan(cohenKappa(pairs, 3, 'quadratic'));
});

test('without a pair there is nothing to say', () => {
  expect(() => cohenKappa([], 3)).toThrow('requires at least one pair');
});
