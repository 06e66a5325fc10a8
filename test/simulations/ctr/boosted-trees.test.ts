import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { binColumns, binCuts, type BinnedRows } from '../../../src/simulations/ctr/bins.ts';
import { growBoostedTrees, leafOf, predictTrees } from '../../../src/simulations/ctr/boosted-trees.ts';
import { leafFeatures } from '../../../src/simulations/ctr/leaf-features.ts';
import type { Tree } from '../../../src/simulations/ctr/regression-tree.ts';
import { toTheEnd } from './to-the-end.ts';
import fixture from '../../fixtures/simulations/ctr.json' with { type: 'json' };

const binned = (columns: readonly (readonly number[])[]): BinnedRows => {
  const values = columns.map((column) => Float64Array.from(column));
  return binColumns(values, values.map(binCuts));
};
const logOdds = (p: number): number => Math.log(p / (1 - p));

// scikit-learn GradientBoostingClassifier with three stumps: one Newton step a leaf, no penalty.
const { inputs, expected } = fixture.entries['ctr.gbdt_stumps'];
const stumps = binned([inputs.x]);
const stumpOptions = { levels: 1, learningRate: 0.5, l2: 0, leastCurvature: 0.1 };

test.each([
  [1, expected.raw_after_1],
  [3, expected.raw_after_3],
])('scores after %i stumps are those of scikit-learn', (trees, raw) => {
  const model = toTheEnd(growBoostedTrees(stumps, inputs.y, { ...stumpOptions, trees }));
  expect(model.start).toBe(expected.init_raw);
  predictTrees(model, stumps).forEach((p, row) => expect(logOdds(p)).toBeCloseTo(raw[row] as number, 10));
});

test('the stumps ask where scikit-learn asks', () => {
  const model = toTheEnd(growBoostedTrees(stumps, inputs.y, { ...stumpOptions, trees: 3 }));
  const cuts = binCuts(Float64Array.from(inputs.x));
  expect(model.trees.map((tree) => (cuts[(tree.bin[0] as number) - 1] as number) + 0.5)).toEqual(expected.thresholds);
});

const random = mersenneTwister(8);
const rows = 2000;
const columns = Array.from({ length: 3 }, () => Array.from({ length: rows }, () => random() * 2 - 1));
const labels = columns[0]?.map((x, row) => (x * ((columns[1] as number[])[row] as number) > 0 ? 1 : 0)) ?? [];
const options = { trees: 8, levels: 3, learningRate: 0.3, l2: 1, leastCurvature: 2 };
const data = binned(columns);

test('a monotone bend of a column leaves every tree as it was', () => {
  const bent = binned([(columns[0] ?? []).map((x) => Math.exp(3 * x)), ...columns.slice(1)]);
  expect(toTheEnd(growBoostedTrees(bent, labels, options))).toEqual(toTheEnd(growBoostedTrees(data, labels, options)));
});

test('trees find the sign of a product, which no single column shows', () => {
  const p = predictTrees(toTheEnd(growBoostedTrees(data, labels, options)), data);
  expect(p.filter((one, row) => one > 0.5 === (labels[row] === 1)).length).toBeGreaterThan(0.95 * rows);
});

test('leaves hold Newton steps of their own rows, and no leaf is too small', () => {
  const model = toTheEnd(growBoostedTrees(data, labels, { ...options, trees: 1 }));
  const tree = model.trees[0] as Tree;
  const start = 1 / (1 + Math.exp(-model.start));
  const sums = new Map<number, { g: number; h: number }>();
  for (let row = 0; row < rows; row += 1) {
    const sum = sums.get(leafOf(tree, data, row)) ?? { g: 0, h: 0 };
    sums.set(leafOf(tree, data, row), {
      g: sum.g + start - (labels[row] as number),
      h: sum.h + start * (1 - start),
    });
  }
  expect(sums.size).toBeGreaterThan(4);
  expect(sums.size).toBeLessThanOrEqual(8);
  for (const [leaf, { g, h }] of sums) {
    expect(tree.value[leaf]).toBeCloseTo((-0.3 * g) / (h + 1), 9);
    expect(h).toBeGreaterThanOrEqual(2 - 1e-9);
  }
});

