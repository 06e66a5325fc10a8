import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sigmoid } from '../../src/math/sigmoid.ts';
import { softmax } from '../../src/math/softmax.ts';
import fixture from '../fixtures/simulations/calib.json' with { type: 'json' };

const { inputs, expected } = fixture.entries['calibration.temperature'];
const scores = fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 1, maxLength: 9 });
const temperature = fc.double({ min: 0.01, max: 100, noNaN: true });

// numpy
test.each(inputs.T.map((t, i) => [t, expected[i] ?? []] as const))('at a temperature of %f', (t, known) => {
  softmax(Object.freeze([...inputs.logits]), t).forEach((p, i) => expect(p).toBeCloseTo(known[i] ?? NaN, 10));
});

test('it sums to 1 and its first choice stays, whatever the temperature', () => {
  fc.assert(
    fc.property(scores, temperature, (values, t) => {
      const shares = softmax(values, t);
      const first = values.indexOf(Math.max(...values));
      return Math.abs(shares.reduce((a, b) => a + b) - 1) < 1e-12 && shares[first] === Math.max(...shares);
    }),
  );
});

test('of two scores, one 0, it is the logistic function', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -30, max: 30, noNaN: true }),
      temperature,
      (score, t) => Math.abs((softmax([score, 0], t)[0] ?? NaN) - sigmoid(score / t)) < 1e-12,
    ),
  );
});

test('without a score, or at no temperature, it is refused', () => {
  expect(() => softmax([])).toThrow('at least one score');
  expect(() => softmax([1], 0)).toThrow('a temperature above 0');
});
