import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquareQuantile, chiSquareTail } from '../../src/math/chi-square.ts';
import { deviance, logGamma, regularisedGamma, regularisedGammaTail } from '../../src/math/gamma-function.ts';
import { kolmogorovLimitTail, kolmogorovTail } from '../../src/math/kolmogorov.ts';
import { meanInterval } from '../../src/math/mean-interval.ts';
import { mersenneTwister } from '../../src/math/mersenne-twister.ts';
import { gaussianStream } from '../../src/math/gaussian.ts';
import { normalCdf, normalDensity, normalQuantile, normalTail } from '../../src/math/normal.ts';
import { power } from '../../src/math/power.ts';
import { proportionInterval } from '../../src/math/proportion-interval.ts';
import { regularisedBeta } from '../../src/math/regularised-beta.ts';
import { logit, sigmoid } from '../../src/math/sigmoid.ts';
import { studentQuantile, studentTail } from '../../src/math/student-t.ts';
import oracles from '../fixtures/simulations/math.json' with { type: 'json' };

/** Relative where the value is not 0. */
function expectNear(actual: number, expected: number, tolerance = 1e-13): void {
  const error = Math.abs(actual - expected) / (expected === 0 ? 1 : Math.abs(expected));
  expect(error, `${actual} for ${expected}`).toBeLessThan(tolerance);
}
const share = (): fc.Arbitrary<number> => fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });

