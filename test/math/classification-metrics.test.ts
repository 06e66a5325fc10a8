import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaUnderRoc } from '../../src/math/area-under-roc.ts';
import { averagePrecision } from '../../src/math/average-precision.ts';
import { calibrationRatio, expectedCalibrationError, reliabilityBins } from '../../src/math/calibration.ts';
import { expectedLogLoss, logLoss } from '../../src/math/log-loss.ts';
import { mersenneTwister } from '../../src/math/mersenne-twister.ts';
import { normalisedEntropy } from '../../src/math/normalised-entropy.ts';
import oracles from '../fixtures/simulations/math.json' with { type: 'json' };

const probability = fc.double({ min: 0, max: 1, noNaN: true });
/** Labels of both classes with scores that tie often. */
const scored = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: -3, max: 5 })), { minLength: 2, maxLength: 40 })
  .filter((rows) => new Set(rows.map(([label]) => label)).size === 2)
  .map((rows) => ({ labels: rows.map(([label]) => label), scores: rows.map(([, score]) => score) }));

describe('area under ROC', () => {
  test('ties across the classes count half', () => {
    const { inputs, expected } = oracles['metrics.auc_ties'];
    expect(areaUnderRoc(Object.freeze(inputs.y), Object.freeze(inputs.score))).toBeCloseTo(expected.roc_auc, 12);
    expect(areaUnderRoc(inputs.y, inputs.score) * 25).toBeCloseTo(expected.mann_whitney_U, 12);
    expect(averagePrecision(inputs.y, inputs.score)).toBeCloseTo(expected.average_precision, 12);
  });

  test('a better order may have the worse log loss', () => {
    const { inputs, expected } = oracles['metrics.auc_vs_logloss'];
    expect(areaUnderRoc(inputs.y, inputs.A)).toBe(expected.auc_A);
    expect(areaUnderRoc(inputs.y, inputs.B)).toBe(expected.auc_B);
    expect(logLoss(inputs.y, inputs.A)).toBeCloseTo(expected.ll_A, 12);
    expect(logLoss(inputs.y, inputs.B)).toBeCloseTo(expected.ll_B, 12);
  });

  test('is the share of pairs in the right order', () => {
    fc.assert(
      fc.property(scored, ({ labels, scores }) => {
        let won = 0;
        let pairs = 0;
        labels.forEach((a, i) =>
          labels.forEach((b, j) => {
            if (a !== 1 || b !== 0) return;
            pairs += 1;
            won += (Math.sign((scores[i] as number) - (scores[j] as number)) + 1) / 2;
          }),
        );
        return areaUnderRoc(labels, scores) === won / pairs;
      }),
    );
  });

  test('reversing the scores gives the rest to 1, a rising transform changes nothing', () => {
    fc.assert(
      fc.property(scored, ({ labels, scores }) => {
        const area = areaUnderRoc(Uint8Array.from(labels), Float32Array.from(scores));
        const reversed = areaUnderRoc(
          labels,
          scores.map((score) => -score),
        );
        const raised = areaUnderRoc(labels, Float64Array.from(scores, Math.exp));
        return Math.abs(area + reversed - 1) < 1e-15 && raised === area;
      }),
    );
  });

  test('the two zeros tie, infinities do not, and one class alone has no area', () => {
    expect(areaUnderRoc([1, 0], [-0, 0])).toBe(0.5);
    expect(areaUnderRoc([1, 0, 0], [Infinity, 5, -Infinity])).toBe(1);
    expect(areaUnderRoc([1, 1], [1, 2])).toBeNaN();
    expect(averagePrecision([0, 0], [1, 2])).toBeNaN();
  });

  test('average precision of one score for all is the share of positives', () => {
    expect(averagePrecision([1, 0, 0, 0], [2, 2, 2, 2])).toBe(0.25);
    expect(averagePrecision([0, 1, 1], [1, 2, 3])).toBe(1);
  });
});

describe('log loss', () => {
  test('five rows: loss, normalised entropy and calibration', () => {
    const { inputs, expected } = oracles['metrics.logloss'];
    const loss = logLoss(Object.freeze(inputs.y), Object.freeze(inputs.p));
    expect(loss).toBeCloseTo(expected.log_loss, 12);
    expect(normalisedEntropy(loss, 3 / 5)).toBeCloseTo(expected.normalized_entropy, 12);
    expect(normalisedEntropy(expected.base_entropy, 3 / 5)).toBeCloseTo(1, 12);
    expect(calibrationRatio(inputs.y, inputs.p)).toBeCloseTo(expected.calibration_he2014, 12);
  });

  test('a certain mistake costs -ln 1e-15, on either side', () => {
    const { inputs, expected } = oracles['metrics.logloss_clipping'];
    expect(logLoss(inputs.y, inputs.p)).toBeCloseTo(expected.clip_1e_15, 12);
    expect(logLoss([0, 1], [1, 1])).toBe(logLoss([1, 0], [0, 0]));
    expect(logLoss([0, 1], [0, 1])).toBe(0);
  });

  test('small probabilities keep their digits', () => {
    expect(logLoss([0], [1e-12])).toBeCloseTo(1e-12, 20);
  });

  test('the truth expects the least loss', () => {
    fc.assert(
      fc.property(probability, probability, (p, q) => expectedLogLoss([p], [q]) >= expectedLogLoss([p], [p]) - 1e-14),
    );
  });

  test('the expected loss is the mean over both labels by their chance', () => {
    const both = 0.3 * logLoss([1], [0.2]) + 0.7 * logLoss([0], [0.2]);
    expect(expectedLogLoss([0.3], [0.2])).toBeCloseTo(both, 14);
  });
});

