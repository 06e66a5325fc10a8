import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listAveragePrecision } from '../../src/math/average-precision.ts';
import { discountedGain } from '../../src/math/dcg.ts';
import { mersenneTwister } from '../../src/math/mersenne-twister.ts';
import { ndcg } from '../../src/math/ndcg.ts';
import { precisionAtK, recallAtK } from '../../src/math/precision-at-k.ts';
import { averageRanks, kendallTau, spearmanCorrelation } from '../../src/math/rank-correlation.ts';
import { reciprocalRank } from '../../src/math/reciprocal-rank.ts';
import { shuffle } from '../../src/math/shuffle.ts';
import oracles from '../fixtures/simulations/math.json' with { type: 'json' };

const grades = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 20 });
const gains = fc.constantFrom('linear' as const, 'exponential' as const);
const falling = (list: readonly unknown[]): number[] => list.map((_, i) => -i);

describe('discounted gain', () => {
  const { inputs, expected } = oracles['ranking.ndcg'];
  const list = Object.freeze(inputs.rel_in_rank_order);

  test('a list of six, linear and exponential', () => {
    expect(discountedGain(list, 'linear')).toBeCloseTo(expected.dcg_linear, 12);
    expect(discountedGain(list, 'exponential')).toBeCloseTo(expected.dcg_exp, 12);
    expect(discountedGain([3, 3, 2, 2, 1, 0], 'linear')).toBeCloseTo(expected.idcg_linear, 12);
    expect(discountedGain([3, 3, 2, 2, 1, 0], 'exponential')).toBeCloseTo(expected.idcg_exp, 12);
    expect(ndcg(list, falling(list), 'linear')).toBeCloseTo(expected.ndcg_linear, 12);
    expect(ndcg(list, falling(list), 'exponential')).toBeCloseTo(expected.ndcg_exp, 12);
  });

  test('cut at three, the ideal still comes from all', () => {
    expect(ndcg(list, falling(list), 'linear', 3)).toBeCloseTo(expected.ndcg_linear_at3, 12);
    expect(ndcg(list, falling(list), 'exponential', 3)).toBeCloseTo(expected.ndcg_exp_at3, 12);
  });

  test('tied documents share their places', () => {
    expect(ndcg(list, [1, 1, 1, 0, 0, 0], 'linear')).toBeCloseTo(expected.ndcg_tied_sklearn_scores_111000, 12);
    // Both orders of a tie across the cutoff, averaged by hand: (1 + 0) / 2.
    expect(ndcg([1, 0], [5, 5], 'linear', 1)).toBe(0.5);
  });

  test('the two gains prefer different lists', () => {
    const { inputs: lists, expected: values } = oracles['ranking.two_gain_flip'];
    for (const name of ['A', 'B', 'C', 'D'] as const) {
      expect(discountedGain(lists[name], 'linear')).toBeCloseTo(values[`${name}_lin`], 12);
      expect(discountedGain(lists[name], 'exponential')).toBeCloseTo(values[`${name}_exp`], 12);
    }
  });

  test('moving a better document up never lowers the gain', () => {
    fc.assert(
      fc.property(grades, gains, fc.nat(), (list, gain, at) => {
        const i = at % list.length;
        const [above, below] = [list[i] as number, list[i + 1] ?? 0];
        fc.pre(i + 1 < list.length && below >= above);
        const swapped = list.with(i, below).with(i + 1, above);
        return discountedGain(swapped, gain) >= discountedGain(list, gain) - 1e-12;
      }),
    );
  });

  test('NDCG lies from 0 to 1, is 1 for the best order and does not see rising transforms', () => {
    const scored = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 5 })), { minLength: 1 });
    fc.assert(
      fc.property(scored, gains, fc.integer({ min: 1, max: 8 }), (pairs, gain, cutoff) => {
        const [rel, scores] = [pairs.map(([grade]) => grade), pairs.map(([, score]) => score)];
        fc.pre(rel.some((grade) => grade > 0));
        const value = ndcg(rel, scores, gain, cutoff);
        const best = ndcg(rel, rel, gain, cutoff);
        const cubed = ndcg(
          rel,
          Float64Array.from(scores, (s) => s ** 3 - 7),
          gain,
          cutoff,
        );
        return value >= 0 && value <= 1 + 1e-12 && Math.abs(best - 1) < 1e-12 && cubed === value;
      }),
    );
  });

  test('a tie has the mean over all its orders', () => {
    const random = mersenneTwister(4);
    const list = [3, 0, 1, 2];
    const scores = [2, 1, 1, 1];
    let sum = 0;
    for (let i = 0; i < 20000; i += 1) {
      const order = [3, ...shuffle([0, 1, 2], random)];
      sum += ndcg(order, falling(order), 'exponential', 3);
    }
    // The six orders differ by .2 at most: 4 standard errors are below .006.
    expect(Math.abs(sum / 20000 - ndcg(list, scores, 'exponential', 3))).toBeLessThan(0.006);
  });

  test('without a relevant document there is no NDCG, and scores that are no numbers end too', () => {
    expect(ndcg([0, 0], [2, 1], 'linear')).toBeNaN();
    expect(ndcg([1, 1], [NaN, NaN], 'linear')).toBeCloseTo(1, 12);
    expect(averageRanks([NaN, NaN])).toHaveLength(2);
  });
});

