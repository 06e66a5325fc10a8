import { expect, test } from 'vitest';
import { areaUnderRoc } from '../../../src/math/area-under-roc.ts';
import { calibrationRatio } from '../../../src/math/calibration.ts';
import { logLoss } from '../../../src/math/log-loss.ts';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { sampledProbability } from '../../../src/math/negative-downsampling.ts';
import { logit, sigmoid } from '../../../src/math/sigmoid.ts';
import { methods, recalibration } from '../../../src/simulations/calib/recalibrate.ts';
import { keepRows, sampleDraws } from '../../../src/simulations/calib/sampled-rows.ts';
import fixture from '../../fixtures/simulations/calib.json' with { type: 'json' };

/** Rows whose model is perfect but for the sampling of negatives. */
function sampledWorld(keep: number, rows = 40_000) {
  const random = mersenneTwister(7);
  const truth = Float64Array.from({ length: rows }, () => 0.2 * random());
  const labels = Uint8Array.from(truth, (p) => (random() < p ? 1 : 0));
  return { truth, labels, raw: truth.map((p) => sampledProbability(p, keep)) };
}

test('the formula finds the truth again', () => {
  const { truth, raw, labels } = sampledWorld(0.05);
  const corrected = raw.map(recalibration('formula', 0.05, { raw, labels }));
  corrected.forEach((q, i) => expect(Math.abs(q - (truth[i] ?? NaN))).toBeLessThan(1e-12));
});

test('Platt learns a slope of 1 and a shift of ln w', () => {
  const { raw, labels } = sampledWorld(0.05);
  const platt = recalibration('Platt', NaN, { raw, labels });
  const slope = logit(platt(0.8)) - logit(platt(0.2));
  // 4,000 positives: about .02 for the slope, .03 for the shift.
  expect(slope / (logit(0.8) - logit(0.2))).toBeCloseTo(1, 0);
  expect(Math.abs(logit(platt(0.5)) - Math.log(0.05))).toBeLessThan(0.15);
});

test.each(['Platt', 'isotonic'] as const)(
  '%s predicts as many positives as there are where it was learnt',
  (method) => {
    const { raw, labels } = sampledWorld(0.05);
    expect(calibrationRatio(labels, raw.map(recalibration(method, NaN, { raw, labels })))).toBeCloseTo(1, 2);
  },
);

test('isotonic never says 0 or 1 and makes ties', () => {
  const { raw, labels } = sampledWorld(0.05, 4000);
  const curve = recalibration('isotonic', NaN, { raw, labels });
  expect(curve(0)).toBe(0.5 / 4000);
  expect(curve(1)).toBeLessThanOrEqual(1 - 0.5 / 4000);
  expect(new Set(raw.map(curve)).size).toBeLessThan(2000);
});

test('a temperature mends log-odds that were stretched, and cannot mend a shift', () => {
  const { truth, labels } = sampledWorld(1);
  const loud = truth.map((p) => sigmoid(3 * logit(p)));
  const mended = recalibration('temperature', NaN, { raw: loud, labels });
  expect(Math.abs(logit(mended(0.9)) / logit(0.9) - 1 / 3)).toBeLessThan(0.02);
  const { raw } = sampledWorld(0.05);
  const shifted = raw.map(recalibration('temperature', NaN, { raw, labels }));
  expect(calibrationRatio(labels, shifted)).toBeGreaterThan(2);
});

test('without a positive no method breaks', () => {
  const raw = Float64Array.of(0, 0.2, 0.5, 1);
  for (const method of methods) {
    const curve = recalibration(method, 0.5, { raw, labels: new Uint8Array(4) });
    for (const one of raw) expect(curve(one)).toBeGreaterThanOrEqual(0);
  }
});

// Constructed: A orders perfectly and is less sure, B is sure and once wrong.
test('a better AUC can have the worse log loss', () => {
  const { inputs, expected } = fixture.entries['metrics.auc_vs_logloss'];
  expect(areaUnderRoc(inputs.y, inputs.A)).toBe(expected.auc_A);
  expect(areaUnderRoc(inputs.y, inputs.B)).toBe(expected.auc_B);
  expect(logLoss(inputs.y, inputs.A)).toBeCloseTo(expected.ll_A, 10);
  expect(logLoss(inputs.y, inputs.B)).toBeCloseTo(expected.ll_B, 10);
});

test('smaller shares keep subsets, positives stay, and rows keep their own ids and numbers', () => {
  const features = {
    rows: 6,
    width: 1,
    indices: Int32Array.of(0, 1, 2, 3, 4, 5),
    size: 6,
    denseWidth: 2,
    dense: Float64Array.from({ length: 12 }, (_, i) => i),
  };
  const labels = Uint8Array.of(0, 1, 0, 0, 1, 0);
  const draws = Float64Array.of(0.9, 0.95, 0.1, 0.3, 0.2, 0.6);
  const kept = (negatives: number, positives = 1) => keepRows(features, labels, draws, { negatives, positives });
  expect([...kept(0.4).features.indices]).toEqual([1, 2, 3, 4]);
  expect([...kept(0.4).features.dense]).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  expect([...kept(0.4).labels]).toEqual([1, 0, 0, 1]);
  expect([...kept(0.2).features.indices]).toEqual([1, 2, 4]);
  expect([...kept(0.2, 0.5).features.indices]).toEqual([2, 4]);
  expect(kept(1).features).toEqual(features);
  expect(() => kept(0, 0)).toThrow('leave a row');
  expect(sampleDraws(3, mersenneTwister(42))[0]).toBe(0.3745401188473625);
});
