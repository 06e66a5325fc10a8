import { describe, expect, test } from 'vitest';
import { checkNumber, rangeText, readParameter, withDefaults } from '../../src/simulations/parameters.ts';
import type { NumberParameter, Parameter } from '../../src/simulations/simulation.ts';

const rows: NumberParameter = {
  kind: 'number',
  name: 'rows',
  about: 'rows',
  from: 10,
  to: 1e6,
  scale: 'log',
  whole: true,
  default: 1000,
};
const shift: NumberParameter = {
  ...rows,
  name: 'shift',
  from: -1,
  to: 1,
  scale: 'linear',
  whole: false,
  default: 0.25,
};
const kind: Parameter = { kind: 'choice', name: 'kind', about: 'kind', choices: ['mean', 'scale'], default: 'mean' };
const hard: Parameter = { kind: 'switch', name: 'hard', about: 'hard', default: false };

describe('what is typed for a parameter', () => {
  test.each([
    [rows, '20k', 20_000],
    [rows, '1e4', 10_000],
    [rows, '20_000', 20_000],
    [rows, '.5M', 500_000],
    [shift, '-.5', -0.5],
    [kind, 'scale', 'scale'],
    [hard, 'true', true],
  ] as const)('%o %s', (parameter, typed, value) => {
    expect(readParameter(parameter, typed)).toEqual({ ok: true, value });
  });

  test.each([
    [rows, '9', 'expected 10 to 1000000'],
    [rows, '2000000', 'expected 10 to 1000000'],
    [rows, '10.5', 'expected a whole number'],
    [rows, 'many', 'expected a number'],
    [rows, '', 'expected a number'],
    [rows, 'NaN', 'expected a number'],
    [rows, '1e999', 'expected a number'],
    [rows, '0x10', 'expected a number'],
    [shift, '1.01', 'expected -1 to 1'],
    [kind, 'other', 'expected one of mean, scale'],
    [hard, 'yes', 'expected true or false'],
  ] as const)('%o refuses %s', (parameter, typed, expected) => {
    const read = readParameter(parameter, typed);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.what).toContain(expected);
    expect(read.what).toContain(`--${parameter.name} is "${typed}"`);
    expect(read.mend).toContain(`--${parameter.name}`);
  });

  test('the defaults hold where nothing is set', () => {
    expect(withDefaults([rows, hard], { rows: 50 })).toEqual({ rows: 50, hard: false });
  });

  test('a range is written as it can be typed', () => {
    expect(rangeText({ ...rows, from: 1e-6, to: 1, unit: 'ms' })).toBe('0.000001 to 1 ms');
    expect(checkNumber(rows, 10)).toEqual({ ok: true, value: 10 });
  });
});
