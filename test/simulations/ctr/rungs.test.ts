import { expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { generateClicks } from '../../../src/simulations/ctr/click-data.ts';
import { trainFtrl } from '../../../src/simulations/ctr/ftrl.ts';
import { clickImpressions, sliceImpressions } from '../../../src/simulations/ctr/impressions.ts';
import { hybridRung, logisticRung, netRung, treesRung } from '../../../src/simulations/ctr/rungs.ts';
import { treeFeatures } from '../../../src/simulations/ctr/tree-features.ts';
import { toTheEnd } from './to-the-end.ts';

const all = clickImpressions(
  generateClicks({ rows: 3000, baseLogit: -1, interaction: 0.5, nonlinearity: 0.5 }, mersenneTwister(31)),
);
const [train, scored] = [sliceImpressions(all, 0, 2000), sliceImpressions(all, 2000, 3000)];
const features = treeFeatures(train, scored, 5);
const options = { trees: 10, levels: 3, learningRate: 0.2, l2: 5, leastCurvature: 1.5, epochs: 3 };
const greatest = (predictions: Float64Array): number => Math.max(...predictions);

test('the regression on leaves is fitted on the second half alone', () => {
  const quietHalf = train.label.map((label, row) => (row < 1000 ? label : 0));
  const honest = toTheEnd(hybridRung(features, quietHalf, { ...options, sameRows: false }));
  const leaky = toTheEnd(hybridRung(features, quietHalf, { ...options, sameRows: true }));
  expect(greatest(honest.predictions)).toBeLessThan(0.1);
  expect(greatest(leaky.predictions)).toBeGreaterThan(0.2);
});

test('the trees below it are grown on the first half alone', () => {
  const turned = train.label.map((label, row) => (row < 1000 ? label : 1 - label));
  const grown = (label: Uint8Array): number =>
    // The regression spends the same on any labels: what differs comes from the trees.
    toTheEnd(hybridRung(features, label, { ...options, sameRows: false })).bytes;
  expect(grown(turned)).toBe(grown(train.label));
  const quiet = train.label.map((label, row) => (row < 1000 ? 0 : label));
  expect(grown(quiet)).toBeLessThan(grown(train.label));
});

test('FTRL is counted by the weights that are not 0, each with its place', () => {
  const { weights } = trainFtrl(train.features, train.label, { epochs: 2 });
  const kept = weights.filter((weight) => weight !== 0).length;
  const rung = toTheEnd(logisticRung(train, scored, 2, 'ftrl'));
  expect(rung.bytes).toBe(8 * kept);
  expect(kept).toBeLessThan(491);
});

test('items cost what their formulas say', () => {
  expect(toTheEnd(logisticRung(train, scored, 1, 'adagrad')).item).toEqual({ multiplyAdds: 11, lookUps: 4 });
  expect(toTheEnd(treesRung(features, train.label, options)).item).toEqual({ multiplyAdds: 10, lookUps: 63 + 30 });
  const net = toTheEnd(netRung(train, scored, { epochs: 1, factors: 2, hidden: 3 }, mersenneTwister(1)));
  expect(net.item).toEqual({ multiplyAdds: 3 * (4 * 2 + 6 + 2) + 1, lookUps: 4 });
  expect(net.operations).toBe(3 * 2000 * 3 * (4 * 2 + 6 + 2));
});
