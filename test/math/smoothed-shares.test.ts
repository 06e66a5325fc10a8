import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noSmoothing, smoothedShares } from '../../src/math/smoothed-shares.ts';

test.each([
  ['nothing smoothed', noSmoothing, [0.75, 0.25, 0]],
  ['a floor raises what is below it and nothing else', { floor: 0.3 }, [0.75, 0.3, 0.3]],
  ['one row added to every bin', { count: 1 }, [4 / 7, 2 / 7, 1 / 7]],
])('%s', (_, smoothing, expected) => {
  const shares = [...smoothedShares([3, 1, 0], smoothing)];
  expected.forEach((share, i) => expect(shares[i]).toBeCloseTo(share, 14));
});

test('added rows leave a sum of 1', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 1 }),
      fc.double({ min: 0.01, max: 5, noNaN: true }),
      (counts, count) => {
        expect(smoothedShares(counts, { count }).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
      },
    ),
  );
});

test.each([[[]], [[0, 0]], [[1, -1]], [[1, NaN]]])('the counts %j are refused', (counts) => {
  expect(() => smoothedShares(counts, noSmoothing)).toThrow(RangeError);
});
