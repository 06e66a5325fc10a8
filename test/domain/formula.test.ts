import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFormula, readFormula } from '../../src/domain/formula.ts';

const values: Record<string, number> = { searches: 3e9, videos: 8e8, zero: 0 };

/** The value of a formula, or its fault in words. */
function worked(source: string): number | string {
  const reading = readFormula(source);
  if (!reading.ok) return reading.what;
  const result = evaluateFormula(reading.formula, (id) => values[id]);
  return result.ok ? result.value : result.what;
}

describe('a formula', () => {
  it.each([
    ['7', 7],
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['100 / 10 / 5', 2],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['2 ^ -2', 0.25],
    ['2 * -3', -6],
    ['1e3 + 2.5E-1 + .5', 1000.75],
    ['3 × 4 ÷ 2 − 1', 5],
    ['{searches} / 86400', 3e9 / 86400],
    ['{ videos } * (256 * 4 + 64 * 4) / 1e12', 1.024],
  ])('%s is %d', (source, value) => {
    expect(worked(source)).toBe(value);
  });

  it.each([
    ['', 'the formula ends where a value is expected'],
    ['1 +', 'the formula ends where a value is expected'],
    ['(1 + 2', 'a parenthesis is not closed'],
    ['1 2', '"2" is not expected where it stands'],
    ['2 (3)', '"(" is not expected where it stands'],
    ['1 + )', '")" is not expected in a formula'],
    ['videos * 2', '"v" is not expected in a formula'],
    ['{videos * 2', '"{" is not expected in a formula'],
    ['2 ** 3', '"*" is not expected in a formula'],
    ['process.exit()', '"p" is not expected in a formula'],
    ['1 / 0', 'the formula divides by zero'],
    ['1 / {zero}', 'the formula divides by zero'],
    ['{zero} ^ -1', 'the formula divides by zero'],
    ['{nothing} + 1', '{nothing} has no number'],
    ['2 ^ 0.5', 'the exponent 0.5 is not a whole number from -64 to 64'],
    ['2 ^ 65', 'the exponent 65 is not a whole number'],
    ['1e300 * 1e300', 'has no finite value'],
    ['('.repeat(400), 'a formula is longer than 300 characters'],
    ['.', '"." is not expected in a formula'],
  ])('"%s" is a fault', (source, fault) => {
    expect(worked(source)).toContain(fault);
  });

  it('names its ids once each', () => {
    const reading = readFormula('{a} + {b} * {a}');
    expect(reading.ok && reading.formula.ids).toEqual(['a', 'b']);
  });

  it('of numbers, signs and spaces gives what JavaScript gives, and never throws for any text', () => {
    const number = fc.integer({ min: 0, max: 99 });
    const sum = fc.tuple(number, fc.array(fc.tuple(fc.constantFrom('+', '-', '*'), number), { maxLength: 6 }));
    fc.assert(
      fc.property(sum, ([head, rest]) => {
        const source = [head, ...rest.flat()].join(' ');

        expect(worked(source)).toBe(new Function(`return ${source}`)());
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}()+-*/^0123456789.e a') }), (source) => {
        expect(['number', 'string']).toContain(typeof worked(source));
      }),
    );
  });
});
