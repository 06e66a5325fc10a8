import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Parameter } from '../../src/simulations/simulation.ts';
import { readSweep } from '../../src/simulations/sweep.ts';

const parameters: readonly Parameter[] = [
  { kind: 'number', name: 'ef', about: '', from: 10, to: 1000, scale: 'log', whole: true, default: 40 },
  { kind: 'number', name: 'shift', about: '', from: 0, to: 2, scale: 'linear', whole: false, default: 0.25 },
  { kind: 'choice', name: 'kind', about: '', choices: ['mean', 'scale'], default: 'mean' },
];

const values = (typed: string): unknown => {
  const sweep = readSweep(parameters, typed);
  return sweep.ok ? sweep.value.values : sweep.what;
};

describe('a sweep', () => {
  test.each([
    ['ef=10,20,40', [10, 20, 40]],
    ['ef=10..320', [10, 20, 40, 80, 160, 320]],
    ['ef=10..100', [10, 20, 40, 80, 100]],
    ['ef=10..1000/3', [10, 100, 1000]],
    ['shift=0..1', [0, 0.2, 0.4, 0.6, 0.8, 1]],
    ['shift=0..1/3', [0, 0.5, 1]],
    ['kind=mean,scale', ['mean', 'scale']],
    ['ef=20,20', [20]],
  ])('%s', (typed, expected) => {
    expect(values(typed)).toEqual(expected);
  });

  test.each([
    ['size=1..2', 'names "size"'],
    ['ef', 'expected a number'],
    ['ef=5..100', '--ef is "5"; expected 10 to 1000'],
    ['ef=100..10', 'runs from 100 down to 10'],
    ['ef=10..100/1', 'expected 2 to 40'],
    ['ef=10,x', '--ef is "x"'],
    ['kind=mean..scale', '--kind is "mean..scale"'],
    [`shift=${Array.from({ length: 41 }, (_, i) => i / 41).join(',')}`, 'at most 40'],
  ])('%s is refused', (typed, expected) => {
    expect(values(typed)).toContain(expected);
  });

  test('every value of a range is in the range of the parameter, and both ends are among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 1000 }), fc.integer({ min: 10, max: 1000 }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const found = values(`ef=${low}..${high}`) as number[];
        expect(found[0]).toBe(low);
        expect(found.at(-1)).toBe(high);
        expect(found.every((value) => Number.isInteger(value) && value >= low && value <= high)).toBe(true);
      }),
    );
  });
});