describe('normal', () => {
  // erfc(x / sqrt(2)) / 2 with 30 digits (mpmath 1.3)
  test.each([
    [-10, 1],
    [-6, 0.9999999990134123],
    [-1, 0.8413447460685429],
    [0, 0.5],
    [0.1, 0.460172162722971],
    [1.234, 0.10860145212152428],
    [3, 0.0013498980316300946],
    [10, 7.619853024160525e-24],
    [37, 5.725571222524577e-300],
    [Infinity, 0],
    [-Infinity, 1],
  ])('the tail above %f is %e', (x, expected) => {
    expectNear(normalTail(x), expected, 2e-15);
    expectNear(normalCdf(-x), expected, 2e-15);
  });

  // Roots of the same with 30 digits
  test.each([
    [1e-300, -37.0470962993612],
    [1e-9, -5.9978070150076865],
    [0.01, -2.326347874040841],
    [0.3, -0.5244005127080408],
    [0.448, -0.13071596811986316],
    [0.5, 0],
    [0.975, 1.9599639845400538],
    [0, -Infinity],
    [1, Infinity],
  ])('the quantile at %e is %f', (p, expected) => {
    if (Number.isFinite(expected)) expectNear(normalQuantile(p), expected, 2e-15);
    else expect(normalQuantile(p)).toBe(expected);
  });

  test('quantile and cdf lead back to where one came from', () => {
    fc.assert(fc.property(share(), (p) => Math.abs(normalCdf(normalQuantile(p)) / p - 1) < 1e-13));
  });

  test('the density is the slope of the cdf, and 0 at the ends', () => {
    for (const x of [-3, -0.7, 0, 1.3]) {
      const slope = (normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5;
      expect(normalDensity(x)).toBeCloseTo(slope, 9);
    }
    expect([normalDensity(Infinity), normalDensity(-Infinity), normalDensity(NaN)]).toEqual([0, 0, NaN]);
  });

  test('AUC of two normals is Phi(delta / sqrt(s0^2 + s1^2))', () => {
    const { inputs, expected } = oracles['metrics.auc_binormal'];
    inputs.cases.forEach(([delta, s0, s1], i) => {
      const z = (delta as number) / Math.sqrt((s0 as number) ** 2 + (s1 as number) ** 2);
      expectNear(normalCdf(z), expected[i] as number, 1e-12);
    });
  });

  test('sample size, power and winner’s curse of an experiment', () => {
    const size = oracles['ab.sample_size_closed_form'];
    const z = normalQuantile(1 - size.inputs.alpha / 2) + normalQuantile(size.inputs.power);
    size.inputs.cases.forEach(([p, q], i) => {
      const [a, b] = [p as number, q as number];
      const n = (z * z * (a * (1 - a) + b * (1 - b))) / (b - a) ** 2;
      expectNear(n, size.expected.n[i] as number, 1e-10);
    });
    const curve = oracles['ab.power_curve'];
    curve.inputs.lift.forEach((lift, i) => {
      const [p, q] = [curve.inputs.p1, curve.inputs.p1 * (1 + lift)];
      const shift = (q - p) / Math.sqrt((p * (1 - p) + q * (1 - q)) / curve.inputs.n);
      const found = normalTail(normalQuantile(0.975) - shift) + normalCdf(-normalQuantile(0.975) - shift);
      expectNear(found, curve.expected[i] as number, 1e-10);
    });
    const curse = oracles['ab.winners_curse'];
    curse.inputs.true_z.forEach((truth, i) => {
      const over = truth + normalDensity(curse.inputs.c - truth) / normalTail(curse.inputs.c - truth);
      expectNear(over / truth, curse.expected[i] as number, 1e-10);
    });
  });
});

describe('gamma function', () => {
  // loggamma with 30 digits (mpmath 1.3)
  test.each([
    [0.001, 6.907178885383853],
    [0.5, 0.5723649429247001],
    [1, 0],
    [1.5, -0.12078223763524522],
    [2, 0],
    [10, 12.80182748008147],
    [1e5, 1051287.7089736569],
    [Infinity, Infinity],
  ])('its logarithm at %f is %f', (x, expected) => {
    if (x === Infinity) expect(logGamma(x)).toBe(expected);
    else expectNear(logGamma(x), expected, 3e-15);
  });

  test('gamma(x + 1) = x gamma(x)', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e5, noNaN: true }), (x) => {
        const gap = logGamma(x + 1) - logGamma(x) - Math.log(x);
        return Math.abs(gap) < 1e-14 * Math.max(1, Math.abs(logGamma(x)));
      }),
    );
  });

  // gammainc(a, 0, x) and (a, x, inf), regularised, with 30 digits (mpmath 1.3)
  test.each([
    [0.5, 0.1, 0.345279153981423, 0.654720846018577],
    [2, 5, 0.9595723180054871, 0.040427681994512805],
    [10, 30, 0.9999928782491372, 7.121750862815577e-6],
    [100, 90, 0.15822098918643018, 0.8417790108135699],
    [1000, 1200, 0.9999999987118394, 1.2881606086281433e-9],
    [3, 0, 0, 1],
    [3, Infinity, 1, 0],
  ])('incomplete at shape %f and x %f: %e and %e', (a, x, below, above) => {
    expectNear(regularisedGamma(a, x), below);
    expectNear(regularisedGammaTail(a, x), above);
  });

  test('the deviance keeps its digits near the mean', () => {
    expectNear(deviance(1 + 1e-8, 1), 5e-17, 1e-7);
    expectNear(deviance(2, 1), 2 * Math.LN2 - 1);
    expect(deviance(3, 3)).toBe(0);
  });

  test('the sum of three exponential waits is gamma: percentiles do not add', () => {
    const { inputs, expected } = oracles['serving.percentiles_do_not_add'];
    expectNear((inputs.mean * chiSquareQuantile(0.99, 2 * inputs.stages)) / 2, expected.p99_of_sum, 1e-12);
    expectNear((inputs.mean * inputs.stages * chiSquareQuantile(0.99, 2)) / 2, expected.sum_of_p99, 1e-12);
  });
});

describe('chi-square', () => {
  test('uneven assignment', () => {
    const { inputs, expected } = oracles['ab.srm'];
    inputs.obs.forEach(([a, b], i) => {
      const [x, y] = [a as number, b as number];
      expectNear(chiSquareTail((x - y) ** 2 / (x + y), 1), expected[i]?.p as number, 1e-12);
    });
  });

  test('a contingency table', () => {
    const { chi2, dof, p } = oracles['drift.chi2'].expected;
    expectNear(chiSquareTail(chi2, dof), p, 1e-12);
  });

  test('PSI without drift', () => {
    const { inputs, expected } = oracles['drift.psi_null_distribution'];
    inputs.n_m.forEach(([n, m], i) => {
      const scale = 1 / (n as number) + 1 / (m as number);
      expectNear(scale * chiSquareQuantile(0.95, inputs.B - 1), expected[i]?.crit95 as number, 1e-12);
      expectNear(chiSquareTail(0.1 / scale, inputs.B - 1), expected[i]?.p_gt_0_1 as number, 1e-11);
      expectNear(chiSquareTail(0.25 / scale, inputs.B - 1), expected[i]?.p_gt_0_25 as number, 1e-11);
    });
    const test = oracles['drift.psi_threshold_as_test'];
    test.inputs.B.forEach((bins, i) => {
      expectNear(20 * chiSquareQuantile(0.95, bins - 1), test.expected.n_for_0_1[i] as number, 1e-12);
    });
  });

  test('tail and quantile lead back to where one came from', () => {
    fc.assert(
      fc.property(share(), fc.double({ min: 0.5, max: 2000, noNaN: true }), (p, degrees) => {
        const x = chiSquareQuantile(p, degrees);
        const [below, above] = [regularisedGamma(degrees / 2, x / 2), chiSquareTail(x, degrees)];
        return Math.abs(below / p - 1) < 1e-11 && Math.abs(above / (1 - p) - 1) < 1e-11;
      }),
    );
  });

  test('the far ends', () => {
    expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3)]).toEqual([0, Infinity]);
    // With two degrees the law is exponential.
    expectNear(chiSquareQuantile(1e-300, 2), 2e-300, 1e-12);
    expectNear(chiSquareTail(1400, 2), Math.exp(-700), 1e-12);
  });
});