test.each(['right', 'left'])('no leaf is cut too small at the %s end, however pure it is', (end) => {
  // Clicks alternate but for three in a row at one end; eight rows of curvature 1/4 make 2.
  const along = Array.from({ length: 100 }, (_, i) => (i > 96 ? 1 : i % 2));
  const given = end === 'right' ? along : [...along].reverse();
  const line = binned([Array.from({ length: 60 }, (_, i) => i)]);
  const model = toTheEnd(
    growBoostedTrees(line, given.slice(end === 'right' ? 40 : 0).slice(0, 60), { ...options, trees: 1 }),
  );
  const counts = new Map<number, number>();
  for (let row = 0; row < 60; row += 1) {
    const leaf = leafOf(model.trees[0] as Tree, line, row);
    counts.set(leaf, (counts.get(leaf) ?? 0) + 1);
  }
  expect(counts.size).toBeGreaterThan(1);
  expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(8);
});

test('each further tree lowers the training loss', () => {
  const losses = [1, 2, 4, 8].map((trees) => {
    const p = predictTrees(toTheEnd(growBoostedTrees(data, labels, { ...options, trees })), data);
    return -p.reduce((sum, one, row) => sum + Math.log(labels[row] === 1 ? one : 1 - one), 0);
  });
  expect([...losses].sort((a, b) => b - a)).toEqual(losses);
  expect(new Set(losses).size).toBe(4);
});

test('subtracted histograms give the split that counting gives', () => {
  // Two levels: the second split of each side must be the best of its own rows, found here by counting all of them.
  const model = toTheEnd(growBoostedTrees(data, labels, { ...options, trees: 1, levels: 2 }));
  const tree = model.trees[0] as Tree;
  const start = 1 / (1 + Math.exp(-model.start));
  for (const side of [tree.left[0] as number, (tree.left[0] as number) + 1]) {
    const own = Array.from({ length: rows }, (_, row) => row).filter((row) => {
      const leaf = leafOf(tree, data, row);
      return leaf === tree.left[side] || leaf === (tree.left[side] as number) + 1;
    });
    const gain = (column: number, bin: number): number => {
      const sums = [0, 0, 0, 0];
      for (const row of own) {
        const at = (data.bins[row * 3 + column] as number) > bin ? 2 : 0;
        sums[at] = (sums[at] as number) + start - (labels[row] as number);
        sums[at + 1] = (sums[at + 1] as number) + start * (1 - start);
      }
      const [g = 0, h = 0, G = 0, H = 0] = sums;
      return h < 2 || H < 2 ? -Infinity : (g * g) / (h + 1) + (G * G) / (H + 1);
    };
    let best = -Infinity;
    for (let column = 0; column < 3; column += 1)
      for (let bin = 0; bin < 64; bin += 1) best = Math.max(best, gain(column, bin));
    expect(gain(tree.column[side] as number, tree.bin[side] as number)).toBeCloseTo(best, 8);
  }
});

test('with nothing to ask a tree is one leaf', () => {
  const model = toTheEnd(growBoostedTrees(binned([[1, 1, 1, 1]]), [0, 1, 1, 1], { ...options, trees: 2 }));
  expect(model.trees.map((tree) => tree.value.length)).toEqual([1, 1]);
  expect(predictTrees(model, binned([[1]]))[0]).toBeCloseTo(0.75, 12);
});

test.each([
  [0, 0],
  [1, 1],
])('labels that are all %i still give probabilities', (label, side) => {
  const p = predictTrees(toTheEnd(growBoostedTrees(binned([[1, 2]]), [label, label], options)), binned([[1, 2]]));
  expect(Math.abs((p[0] as number) - side)).toBeLessThan(0.3);
  expect(p[0]).not.toBe(side);
});

test('leaves as ids: one a tree, each tree with places of its own', () => {
  const model = toTheEnd(growBoostedTrees(data, labels, options));
  const features = leafFeatures(model, data);
  expect(features).toMatchObject({ rows, width: 8, denseWidth: 0 });
  expect(features.size).toBe(model.trees.reduce((sum, tree) => sum + tree.value.length, 0));
  const values = model.trees.flatMap((tree) => [...tree.value]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: rows - 1 }), (row) => {
      const ids = features.indices.subarray(row * 8, (row + 1) * 8);
      const score = ids.reduce((sum, id) => sum + (values[id] as number), model.start);
      expect(1 / (1 + Math.exp(-score))).toBeCloseTo(predictTrees(model, data)[row] as number, 12);
    }),
    { numRuns: 20 },
  );
});

test('a label too few is refused', () => {
  expect(() => toTheEnd(growBoostedTrees(data, [1], options))).toThrow('one label a row');
});
