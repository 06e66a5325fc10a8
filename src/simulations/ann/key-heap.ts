/**
 * Binary heaps of keys (distance and id as one 64-bit float) in a typed array. A moved key is held in a local variable
 * and written once, where it comes to rest: a hole moves through the heap instead of swaps. Cost: O(log n).
 *
 * Keys never travel as arguments: a function that is not inlined would box each one.
 */

/** Lets the key at `at` rise in a heap whose least key is on top. */
export function riseToLeast(heap: Float64Array, at: number): void {
  const key = heap[at] as number;
  let hole = at;
  while (hole > 0) {
    const parent = (hole - 1) >>> 1;
    const above = heap[parent] as number;
    if (above <= key) break;
    heap[hole] = above;
    hole = parent;
  }
  heap[hole] = key;
}

/** Lets the top key sink in a heap of `count` whose least key is on top. */
export function sinkFromLeast(heap: Float64Array, count: number): void {
  const key = heap[0] as number;
  let hole = 0;
  for (let child = 1; child < count; child = 2 * hole + 1) {
    if (child + 1 < count && (heap[child + 1] as number) < (heap[child] as number)) child += 1;
    const below = heap[child] as number;
    if (key <= below) break;
    heap[hole] = below;
    hole = child;
  }
  heap[hole] = key;
}

/** Lets the key at `at` rise in a heap whose greatest key is on top. */
export function riseToGreatest(heap: Float64Array, at: number): void {
  const key = heap[at] as number;
  let hole = at;
  while (hole > 0) {
    const parent = (hole - 1) >>> 1;
    const above = heap[parent] as number;
    if (above >= key) break;
    heap[hole] = above;
    hole = parent;
  }
  heap[hole] = key;
}

/** Lets the top key sink in a heap of `count` whose greatest key is on top. */
export function sinkFromGreatest(heap: Float64Array, count: number): void {
  const key = heap[0] as number;
  let hole = 0;
  for (let child = 1; child < count; child = 2 * hole + 1) {
    if (child + 1 < count && (heap[child + 1] as number) > (heap[child] as number)) child += 1;
    const below = heap[child] as number;
    if (key >= below) break;
    heap[hole] = below;
    hole = child;
  }
  heap[hole] = key;
}