describe('Kolmogorov', () => {
  test('two samples of ten', () => {
    const { ks_D, ks_p_exact } = oracles['drift.two_sample'].expected;
    expectNear(kolmogorovTail(ks_D, 10, 10), ks_p_exact, 1e-12);
  });

  test('small cases counted by hand', () => {
    expect(kolmogorovTail(1, 1, 1)).toBe(1);
    // Of the 20 orders of three and three, two keep the samples apart.
    expectNear(kolmogorovTail(1, 3, 3), 0.1);
    // Of the ten orders of two and three, two again.
    expectNear(kolmogorovTail(1, 2, 3), 0.2);
    expect(kolmogorovTail(0, 4, 5)).toBe(1);
  });

  // scipy.special.kolmogorov
  test.each([
    [0, 1],
    [0.3, 0.9999906941986655],
    [0.5, 0.9639452436648751],
    [1, 0.26999967167735456],
    [1.3580986393225505, 0.05],
    [2, 0.0006709252557796953],
    [10, 2.767793053473475e-87],
  ])('the limit law at %f is %e', (s, expected) => {
    expectNear(kolmogorovLimitTail(s), expected, 1e-12);
  });

  test('counting and limit agree for large samples, on both sides of the change', () => {
    expect(kolmogorovTail(0.06, 1000, 1000)).toBeCloseTo(kolmogorovLimitTail(0.06 * Math.sqrt(500)), 2);
    expect(kolmogorovTail(0.06, 1000, 1001)).toBe(kolmogorovLimitTail(0.06 * Math.sqrt(1001000 / 2001)));
  });

  test('the order of the samples does not matter, and farther is rarer', () => {
    const size = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(size, size, share(), share(), (n, m, d, e) => {
        const [near, far] = [Math.min(d, e), Math.max(d, e)];
        return (
          Math.abs(kolmogorovTail(d, n, m) - kolmogorovTail(d, m, n)) < 1e-12 &&
          kolmogorovTail(near, n, m) >= kolmogorovTail(far, n, m)
        );
      }),
    );
  });
});

