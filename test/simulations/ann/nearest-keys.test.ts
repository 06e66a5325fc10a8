import fc from 'fast-check';
import { expect, test } from 'vitest';
import { riseToGreatest, riseToLeast, sinkFromGreatest, sinkFromLeast } from '../../../src/simulations/ann/key-heap.ts';
import { nearestKeys } from '../../../src/simulations/ann/nearest-keys.ts';

const numbers = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 });

test('the nearest are the least, sorted, however they arrive', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 12 }), fc.nat(60), (values, most, cut) => {
      const nearest = nearestKeys(most);
      const source = Float64Array.from(values);
      const first = Math.min(cut, values.length);
      nearest.offer(source, 0, first);
      nearest.offer(source, first, values.length - first);
      expect([...nearest.keys.subarray(0, nearest.size())]).toEqual([...values].sort((a, b) => a - b).slice(0, most));
    }),
  );
});

test('there is no limit until every place is taken; then it is the farthest distance', () => {
  const source = new Float64Array(2);
  new Float32Array(source.buffer).set([0, 1.5, 0, 2.5]);
  const nearest = nearestKeys(2);
  nearest.offer(source, 0, 1);
  expect(nearest.limit()).toBe(Infinity);
  nearest.offer(source, 1, 1);
  expect(nearest.limit()).toBe(2.5);
  nearest.clear();
  expect([nearest.size(), nearest.limit()]).toEqual([0, Infinity]);
});

test('a buffer without a place is refused', () => {
  expect(() => nearestKeys(0)).toThrow('requires at least one place');
});

test('what rises into a heap comes out in order', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const [least, greatest] = [new Float64Array(values.length + 1), new Float64Array(values.length + 1)];
      values.forEach((value, i) => {
        least[i] = value;
        riseToLeast(least, i);
        greatest[i] = value;
        riseToGreatest(greatest, i);
      });
      const drawn = (heap: Float64Array, sink: (heap: Float64Array, count: number) => void): number[] =>
        values.map((_, taken) => {
          const top = heap[0] as number;
          const left = values.length - taken - 1;
          heap[0] = heap[left] as number;
          sink(heap, left);
          return top;
        });
      const sorted = [...values].sort((a, b) => a - b);
      expect(drawn(least, sinkFromLeast)).toEqual(sorted);
      expect(drawn(greatest, sinkFromGreatest)).toEqual(sorted.reverse());
    }),
  );
});
