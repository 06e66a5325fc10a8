import { expect, test } from 'vitest';
import {
  populationStabilityMean,
  populationStabilityQuantile,
  populationStabilityTail,
} from '../../src/math/population-stability-null.ts';
import fixture from '../fixtures/simulations/drift.json' with { type: 'json' };

const known = fixture.entries['drift.psi_null_distribution'];
const sizes = fixture.entries['drift.psi_threshold_as_test'];
const { B } = known.inputs;

test.each(known.inputs.n_m.map((one, i) => [one, known.expected[i]] as const))(
  'without drift, samples of %j rows',
  (one, expected) => {
    const [n, m] = one as [number, number];
    expect(populationStabilityMean(n, m, B)).toBeCloseTo(expected?.mean as number, 9);
    expect(populationStabilityQuantile(0.95, n, m, B)).toBeCloseTo(expected?.crit95 as number, 9);
    expect(populationStabilityTail(0.1, n, m, B)).toBeCloseTo(expected?.p_gt_0_1 as number, 9);
    expect(populationStabilityTail(0.25, n, m, B)).toBeCloseTo(expected?.p_gt_0_25 as number, 9);
    // The far tail keeps its digits.
    const far = expected?.p_gt_0_25 as number;
    if (far > 0) expect(populationStabilityTail(0.25, n, m, B) / far).toBeCloseTo(1, 7);
  },
);

test.each(sizes.inputs.B.map((bins, i) => [bins, sizes.expected.n_for_0_1[i], sizes.expected.n_for_0_25[i]] as const))(
  'with %d bins, .1 is a 5 % test at %f rows each and .25 at %f',
  (bins, first, second) => {
    expect(populationStabilityQuantile(0.95, 1, 1, bins) / 0.1 / (first as number)).toBeCloseTo(1, 9);
    expect(populationStabilityQuantile(0.95, 1, 1, bins) / 0.25 / (second as number)).toBeCloseTo(1, 9);
  },
);

test('a single bin and an empty sample have no law', () => {
  expect(() => populationStabilityTail(0.1, 100, 100, 1)).toThrow(RangeError);
  expect(() => populationStabilityMean(0, 100, 10)).toThrow(RangeError);
});