describe('beta and Student', () => {
  // betainc(a, b, 0, x), regularised, with 30 digits (mpmath 1.3)
  test.each([
    [0.3, 2, 5, 0.579825],
    [0.01, 0.5, 0.5, 0.06376856085851985],
    [0.9, 50, 20, 0.999991126008297],
    [0.5, 300, 200, 3.543480264392538e-6],
    [0, 2, 3, 0],
    [1, 2, 3, 1],
  ])('the beta law at %f of shapes %f and %f is %e', (x, a, b, expected) => {
    expectNear(regularisedBeta(x, a, b), expected, 5e-14);
  });

  test('the beta law mirrors, and is a power where one shape is 1', () => {
    const shape = fc.double({ min: 0.05, max: 500, noNaN: true });
    fc.assert(
      fc.property(share(), shape, shape, (x, a, b) => {
        return Math.abs(regularisedBeta(x, a, b) + regularisedBeta(1 - x, b, a, x) - 1) < 1e-10;
      }),
    );
    for (const x of [0.01, 0.3, 0.8]) expectNear(regularisedBeta(x, 2.5, 1), power(x, 2.5), 1e-13);
  });

  // Closed forms: one degree is Cauchy's law, two have (1 - t / sqrt(2 + t^2)) / 2.
  test.each([1e-8, 0.3, 1, 4, 30])('the tail above %f with one and two degrees', (t) => {
    expectNear(studentTail(t, 1), 0.5 - Math.atan(t) / Math.PI, 2e-14 * (1 + t));
    expectNear(studentTail(t, 2), 1 / Math.sqrt(2 + t * t) / (Math.sqrt(2 + t * t) + t), 1e-13);
    expectNear(studentTail(-t, 2), 1 - studentTail(t, 2), 1e-15);
  });

  test('Welch’s test', () => {
    const { inputs, expected } = oracles['ab.welch_cuped'];
    const moments = (values: readonly number[]): [number, number] => {
      const mean = values.reduce((a, b) => a + b) / values.length;
      const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
      return [mean, variance / values.length];
    };
    const [[a, va], [b, vb]] = [moments(inputs.a), moments(inputs.b)];
    const t = (a - b) / Math.sqrt(va + vb);
    const degrees = (va + vb) ** 2 / (va ** 2 / (inputs.a.length - 1) + vb ** 2 / (inputs.b.length - 1));
    expectNear(t, expected.t, 1e-12);
    expectNear(2 * studentTail(Math.abs(t), degrees), expected.p, 1e-12);
  });

  // scipy.stats.t.ppf
  test.each([
    [0.975, 5, 2.5705818356363146],
    [0.025, 5, -2.5705818356363146],
    [0.5, 7, 0],
    [0, 7, -Infinity],
    [1, 7, Infinity],
  ])('the quantile at %f with %f degrees is %f', (p, degrees, expected) => {
    if (Number.isFinite(expected)) expectNear(studentQuantile(p, degrees), expected);
    else expect(studentQuantile(p, degrees)).toBe(expected);
  });

  test('with many degrees Student is normal', () => {
    expectNear(studentQuantile(0.975, 1e8), normalQuantile(0.975), 3e-8);
    // First term of the expansion in 1 / degrees
    expectNear(studentTail(2, 1e8) - normalTail(2), (normalDensity(2) * 2 * 5) / 4e8, 1e-5);
  });

  test('tail and quantile lead back to where one came from', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 0.499, noNaN: true }),
        fc.double({ min: 0.6, max: 1e4, noNaN: true }),
        (p, degrees) => {
          return Math.abs(studentTail(-studentQuantile(p, degrees), degrees) / p - 1) < 1e-11;
        },
      ),
    );
  });
});

describe('intervals', () => {
  test('Wilson, at no hit, one hit and many', () => {
    const { inputs, expected } = oracles['bandit.wilson_ucb'];
    inputs.k.forEach((hits, i) => {
      const { low, high } = proportionInterval(hits, inputs.n[i] as number);
      // The fixture's z is 1.96, the interval's 1.959963984540054.
      expect(low).toBeCloseTo(expected[i]?.[0] as number, 5);
      expect(high).toBeCloseTo(expected[i]?.[1] as number, 5);
    });
    const { inputs: arms, expected: test } = oracles['ab.two_proportion'];
    const { low, high } = proportionInterval(arms.x[0] as number, arms.n[0] as number);
    expectNear(low, test.wilson_arm1[0] as number, 1e-12);
    expectNear(high, test.wilson_arm1[1] as number, 1e-12);
    const pooled = (530 + 480) / 20000;
    const z = 0.005 / Math.sqrt(pooled * (1 - pooled) * (2 / 10000));
    expectNear(2 * normalTail(z), test.p, 1e-10);
  });

  test('Wilson stays within 0 to 1, holds the share, and widens with confidence', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (hits, misses) => {
        fc.pre(hits + misses > 0);
        const { low, high } = proportionInterval(hits, hits + misses);
        const wide = proportionInterval(hits, hits + misses, 0.99);
        const p = hits / (hits + misses);
        return low >= 0 && low <= p && p <= high && high <= 1 && wide.low <= low && wide.high >= high && high > low;
      }),
    );
  });

  // s = 1; two degrees have a closed form: t = (2p - 1) √(2 / (1 - (2p - 1)²)).
  test('a mean of three values', () => {
    const { mean, low, high } = meanInterval(Object.freeze([1, 2, 3]));
    const point = 0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95));
    expect(mean).toBe(2);
    expectNear(high - mean, point / Math.sqrt(3));
    expectNear(mean - low, point / Math.sqrt(3));
  });

  test('a mean of one value has no width, and of equal ones none to show', () => {
    expect(meanInterval([5])).toEqual({ mean: 5, low: NaN, high: NaN });
    expect(meanInterval([5, 5, 5])).toEqual({ mean: 5, low: 5, high: 5 });
  });

  // 2000 intervals over five normals: 95 % hold the truth, within 4 standard errors of .0049.
  test('95 of 100 intervals hold the mean, also with five values', () => {
    const next = gaussianStream(mersenneTwister(3));
    let held = 0;
    for (let i = 0; i < 2000; i += 1) {
      const { low, high } = meanInterval(Float64Array.from({ length: 5 }, next));
      if (low < 0 && high > 0) held += 1;
    }
    expect(Math.abs(held / 2000 - 0.95)).toBeLessThan(0.0195);
  });
});

