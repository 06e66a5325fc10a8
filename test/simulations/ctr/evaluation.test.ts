import { expect, test } from 'vitest';
import { gaussianStream } from '../../../src/math/gaussian.ts';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { sigmoid } from '../../../src/math/sigmoid.ts';
import { evaluate, mean, rowLosses, shareBelow } from '../../../src/simulations/ctr/evaluation.ts';
import fixture from '../../fixtures/simulations/ctr.json' with { type: 'json' };

// scikit-learn's log_loss; normalised entropy by He et al. (2014), equation 1.
test('log loss, normalised entropy and calibration are those of the reference', () => {
  const { inputs, expected } = fixture.entries['metrics.logloss'];
  const quality = evaluate(inputs.y, Float64Array.from(inputs.p));
  expect(quality.logLoss).toBeCloseTo(expected.log_loss, 10);
  expect(quality.ne).toBeCloseTo(expected.normalized_entropy, 10);
  expect(quality.calibration).toBeCloseTo(expected.calibration_he2014, 10);
});

// Quadrature: the loss that is left when the true log-odds, normally distributed, are known.
const floor = fixture.entries['ctr.bayes_floor'];
const cases = floor.inputs.cases.map(([mu = 0, deviation = 0], i) => ({ mu, deviation, ...floor.expected[i] }));
test.each(cases)('the floor for log-odds of mean $mu and deviation $deviation is met', (one) => {
  const normal = gaussianStream(mersenneTwister(21));
  const truth = Float64Array.from({ length: 100_000 }, () => sigmoid(one.mu + one.deviation * normal()));
  const quality = evaluate(truth, truth);
  const { bayes_logloss = NaN, bayes_NE = NaN, bayes_auc = NaN, base_rate = NaN } = one;
  expect(Math.abs(quality.logLoss - bayes_logloss)).toBeLessThan(4 * standardError(rowLosses(truth, truth)));
  expect(Math.abs(mean(truth) - base_rate)).toBeLessThan(4 * standardError(truth));
  // Errors of loss and base rate mostly cancel in the ratio: 0.004 is wide.
  expect(Math.abs((quality.ne ?? NaN) - bayes_NE)).toBeLessThan(0.004);
  expect(Math.abs((quality.auc ?? NaN) - bayes_auc)).toBeLessThan(0.004);
  expect(quality.calibration).toBeCloseTo(1, 12);
});

test('sampled labels scatter around the expected view of the same predictions', () => {
  const random = mersenneTwister(3);
  const truth = Float64Array.from({ length: 40_000 }, () => 0.02 + 0.2 * random());
  const labels = truth.map((p) => (random() < p ? 1 : 0));
  const constant = new Float64Array(truth.length).fill(0.12);
  const error = standardError(rowLosses(labels, constant));
  const gap = evaluate(labels, constant).logLoss - evaluate(truth, constant).logLoss;
  expect(Math.abs(gap)).toBeLessThan(4 * error);
  expect(gap).not.toBe(0);
});

test('without a click there is no entropy, area or calibration to speak of', () => {
  expect(evaluate([0, 0], Float64Array.from([0.1, 0.2]))).toMatchObject({ ne: null, auc: null, calibration: null });
});

test('the share below a reference is paired row by row', () => {
  const reference = Float64Array.from([1, 2, 3, 4]);
  const lower = reference.map((loss) => loss - 0.25);
  expect(shareBelow(reference, lower)).toEqual({ share: 0.1, halfWidth: 0 });
  const { share, halfWidth } = shareBelow(reference, Float64Array.from([1, 1, 3, 3]));
  expect(share).toBeCloseTo(0.2, 12);
  // Differences 0 1 0 1: deviation .577 over √4, times Student's 3.182 at 3 degrees, over the mean of 2.5.
  expect(halfWidth).toBeCloseTo((3.18245 * 0.57735) / 2 / 2.5, 4);
});

const standardError = (values: Float64Array): number => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)) / values.length);
};
