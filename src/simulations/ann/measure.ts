import { bootstrapInterval } from '../../math/bootstrap-interval.ts';
import type { Random } from '../../math/mersenne-twister.ts';
import { proportionInterval } from '../../math/proportion-interval.ts';
import { nearestKeys, type NearestKeys } from './nearest-keys.ts';
import { recallByDistance } from './recall.ts';
import { exactNearest, offerListed, queryAt, type VectorTable } from './vector-table.ts';

/** What one query of an index cost. */
export type QueryCost = { distances: number; codes: number; hops: number; fetched: number };

/** Answers a query into `nearest` and says what that cost. */
export type Answer = (query: number, nearest: NearestKeys) => QueryCost;

/** Means over queries, with the 95 % interval of the recall. */
export type Measured = QueryCost & { recall: number; low: number; high: number };

/** Enough for the ends of a 95 % interval of a mean. */
const resamples = 300;

/** The distance of the true k-th neighbour of every query, from exact search. Yields the share that is done. */
export function* trueDistances(table: VectorTable, k: number): Generator<number, Float32Array> {
  const kth = new Float32Array(table.queries);
  for (let query = 0; query < table.queries; query += 1) {
    const nearest = exactNearest(table, query, k);
    kth[query] = distancesOf(nearest).at(-1) as number;
    if (query % 16 === 15) yield (query + 1) / table.queries;
  }
  return kth;
}

/**
 * Recall and cost of an index over all queries.
 *
 * What was found is measured anew with exact distances, which is not counted as work of the index.
 * The interval is a bootstrap over queries; where it has no width, Wilson's with a query as one try.
 */
export function measure(answer: Answer, table: VectorTable, kth: Float32Array, k: number, random: Random): Measured {
  const places = Math.min(k, table.rows);
  const found = nearestKeys(places);
  const exact = nearestKeys(places);
  const recalls: number[] = [];
  const cost: QueryCost = { distances: 0, codes: 0, hops: 0, fetched: 0 };
  for (let query = 0; query < table.queries; query += 1) {
    found.clear();
    const one = answer(query, found);
    cost.distances += one.distances / table.queries;
    cost.codes += one.codes / table.queries;
    cost.hops += one.hops / table.queries;
    cost.fetched += one.fetched / table.queries;
    exact.clear();
    offerListed(table, queryAt(table, query), found, exact);
    recalls.push(recallByDistance(distancesOf(exact), kth[query] as number, places));
  }
  const recall = meanOf(recalls);
  const [low, high] = bootstrapInterval(recalls, meanOf, random, resamples);
  const wilson = proportionInterval(Math.min(1, recall) * recalls.length, recalls.length);
  return { ...cost, recall, ...(low < high ? { low, high } : wilson) };
}

function distancesOf(nearest: NearestKeys): number[] {
  const floats = new Float32Array(nearest.keys.buffer);
  return Array.from({ length: nearest.size() }, (_, rank) => floats[2 * rank + 1] as number);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
