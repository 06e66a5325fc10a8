/** A stream of random numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

const size = 624;
const period = 397;

/**
 * Mersenne Twister (MT19937) with 53-bit doubles, the stream of `numpy.random.RandomState(seed).random_sample()`.
 * For anything that must come out the same on every machine. Cost: O(1) a number, 2.5 kB of state.
 *
 * Source: M. Matsumoto, T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998).
 *
 * @param seed a whole number from 0 to 2^32 - 1
 * @throws RangeError for any other seed
 * @example mersenneTwister(42)() // 0.3745401188473625
 */
export function mersenneTwister(seed: number): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new RangeError('`mersenneTwister` requires a whole seed from 0 to 4294967295');
  const state = new Uint32Array(size);
  state[0] = seed;
  for (let i = 1; i < size; i += 1) {
    const before = state[i - 1] as number;
    state[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
  }
  let at = size;

  const refill = (): void => {
    for (let i = 0; i < size; i += 1) {
      const mixed = ((state[i] as number) & 0x80000000) | ((state[(i + 1) % size] as number) & 0x7fffffff);
      state[i] = (state[(i + period) % size] as number) ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
    }
    at = 0;
  };

  const next = (): number => {
    if (at >= size) refill();
    let y = state[at] as number;
    at += 1;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  };

  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}