describe('lists of relevant and irrelevant', () => {
  const { inputs, expected } = oracles['ranking.binary'];
  const list = Object.freeze(inputs.rel);

  test('precision, recall, reciprocal rank and average precision', () => {
    expect(reciprocalRank(list)).toBe(expected.mrr);
    expect(listAveragePrecision(list, 4)).toBeCloseTo(expected.ap_over_found4, 12);
    expect(listAveragePrecision(list, inputs.total_relevant)).toBeCloseTo(expected.ap_over_total5, 12);
    expect(precisionAtK(list, 5)).toBeCloseTo(expected.p_at_5, 12);
    expect(precisionAtK(list, inputs.total_relevant)).toBeCloseTo(expected.r_precision, 12);
    expect(recallAtK(list, 5, inputs.total_relevant)).toBeCloseTo(expected.recall_at_5_total5, 12);
    expect(precisionAtK(list, 1)).toBe(expected.hit_at_1);
  });

  test('cutoffs', () => {
    expect(listAveragePrecision([1, 0, 1], 5, 2)).toBe(0.5);
    expect(listAveragePrecision([0, 0], 0)).toBeNaN();
    expect(reciprocalRank([0, 0, 1], 2)).toBe(0);
    expect(reciprocalRank([])).toBe(0);
    expect(precisionAtK([1, 1], 4)).toBe(0.5);
  });

  test('a random order finds one relevant of a hundred at a mean reciprocal rank of H(100) / 100', () => {
    let sum = 0;
    for (let place = 0; place < 100; place += 1)
      sum += reciprocalRank(Uint8Array.from({ length: 100 }, (_, i) => (i === place ? 1 : 0)));
    expect(sum / 100).toBeCloseTo(oracles['ranking.random_baselines'].expected.random_mrr_one_relevant_n100, 12);
  });
});

describe('rank correlation', () => {
  const { inputs, expected } = oracles['ranking.correlation'];

  test('Kendall and Spearman, with and without ties', () => {
    expect(kendallTau(inputs.a, inputs.b)).toBeCloseTo(expected.kendall_tau_b, 12);
    expect(kendallTau(inputs.a, inputs.tied)).toBeCloseTo(expected.kendall_tau_b_tied, 12);
    expect(spearmanCorrelation(inputs.a, inputs.b)).toBeCloseTo(expected.spearman, 12);
  });

  test('equal values share the mean of their ranks', () => {
    expect([...averageRanks(Object.freeze([10, 30, 10, 20, 10]))]).toEqual([2, 5, 2, 4, 2]);
  });

  test('one order with itself is 1, with its reverse -1, and with a constant nothing', () => {
    const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2 }).filter((a) => new Set(a).size > 1);
    for (const correlation of [kendallTau, spearmanCorrelation]) {
      fc.assert(
        fc.property(values, (a) => {
          const turned = a.map((x) => -x);
          return Math.abs(correlation(a, a) - 1) < 1e-12 && Math.abs(correlation(a, turned) + 1) < 1e-12;
        }),
      );
      expect(correlation([1, 2], [3, 3])).toBeNaN();
    }
  });
});

test.each<[string, () => unknown]>([
  ['ndcg', () => ndcg([1], [1, 2], 'linear')],
  ['precisionAtK', () => precisionAtK([1], 0)],
  ['recallAtK', () => recallAtK([1], 1.5, 1)],
  ['kendallTau', () => kendallTau([1], [1, 2])],
  ['spearmanCorrelation', () => spearmanCorrelation([1], [1, 2])],
])('%s refuses what it cannot judge', (name, call) => {
  expect(call).toThrow(RangeError);
  expect(call).toThrow(`\`${name}\` requires`);
});