describe('sigmoid and power', () => {
  test('sigmoid and logit undo each other, also far out', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 30, noNaN: true }), (x) => {
        return Math.abs(logit(sigmoid(x)) - x) < 1e-14 * Math.abs(x) + 1e-15 * Math.exp(Math.max(0, x));
      }),
    );
    expect([sigmoid(-Infinity), sigmoid(Infinity), sigmoid(-1000), sigmoid(1000)]).toEqual([0, 1, 0, 1]);
    expect([logit(0), logit(1), logit(0.5)]).toEqual([-Infinity, Infinity, 0]);
    expectNear(sigmoid(-40), Math.exp(-40), 1e-15);
    expectNear(sigmoid(Math.log(3)), 0.75, 1e-15);
  });

  test('whole powers are exact, others good to the twelfth digit', () => {
    expect([power(2, 10), power(3, 3), power(10, 15), power(4, -1), power(5, 1)]).toEqual([1024, 27, 1e15, 0.25, 5]);
    expect([power(0, 0), power(0, 2), power(0, 0.5), power(0, -1), power(7, 0)]).toEqual([1, 0, 0, Infinity, 1]);
    expectNear(power(2, 0.5), Math.SQRT2, 1e-15);
    expectNear(power(10, 100), 1e100, 1e-12);
    expectNear(power(10, -2.5), Math.sqrt(10) / 1000, 1e-14);
  });
});

test.each<[string, () => unknown]>([
  ['logit', () => logit(1.1)],
  ['logit', () => logit(NaN)],
  ['power', () => power(-1, 2)],
  ['normalQuantile', () => normalQuantile(-0.1)],
  ['normalQuantile', () => normalQuantile(NaN)],
  ['logGamma', () => logGamma(0)],
  ['regularisedGamma', () => regularisedGamma(0, 1)],
  ['regularisedGamma', () => regularisedGamma(1, -1)],
  ['regularisedGammaTail', () => chiSquareTail(-1, 3)],
  ['regularisedGammaTail', () => chiSquareTail(1, 0)],
  ['chiSquareQuantile', () => chiSquareQuantile(1.1, 3)],
  ['chiSquareQuantile', () => chiSquareQuantile(0.5, 0)],
  ['kolmogorovTail', () => kolmogorovTail(1.1, 3, 3)],
  ['kolmogorovTail', () => kolmogorovTail(0.5, 0, 3)],
  ['kolmogorovTail', () => kolmogorovTail(0.5, 3, 2.5)],
  ['kolmogorovLimitTail', () => kolmogorovLimitTail(-1)],
  ['regularisedBeta', () => regularisedBeta(1.1, 1, 1)],
  ['regularisedBeta', () => regularisedBeta(0.5, 0, 1)],
  ['studentTail', () => studentTail(NaN, 3)],
  ['studentTail', () => studentTail(1, 0)],
  ['studentQuantile', () => studentQuantile(2, 3)],
  ['studentQuantile', () => studentQuantile(0.5, 0)],
  ['meanInterval', () => meanInterval([])],
  ['proportionInterval', () => proportionInterval(0, 0)],
  ['proportionInterval', () => proportionInterval(3, 2)],
  ['proportionInterval', () => proportionInterval(1, 2, 1)],
])('%s refuses what lies outside', (name, call) => {
  expect(call).toThrow(RangeError);
  expect(call).toThrow(`\`${name}\` requires`);
});
