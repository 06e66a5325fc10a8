import { expect, test } from 'vitest';
import type { ResultRow } from '../../../src/domain/simulation-result.ts';
import { bestModel, claimOf, figureOf, ladderPlot, priceOf } from '../../../src/simulations/ctr/findings.ts';

const row = (model: string, ne: number, more: ResultRow = {}): ResultRow => ({
  model,
  ne,
  logLoss: ne * 0.15,
  belowLr: 1 - ne / 0.94,
  belowLrError: 0.004,
  operations: 100,
  bytes: 10,
  budgetShare: 0.001,
  ...more,
});
const logistic = row('LR', 0.94);
const trees = row('GBDT', 0.91, { operations: 1200, bytes: 70, budgetShare: 0.019 });
const bayes = row('Bayes (true p)', 0.86, { operations: 0 });
const base = row('base rate', 1, { operations: 0 });

test('the best honest model is named with its gain and the gap it closes', () => {
  const claim = claimOf([base, logistic, trees, bayes]);
  expect(claim).toContain('GBDT comes lowest: normalised entropy 0.9100, 3.2 % below LR (± 0.4 %)');
  expect(claim).toContain('LR is 3.3 % behind');
  expect(claim).toContain('closes 37.5 % of the gap between LR and the best possible, 0.8600');
});

test('where logistic regression is best, the claim turns round', () => {
  const rows = [base, logistic, row('GBDT', 0.95), bayes];
  expect(claimOf(rows)).toBe(
    'No model does better than LR here (normalised entropy 0.9400). The best possible is 0.8600.',
  );
  expect(priceOf(rows)).toBe('LR is also the cheapest: 0.10 % of the budget for 500 candidates.');
});

test('a gain within its interval is called noise', () => {
  expect(claimOf([logistic, row('FM', 0.9395), bayes])).toContain('is within the noise of these test rows');
});

test('without true probabilities it says so', () => {
  expect(claimOf([logistic, trees])).toContain('Nobody knows the true probabilities');
});

test.each([
  [0.92, 'raises it from 0.9000 to 0.9200.'],
  [0.95, 'raises it from 0.9000 to 0.9500, worse than plain LR.'],
  [1.01, 'raises it from 0.9000 to 1.0100, worse than the base rate.'],
  [0.9, 'does no harm here: 0.9000 to 0.9000.'],
])('a leak that ends at %f is told as it is', (ne, words) => {
  const rows = [logistic, row('GBDT + LR', 0.9), row('GBDT + LR, same rows', ne), bayes];
  expect(claimOf(rows)).toContain(`Fitting LR on the rows that grew the trees ${words}`);
});

test('a leaked model is never the best one', () => {
  expect(bestModel([base, logistic, trees, row('GBDT, rates in fold', 0.87), bayes])).toBe('GBDT');
});

test('the price compares operations, bytes and budget with logistic regression', () => {
  expect(priceOf([base, logistic, trees, bayes])).toBe(
    'GBDT takes 12 times the training operations of LR and 7 times its bytes; 500 candidates take 1.90 % of 30 ms against 0.10 %.',
  );
});

test('the plot has a point a learnt model and the best possible as a line', () => {
  const series = ladderPlot([base, logistic, trees, bayes])[0]?.series ?? [];
  expect(series.map((one) => [one.name, one.points])).toEqual([
    ['LR', [[100, 0.94]]],
    ['GBDT', [[1200, 0.91]]],
    [
      'Bayes (true p)',
      [
        [100, 0.86],
        [1200, 0.86],
      ],
    ],
  ]);
});

test('a figure that is not there is NaN', () => {
  expect(figureOf([logistic], 'LR', 'auc')).toBeNaN();
  expect(figureOf([logistic], 'MLP', 'ne')).toBeNaN();
});