describe('calibration', () => {
  const { inputs, expected } = oracles['calibration.ece'];
  const random = mersenneTwister(inputs.seed);
  const predictions = Float64Array.from({ length: inputs.n }, random);
  const labels = predictions.map((p) => (random() < p * Math.sqrt(p) ? 1 : 0));

  test('the error by equal width and by equal mass', () => {
    expect(expectedCalibrationError(labels, predictions, { bins: 10, by: 'width' })).toBeCloseTo(
      expected.ece_10_equal_width,
      12,
    );
    expect(expectedCalibrationError(labels, predictions, { bins: 10, by: 'mass' })).toBeCloseTo(
      expected.ece_10_equal_mass,
      12,
    );
    expect(calibrationRatio(labels, predictions)).toBeCloseTo(expected.mean_p / expected.mean_y, 12);
  });

  test('the greatest gap of the bins', () => {
    const gaps = reliabilityBins(labels, predictions, { bins: 10, by: 'width' }).map((bin) =>
      Math.abs(bin.predicted - bin.observed),
    );
    expect(Math.max(...gaps)).toBeCloseTo(expected.mce_10, 12);
  });

  test('a bin holds its upper edge, the first also 0', () => {
    const bins = reliabilityBins([0, 1, 0, 1], [0, 0.5, 0.5000001, 1], { bins: 2, by: 'width' });
    expect(bins.map((bin) => bin.count)).toEqual([2, 2]);
    expect(bins.map((bin) => bin.observed)).toEqual([0.5, 0.5]);
  });

  test('bins of equal mass hold equal numbers, and equal predictions stay together', () => {
    const byMass = (values: readonly number[], bins: number): number[] =>
      reliabilityBins(
        values.map(() => 0),
        values,
        { bins, by: 'mass' },
      ).map((bin) => bin.count);
    expect(byMass([0.5, 0.1, 0.4, 0.2, 0.3, 0.6], 3)).toEqual([2, 2, 2]);
    expect(byMass([0.1, 0.2, 0.2, 0.2, 0.3, 0.4], 3)).toEqual([4, 2]);
    expect(byMass([0.1, 0.9], 5)).toEqual([1, 1]);
    expect(byMass([0.3, 0.3], 2)).toEqual([2]);
  });

  test('bins hold every row, and one bin sees only the mean', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), probability), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('width' as const, 'mass' as const),
        (pairs, bins, by) => {
          const ys = pairs.map(([y]) => y);
          const ps = pairs.map(([, p]) => p);
          const counted = reliabilityBins(ys, ps, { bins, by }).reduce((sum, bin) => sum + bin.count, 0);
          const gap = Math.abs(ys.reduce((a, b) => a + b, 0) - ps.reduce((a, b) => a + b, 0)) / pairs.length;
          const one = expectedCalibrationError(ys, ps, { bins: 1, by });
          const many = expectedCalibrationError(ys, ps, { bins, by });
          return counted === pairs.length && Math.abs(one - gap) < 1e-12 && many >= one - 1e-12;
        },
      ),
    );
  });

  test('nothing observed is infinitely over-confident', () => {
    expect(calibrationRatio([0, 0], [0.1, 0.2])).toBe(Infinity);
  });
});

test.each<[string, () => unknown]>([
  ['areaUnderRoc', () => areaUnderRoc([1], [1, 2])],
  ['areaUnderRoc', () => areaUnderRoc([1, 0], [NaN, 2])],
  ['averagePrecision', () => averagePrecision([1], [1, 2])],
  ['logLoss', () => logLoss([], [])],
  ['logLoss', () => logLoss([1], [0.5, 0.5])],
  ['logLoss', () => logLoss([1], [1.1])],
  ['logLoss', () => logLoss([1], [NaN])],
  ['logLoss', () => logLoss([2], [0.5])],
  ['normalisedEntropy', () => normalisedEntropy(0.1, 0)],
  ['normalisedEntropy', () => normalisedEntropy(0.1, 1)],
  ['calibrationRatio', () => calibrationRatio([], [])],
  ['calibrationRatio', () => calibrationRatio([1], [])],
  ['reliabilityBins', () => reliabilityBins([], [], { bins: 10, by: 'width' })],
  ['reliabilityBins', () => reliabilityBins([1], [0.5], { bins: 0, by: 'width' })],
  ['reliabilityBins', () => reliabilityBins([1], [1.5], { bins: 2, by: 'mass' })],
])('%s refuses what it cannot judge', (name, call) => {
  expect(call).toThrow(RangeError);
  expect(call).toThrow(`\`${name}\` requires`);
});
