import { expect, test } from 'vitest';
import { budgetShare } from '../../../src/simulations/ctr/serving-cost.ts';

test.each([
  [{ multiplyAdds: 60_000, lookUps: 0 }, 1],
  [{ multiplyAdds: 0, lookUps: 12_000 }, 1],
  [{ multiplyAdds: 11, lookUps: 4 }, (500 * (11 + 5 * 4)) / 30e6],
])('500 items of %j take the share %f of 30 ms', (item, share) => {
  expect(budgetShare(item)).toBeCloseTo(share, 12);
});
