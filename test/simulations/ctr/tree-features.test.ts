import { expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { generateClicks } from '../../../src/simulations/ctr/click-data.ts';
import { clickImpressions, sliceImpressions } from '../../../src/simulations/ctr/impressions.ts';
import { treeFeatures } from '../../../src/simulations/ctr/tree-features.ts';

const all = clickImpressions(
  generateClicks({ rows: 900, baseLogit: -1, interaction: 0.5, nonlinearity: 0.5 }, mersenneTwister(9)),
);
const [train, test_] = [sliceImpressions(all, 0, 600), sliceImpressions(all, 600, 900)];

test('seven numbers and three encoded ids a row, cut where the training rows say', () => {
  const features = treeFeatures(train, test_, 5);
  expect(features.train).toMatchObject({ rows: 600, columns: 10 });
  expect(features.test).toMatchObject({ rows: 300, columns: 10 });
  expect(features.lookUps).toBe(3 + 6 * 10);
  // The hour is the seventh number: 24 values, 24 bins.
  const hours = new Set(Array.from({ length: 600 }, (_, row) => features.train.bins[row * 10 + 6]));
  expect(hours.size).toBe(24);
});

test('labels of the scored rows change nothing', () => {
  const turned = { ...test_, label: test_.label.map((label) => 1 - label) };
  expect(treeFeatures(train, turned, 5)).toEqual(treeFeatures(train, test_, 5));
});

test('with one fold a label shows in the bins of its own row, with five it does not', () => {
  // One id of its own a row: nothing but the leak can tell the rows apart.
  const alone = {
    ...train,
    numbers: [],
    encodedSlots: [0],
    features: { ...train.features, width: 1, size: 600, indices: Int32Array.from({ length: 600 }, (_, row) => row) },
  };
  const seen = (folds: number): Set<string> => {
    const { bins } = treeFeatures(alone, alone, folds).train;
    return new Set(Array.from(bins, (bin, row) => `${bin} ${train.label[row]}`));
  };
  expect(seen(5).size).toBe(2);
  expect([...seen(1)].sort()).toEqual(['1 0', '2 1']);
  expect(new Set([...seen(5)].map((pair) => pair.split(' ')[0])).size).toBe(1);
});
