import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runAuctions } from '../../../src/simulations/calib/auction.ts';

const eight = { minLength: 8, maxLength: 8 };
const probabilities = fc
  .array(fc.double({ min: 0.001, max: 0.02, noNaN: true }), eight)
  .map((all) => Float64Array.from(all));
const values = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), eight).map((all) => Float64Array.from(all));

test('one auction, by hand', () => {
  const truth = Float64Array.of(0.1, 0.2, 0.3, 0.4);
  const bids = Float64Array.of(1, 1, 1, 0.5);
  // Worth .1, .2, .3, .2. Odd places shout ten times: .2 * 10 and .4 * 10 * .5 tie at 2, and the first one wins .2.
  const loud = truth.map((p) => Math.min(1, 10 * p));
  expect(runAuctions(truth, truth, truth, bids)).toEqual({ lost: 0, evenWon: 1 });
  expect(runAuctions(truth, truth, loud, bids).evenWon).toBe(0);
  expect(runAuctions(truth, truth, loud, bids).lost).toBeCloseTo(1 - 0.2 / 0.3, 12);
});

test('the truth loses nothing, and nothing beats it', () => {
  fc.assert(
    fc.property(probabilities, probabilities, values, (truth, other, bids) => {
      const { lost } = runAuctions(truth, other, other, bids);
      return runAuctions(truth, truth, truth, bids).lost === 0 && lost >= 0 && lost < 1;
    }),
  );
});

test('a factor that all share changes no winner; one that half of them have wins them auctions', () => {
  fc.assert(
    fc.property(probabilities, values, (truth, bids) => {
      const loud = truth.map((p) => 8 * p);
      const [alike, mixed] = [runAuctions(truth, loud, loud, bids), runAuctions(truth, loud, truth, bids)];
      return alike.lost < 1e-12 && mixed.evenWon >= runAuctions(truth, truth, truth, bids).evenWon;
    }),
  );
});

test('rows beyond a multiple of four are left out, and fewer than four are refused', () => {
  const five = Float64Array.of(0.1, 0.2, 0.3, 0.4, 0.9);
  expect(runAuctions(five, five, five, five)).toEqual({ lost: 0, evenWon: 0 });
  expect(() => runAuctions(five.slice(0, 3), five, five, five)).toThrow('at least four rows');
});
