import { expect, test } from 'vitest';
import { mersenneTwister } from '../../src/math/mersenne-twister.ts';

// numpy.random.RandomState(42).random_sample(3)
test('the stream is that of numpy', () => {
  const random = mersenneTwister(42);
  expect([random(), random(), random()]).toEqual([0.3745401188473625, 0.9507143064099162, 0.7319939418114051]);
});

// numpy.random.RandomState(0).random_sample(1000)[-1]
test('the state is refilled after 624 words', () => {
  const random = mersenneTwister(0);
  let last = 0;
  for (let i = 0; i < 1000; i += 1) last = random();
  expect(last).toBe(0.6771411441114241);
});

test.each([-1, 1.5, 2 ** 32, NaN])('the seed %s is refused', (seed) => {
  expect(() => mersenneTwister(seed)).toThrow(RangeError);
});
