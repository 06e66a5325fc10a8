import { describe, expect, test } from 'vitest';
import { exactLogLoss, logLossOn } from '../../../src/simulations/drift/concept.ts';
import { kolmogorovCritical } from '../../../src/simulations/drift/drift-tests.ts';
import { changeOf, drawFrom, trueShares, type Population } from '../../../src/simulations/drift/population.ts';
import { shiftAtPsi, trueFigures } from '../../../src/simulations/drift/true-figures.ts';
import { kolmogorovSmirnovStatistic } from '../../../src/math/kolmogorov-smirnov.ts';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { populationStabilityIndex } from '../../../src/math/population-stability-index.ts';
import { wasserstein } from '../../../src/math/wasserstein.ts';
import fixture from '../../fixtures/simulations/drift.json' with { type: 'json' };

const known = fixture.entries;
const normal = (mean: number, deviation: number): Population => ({ kind: 'numeric', mean, deviation, missing: 0 });

describe('the PSI of two normals on infinite samples', () => {
  const { B, cases } = known['drift.psi_binned_normal'].inputs;
  test.each(
    B.flatMap((bins, i) =>
      cases.map((one, j) => [bins, one, known['drift.psi_binned_normal'].expected[j]?.[i] as number] as const),
    ),
  )('%d bins, (mean, deviation) %j: %f', (bins, one, expected) => {
    const [mean, deviation] = one as [number, number];
    const p = trueShares(normal(0, 1), bins);
    expect(populationStabilityIndex(p, trueShares(normal(mean, deviation), bins))).toBeCloseTo(expected, 9);
  });

  test('bins hide a little of it, and with ten of them .1 and .25 are shifts of .3235 and .5128', () => {
    const { expected } = known['drift.psi_threshold_in_sigmas'];
    expect(shiftAtPsi(0.1, 10)).toBeCloseTo(expected.at_0_1, 9);
    expect(shiftAtPsi(0.25, 10)).toBeCloseTo(expected.at_0_25, 9);
    const shift = expected.continuous_at_0_1;
    const { PSI: binned, 'PSI without bins': full } = trueFigures(changeOf('mean', shift, 1, 10), 10);
    expect(full).toBeCloseTo(0.1, 10);
    expect(binned).toBeLessThan(full as number);
  });
});

describe('the KS distance of two normals', () => {
  const { inputs, expected } = known['drift.ks_large_n'];
  test.each(inputs.d.map((shift, i) => [shift, expected.D[i] as number] as const))(
    'shift %f: %f',
    (shift, distance) => {
      expect(trueFigures(changeOf('mean', shift, 1, 10), 10).KS).toBeCloseTo(distance, 10);
    },
  );
  test.each(inputs.n.map((rows, i) => [rows, expected.crit[i] as number] as const))(
    'a 5 %% test on %d rows each calls %f drift',
    (rows, critical) => {
      expect(kolmogorovCritical(0.05, rows, rows)).toBeCloseTo(critical, 10);
    },
  );
});

test.each([
  ['mean', 0.7, 1],
  ['scale', 0, 1.7],
  ['scale', 0, 0.6],
] as const)(
  'large samples of a change of %s (%f, %f) come close to the true KS and Wasserstein',
  (kind, shift, scale) => {
    const change = changeOf(kind, shift, scale, 10);
    const rows = 200_000;
    const random = mersenneTwister(5);
    const [a, b] = [drawFrom(change.reference, rows, random), drawFrom(change.current, rows, random)];
    const truth = trueFigures(change, 10);
    // The standard error of a distribution function is at most .5 / √rows, and two are compared.
    const error = 0.5 * Math.sqrt(2 / rows);
    expect(Math.abs(kolmogorovSmirnovStatistic(a, b) - (truth.KS as number))).toBeLessThan(4 * error);
    expect(Math.abs(wasserstein(a, b) - (truth.Wasserstein as number))).toBeLessThan(4 * 2.5 * error);
  },
);

test('nothing changed is nothing at all', () => {
  for (const value of Object.values(trueFigures(changeOf('none', 1, 2, 10), 10))) expect(value).toBe(0);
});

test.each(['category', 'missing', 'label'] as const)('a %s change grows with its size and keeps shares', (kind) => {
  const psi = [0, 0.1, 0.25, 0.5, 1].map((shift) => trueFigures(changeOf(kind, shift, 1, 10), 10).PSI as number);
  expect(psi[0]).toBeCloseTo(0, 14);
  for (let i = 1; i < psi.length; i += 1) expect(psi[i]).toBeGreaterThan(psi[i - 1] as number);
  const { current } = changeOf(kind, 0.5, 1, 10);
  expect(trueShares(current, 10).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('draws follow the shares of the population', () => {
  const { current } = changeOf('category', 0.5, 1, 6);
  const rows = 100_000;
  const drawn = drawFrom(current, rows, mersenneTwister(2));
  trueShares(current, 6).forEach((share, category) => {
    const seen = drawn.filter((value) => value === category).length / rows;
    expect(Math.abs(seen - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / rows));
  });
  const gaps = drawFrom(changeOf('missing', 0, 1, 6).reference, rows, mersenneTwister(3)).filter(Number.isNaN).length;
  expect(Math.abs(gaps / rows - 0.02)).toBeLessThan(4 * Math.sqrt((0.02 * 0.98) / rows));
});

describe('a concept that turns while no input moves', () => {
  const { inputs, expected } = known['drift.concept_no_covariate'];
  test.each(expected)('slope $b2: log loss $logloss, $bayes for who knows', ({ b2, logloss, bayes }) => {
    expect(exactLogLoss(b2, inputs.b)).toBeCloseTo(logloss, 9);
    expect(exactLogLoss(b2, b2)).toBeCloseTo(bayes, 9);
  });

  test('a sample of inputs comes close to it', () => {
    const sample = drawFrom(normal(0, 1), 100_000, mersenneTwister(4));
    expect(Math.abs(logLossOn(sample, -1, 1) - exactLogLoss(-1, 1))).toBeLessThan(0.01);
  });
});
