import type { Random } from '../../math/mersenne-twister.ts';
import type { VectorTable } from './vector-table.ts';

/**
 * The top layer of a node of HNSW: an exponential number, rounded down, so that each layer holds 1/M of the one below.
 *
 * Formula: floor(-ln u / ln M); u = 0 stands for the least number that a stream gives, 2^-53.
 *
 * Source: Y. Malkov, D. Yashunin, "Efficient and robust approximate nearest neighbor search using Hierarchical Navigable
 * Small World graphs", IEEE TPAMI 42 (2020).
 *
 * @param u uniform from 0 to 1
 * @param links M, at least 2
 * @throws RangeError for M below 2, whose layers never end
 * @example levelOf(0.003, 16) // 2
 */
export function levelOf(u: number, links: number): number {
  if (!(links >= 2)) throw new RangeError('`levelOf` requires M of at least 2');
  return Math.floor(-Math.log(Math.max(u, 2 ** -53)) / Math.log(links));
}

/** Draws the top layer of every node. */
export function drawLevels(rows: number, links: number, random: Random): Uint8Array {
  return Uint8Array.from({ length: rows }, () => levelOf(random(), links));
}

/** Where the links of HNSW stand: each node and layer has a count and then as many ids as it may have. */
export type HnswGraph = {
  links: number;
  levels: Uint8Array;
  /** The position of a node's links on a layer. */
  linksAt: (node: number, level: number) => number;
  /** Bytes of the links of all layers. */
  bytes: number;
};

/** Layer 0 holds 2M links a node, as in the paper and in hnswlib; layers above hold M. */
export function layerCapacity(links: number, level: number): number {
  return level === 0 ? 2 * links : links;
}

/** The bytes that `layGraph` will take, layer 0 and the layers above. */
export function graphSizes(levels: Uint8Array, links: number): [number, number] {
  const above = levels.reduce((sum, level) => sum + level, 0);
  return [4 * (1 + 2 * links) * levels.length, 4 * (1 + links) * above];
}

/**
 * Sets the links aside: layer 0 as one run of `1 + 2M` words a node, the layers above in a pool with an offset a node.
 * No objects: a hop reads one run of memory.
 */
export function layGraph(table: VectorTable, levels: Uint8Array, links: number): HnswGraph {
  const [base, above] = graphSizes(levels, links);
  const baseAt = table.arena.take(base);
  const poolAt = table.arena.take(above);
  const offsets = new Int32Array(levels.length);
  let used = 0;
  for (let node = 0; node < levels.length; node += 1) {
    offsets[node] = poolAt + used;
    used += 4 * (1 + links) * (levels[node] as number);
  }
  const baseSlot = 4 * (1 + 2 * links);
  const slot = 4 * (1 + links);
  const linksAt = (node: number, level: number): number =>
    level === 0 ? baseAt + node * baseSlot : (offsets[node] as number) + (level - 1) * slot;
  return { links, levels, linksAt, bytes: base + above };
}

/**
 * The share of nodes that can be reached on layer 0 from a node. Below 1, no `ef` whatever finds the rest: pruning has cut
 * islands off, which happens with few links on clusters that lie far apart.
 */
export function reachableShare(table: VectorTable, graph: HnswGraph, from: number): number {
  const { words } = table.arena;
  const seen = new Uint8Array(table.rows);
  const queue = [from];
  seen[from] = 1;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const at = graph.linksAt(next, 0) >>> 2;
    for (let i = 1; i <= (words[at] as number); i += 1) {
      const id = words[at + i] as number;
      if (seen[id] === 0) {
        seen[id] = 1;
        queue.push(id);
      }
    }
  }
  return seen.reduce((sum, one) => sum + one, 0) / table.rows;
}
