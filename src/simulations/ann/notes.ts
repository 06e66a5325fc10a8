import type { Settings } from './settings.ts';

export const costUnit = 'distance computations per query';

export function conventionsOf(settings: Settings): Record<string, string> {
  const { k, rerank } = settings;
  return {
    recall: `recall@${k}: the share of the ${k} answers that are no farther than the true ${k}th neighbour (by distance, so that duplicates count; the same as by id where no distances tie); the mean over queries`,
    interval:
      'from, to: 95 %, bootstrap over queries; where every query has the same recall, Wilson with a query as a try',
    distance: 'squared Euclidean; of two as near, the smaller id first. For cosine, normalise the vectors first',
    distances:
      'whole distances, those to centres included; the table of PQ counts as many as there are codes, a scanned code as its parts over the dimension',
    hops: 'nodes whose neighbours were read, on all layers',
    links: 'HNSW holds up to 2M links a node on layer 0 and M above; ef below k is raised to k',
    reachable: 'the share of nodes that can be reached from the entry point on layer 0',
    memory:
      'bytes in memory a vector, with links, ids, centres and codebooks; a code is a byte a part. With re-ranking the whole vectors stand aside (on disk or on other machines) and are not counted',
    fetched: `whole vectors read from aside to re-rank the best ${rerank} candidates exactly`,
    projected: `memory at ${settings.projectTo} vectors; a shard holds ${settings.shardBytes} bytes (GB of 10^9)`,
    'build distances': 'whole distances for building: graph search and pruning, or k-means and coding',
  };
}

export const doesNotModel: readonly string[] = [
  'recall at the projected size: only memory is projected; measure recall on a sample that is as large as you can afford, because it falls as the base grows',
  'caches and memory bandwidth: a hop of the graph is a random read, a list is read in one run',
  'filters, deletions and updates, which hurt a graph more than lists',
  'residual codes, rotations (OPQ) and 4-bit codes in registers, which make IVF-PQ better than here',
  'many queries at once, replicas and the slowest shard',
];

export const sources: readonly string[] = [
  'Y. Malkov, D. Yashunin, "Efficient and robust approximate nearest neighbor search using Hierarchical Navigable Small World graphs", IEEE TPAMI 42 (2020)',
  'H. Jégou, M. Douze, C. Schmid, "Product quantization for nearest neighbor search", IEEE TPAMI 33 (2011)',
  'M. Aumüller, E. Bernhardsson, A. Faithfull, "ANN-Benchmarks", Information Systems 87 (2020)',
  'facebookresearch/faiss, benchs/README.md: PQ codes stop at a floor that no nprobe crosses, flat lists do not',
];
