import { expect, test } from 'vitest';
import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import { generateClicks, sliceClicks, type ClickData } from '../../../src/simulations/ctr/click-data.ts';
import fixture from '../../fixtures/simulations/ctr.json' with { type: 'json' };

const { inputs, expected } = fixture.entries['ctr.click_data'];
const world = { baseLogit: -4.1, interaction: 0.55, nonlinearity: 0.6 };

// Rebuilt with numpy.random.RandomState from the documented order of draws.
test('numpy draws the same rows, the twenty-thousandth too', () => {
  const data = generateClicks(inputs, mersenneTwister(inputs.seed));
  for (const one of expected.rows) {
    expect(data.segment[one.row]).toBe(one.segment);
    expect(data.ad[one.row]).toBe(one.ad);
    expect(data.category[one.row]).toBe(one.category);
    expect(data.hour[one.row]).toBe(one.hour);
    expect(data.label[one.row]).toBe(one.label);
    expect(data.truth[one.row]).toBeCloseTo(one.truth, 12);
    one.x.forEach((value, i) => expect(data.x[one.row * 6 + i]).toBeCloseTo(value, 12));
  }
  expect(sum(data.truth) / inputs.rows).toBeCloseTo(expected.mean_truth, 12);
  expect(sum(data.label)).toBe(expected.clicks);
});

test('more rows leave the earlier ones alone', () => {
  const few = generateClicks({ rows: 50, ...world }, mersenneTwister(7));
  const many = generateClicks({ rows: 80, ...world }, mersenneTwister(7));
  expect(sliceClicks(many, 0, 50)).toEqual(few);
  expect(sliceClicks(many, 50, 80).rows).toBe(30);
  expect(sliceClicks(many, 50, 80).x[0]).toBe(many.x[300]);
});

test('clicks come as often as their probabilities say, within four standard errors', () => {
  const { truth, label, rows } = generateClicks({ rows: 50_000, ...world }, mersenneTwister(3));
  const variance = truth.reduce((total, p) => total + p * (1 - p), 0);
  expect(Math.abs(sum(label) - sum(truth))).toBeLessThan(4 * Math.sqrt(variance));
  expect(sum(truth) / rows).toBeGreaterThan(0.02);
  expect(sum(truth) / rows).toBeLessThan(0.06);
});

test('ids have a long tail and the sizes that they claim', () => {
  const data = generateClicks({ rows: 40_000, ...world }, mersenneTwister(5));
  expect(new Set(data.segment).size).toBe(40);
  expect(Math.max(...data.hour)).toBe(23);
  // Zipf(1, 400): the first ad has 15 % of the traffic (1 over the harmonic number 6.57).
  const first = data.ad.reduce((count, ad) => count + (ad === 0 ? 1 : 0), 0) / data.rows;
  expect(Math.abs(first - 1 / 6.5699)).toBeLessThan(4 * Math.sqrt((0.15 * 0.85) / data.rows));
});

test('each part of the log-odds can be taken away', () => {
  const flat = generateClicks({ rows: 400, baseLogit: 0, interaction: 0, nonlinearity: 0 }, mersenneTwister(5));
  const bent = generateClicks({ rows: 400, baseLogit: 0, interaction: 0, nonlinearity: 1 }, mersenneTwister(5));
  for (let row = 0; row < 400; row += 1) {
    const [x1, x2] = [bent.x[row * 6] as number, bent.x[row * 6 + 1] as number];
    const bend = Math.sign(x1 * x2) + (Math.abs(x1) > 1 ? 1 : 0);
    expect(logOdds(bent, row) - logOdds(flat, row)).toBeCloseTo(bend, 9);
  }
});

test.each([
  [{ rows: 0, ...world }, 'at least one row'],
  [{ rows: 1.5, ...world }, 'at least one row'],
  [{ rows: 10, ...world, interaction: -1 }, 'an interaction of at least 0'],
])('%j is refused', (wrong, words) => {
  expect(() => generateClicks(wrong, mersenneTwister(1))).toThrow(RangeError);
  expect(() => generateClicks(wrong, mersenneTwister(1))).toThrow(words);
});

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const logOdds = ({ truth }: ClickData, row: number): number =>
  Math.log((truth[row] as number) / (1 - (truth[row] as number)));
