import type { HnswGraph } from './hnsw-graph.ts';
import { riseToGreatest, riseToLeast, sinkFromGreatest, sinkFromLeast } from './key-heap.ts';
import type { VectorTable } from './vector-table.ts';

/** What searches have cost so far. */
export type Work = { distances: number; hops: number };

/** Searches in the layers of one graph; the buffers are made once. */
export type LayerSearch = {
  work: Work;
  /** The nearest so far, where the next search begins. */
  entry: Float64Array;
  /** Computes the key of a node and makes it the entry. */
  enterAt: (query: number, node: number) => void;
  /** Walks to nearer neighbours while there are any, on one layer after the other; leaves the entry there. */
  descend: (query: number, from: number, to: number) => void;
  /** Finds up to `ef` near nodes of a layer; returns how many now stand in `found`, in rising order. */
  search: (query: number, level: number, ef: number) => number;
  found: Float64Array;
};

/** The bytes that `layerSearch` takes from the memory: a mark for each node. */
export function markBytes(rows: number): number {
  return 4 * rows;
}

/**
 * Best-first search in a layer (algorithm 2 of the paper) with counted work.
 *
 * Marks are stamped with the number of the search, so that nothing is cleared between two. Distances of all unvisited
 * neighbours of a hop are computed in one call of the kernel; the heaps stay here, where they can be counted.
 */
export function layerSearch(table: VectorTable, graph: HnswGraph, mostEf: number): LayerSearch {
  const { arena, rowsAt, stride, keysAt, rows } = table;
  const { kernel, keys, words } = arena;
  const visitedAt = arena.take(markBytes(rows));
  const firstKey = keysAt >>> 3;
  const entry = new Float64Array(1);
  const entryWords = new Int32Array(entry.buffer);
  const candidates = new Float64Array(rows + 1);
  const candidateWords = new Int32Array(candidates.buffer);
  const found = new Float64Array(mostEf + 1);
  const work: Work = { distances: 0, hops: 0 };
  let epoch = 0;

  function enterAt(query: number, node: number): void {
    words[0] = node;
    kernel.listed(query, rowsAt, stride, 0, 1, keysAt);
    entry[0] = keys[firstKey] as number;
    work.distances += 1;
  }

  function descend(query: number, from: number, to: number): void {
    for (let level = from; level >= to; level -= 1) {
      for (let before = NaN; before !== entry[0];) {
        before = entry[0] as number;
        const at = graph.linksAt(entryWords[0] as number, level);
        const count = words[at >>> 2] as number;
        kernel.listed(query, rowsAt, stride, at + 4, count, keysAt);
        for (let i = 0; i < count; i += 1)
          if ((keys[firstKey + i] as number) < (entry[0] as number)) entry[0] = keys[firstKey + i] as number;
        work.distances += count;
        work.hops += 1;
      }
    }
  }

  function search(query: number, level: number, ef: number): number {
    epoch += 1;
    words[(visitedAt >>> 2) + (entryWords[0] as number)] = epoch;
    candidates[0] = entry[0] as number;
    found[0] = entry[0] as number;
    let waiting = 1;
    let size = 1;
    let distances = 0;
    let hops = 0;
    while (waiting > 0) {
      // 1. The nearest candidate; when it is farther than all that were found, nothing nearer can come.
      if (size === ef && (candidates[0] as number) > (found[0] as number)) break;
      const node = candidateWords[0] as number;
      waiting -= 1;
      candidates[0] = candidates[waiting] as number;
      sinkFromLeast(candidates, waiting);
      // 2. Its unvisited neighbours.
      const fresh = kernel.expand(query, rowsAt, stride, graph.linksAt(node, level), visitedAt, epoch, keysAt);
      hops += 1;
      distances += fresh;
      // 3. Those that are nearer than the farthest found enter both heaps.
      for (let i = firstKey; i < firstKey + fresh; i += 1) {
        const key = keys[i] as number;
        if (size < ef) {
          found[size] = key;
          riseToGreatest(found, size);
          size += 1;
        } else if (key < (found[0] as number)) {
          found[0] = key;
          sinkFromGreatest(found, size);
        } else continue;
        candidates[waiting] = key;
        riseToLeast(candidates, waiting);
        waiting += 1;
      }
    }
    work.distances += distances;
    work.hops += hops;
    sortHeap(found, size);
    entry[0] = found[0] as number;
    return size;
  }

  return { work, entry, enterAt, descend, search, found };
}

/** Turns a heap whose greatest key is on top into a rising run. */
function sortHeap(heap: Float64Array, size: number): void {
  for (let last = size - 1; last > 0; last -= 1) {
    const greatest = heap[0] as number;
    heap[0] = heap[last] as number;
    sinkFromGreatest(heap, last);
    heap[last] = greatest;
  }
}
