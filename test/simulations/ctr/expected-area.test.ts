import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaUnderRoc } from '../../../src/math/area-under-roc.ts';
import { expectedArea } from '../../../src/simulations/ctr/expected-area.ts';

const rows = fc.array(fc.tuple(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.integer({ min: 0, max: 5 })), {
  minLength: 2,
  maxLength: 9,
});

test('with labels it is the area under the curve itself', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 9 })), { minLength: 2 }),
      (given) => {
        const [labels, scores] = [given.map(([label]) => label), given.map(([, score]) => score)];
        const area = areaUnderRoc(labels, scores);
        if (Number.isNaN(area)) expect(expectedArea(labels, scores)).toBeNaN();
        else expect(expectedArea(labels, scores)).toBeCloseTo(area, 12);
      },
    ),
  );
});

test('it is the sum over all ordered pairs of different rows', () => {
  fc.assert(
    fc.property(rows, (given) => {
      let won = 0;
      let all = 0;
      given.forEach(([p, score], i) =>
        given.forEach(([q, other], j) => {
          if (i === j) return;
          all += p * (1 - q);
          won += p * (1 - q) * (score > other ? 1 : score === other ? 0.5 : 0);
        }),
      );
      const truth = given.map(([p]) => p);
      const scores = given.map(([, score]) => score);
      expect(expectedArea(truth, scores)).toBeCloseTo(won / all, 10);
    }),
  );
});

test('no order beats that of the truth', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const truth = given.map(([p]) => p);
      const scores = given.map(([, score]) => score);
      expect(expectedArea(truth, scores)).toBeLessThanOrEqual(expectedArea(truth, truth) + 1e-12);
    }),
  );
});

test.each([
  [[1], [1, 2], 'as many scores as rows'],
  [[1, 0], [1, NaN], 'scores that are numbers'],
])('%j with scores %j is refused', (truth, scores, words) => {
  expect(() => expectedArea(truth, scores)).toThrow(words);
});
