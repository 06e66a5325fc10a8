import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampledProbability, undoDownsampling } from '../../src/math/negative-downsampling.ts';
import { logit, sigmoid } from '../../src/math/sigmoid.ts';
import fixture from '../fixtures/simulations/calib.json' with { type: 'json' };

const { inputs, expected, tol } = fixture.entries['calibration.negative_downsampling'];
const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const share = fc.double({ min: 1e-4, max: 1, noNaN: true });

// He et al. (2014) and Dal Pozzolo et al. (2015), in numpy.
test.each(inputs.w.flatMap((w, i) => inputs.p_sampled.map((p, j) => [p, w, expected.q[i]?.[j] ?? NaN])))(
  'a %f from a model that saw %f of the negatives is %f',
  (p, w, q) => {
    expect(Math.abs(undoDownsampling(p, w) - q)).toBeLessThan(tol);
    expect(Math.abs(sigmoid(logit(p) + Math.log(w)) - q)).toBeLessThan(tol);
  },
);

// He et al.: a click rate of .1 % becomes nearly 10 % at w = .01.
test.each(inputs.w.map((w, i) => [w, expected.base_rate_after_sampling[i] ?? NaN]))(
  'with %f of the negatives a base rate of .001 becomes %f',
  (w, rate) => expect(Math.abs(sampledProbability(0.001, w) - rate)).toBeLessThan(tol),
);

test('there and back is where it was', () => {
  const { inputs: round, expected: known, tol: near } = fixture.entries['calibration.recover'];
  round.p.forEach((p, i) => {
    const sampled = sampledProbability(p, round.w);
    expect(Math.abs(sampled - (known.p_s[i] ?? NaN))).toBeLessThan(near);
    expect(Math.abs(undoDownsampling(sampled, round.w) - (known.q[i] ?? NaN))).toBeLessThan(near);
  });
  fc.assert(
    fc.property(probability, share, (p, w) => Math.abs(undoDownsampling(sampledProbability(p, w), w) - p) < 1e-12),
  );
});

test('all negatives kept changes nothing', () => {
  fc.assert(fc.property(probability, (p) => Math.abs(undoDownsampling(p, 1) - p) < 1e-15));
});

test('sampling twice is sampling once by the product, up to the digits that 1 - p loses near 1', () => {
  fc.assert(
    fc.property(probability, share, share, (p, first, second) => {
      const once = undoDownsampling(p, first * second);
      return Math.abs(undoDownsampling(undoDownsampling(p, first), second) - once) <= 1e-8 * once;
    }),
    { numRuns: 1000 },
  );
});

test('the order stays', () => {
  fc.assert(
    fc.property(probability, probability, share, (a, b, w) => {
      const [x, y] = [undoDownsampling(Math.min(a, b), w), undoDownsampling(Math.max(a, b), w)];
      return x <= y && (Math.abs(a - b) < 1e-9 || x < y);
    }),
  );
});

test.each([
  [-0.1, 0.5],
  [1.1, 0.5],
  [NaN, 0.5],
  [0.5, 0],
  [0.5, NaN],
])('a p of %f with a share of %f is refused', (p, w) => {
  expect(() => undoDownsampling(p, w)).toThrow(RangeError);
  expect(() => sampledProbability(p, w)).toThrow(RangeError);
});
