import { expect, test } from 'vitest';
import { claimOf, priceOf } from '../../../src/simulations/ann/claim.ts';
import type { FrontierRow } from '../../../src/simulations/ann/frontier-row.ts';

const row = (index: string, changes: Partial<FrontierRow>): FrontierRow => ({
  index,
  recall: 1,
  low: 0.9,
  high: 1,
  distances: 1000,
  codes: null,
  hops: null,
  fetched: null,
  bytes: 128,
  build: 0,
  reachable: null,
  projected: 128e9,
  shards: 2,
  ...changes,
});
const exact = row('Exact', {});

test('the cheapest that is good enough is claimed, however good a dearer one is', () => {
  const rows = [exact, row('A', { recall: 0.99, distances: 400 }), row('B', { recall: 0.95, distances: 200 })];
  expect(claimOf([...rows, row('C', { recall: 0.94, distances: 10 })], 10)).toBe(
    'B is the cheapest that reaches 95 % recall@10: 95 % with 200 distances a query, 5 times fewer than the 1,000 of exact search.',
  );
});

test('an index that computes more than exact search is not worth it', () => {
  expect(claimOf([exact, row('A', { distances: 1000 })], 10)).toContain('no index is worth it: A');
  expect(claimOf([exact, row('A', { distances: 999 })], 10)).toContain('A is the cheapest');
});

test('where none is good enough the best is named', () => {
  const rows = [exact, row('A', { recall: 0.5 }), row('B', { recall: 0.9, distances: 12.34 })];
  expect(claimOf(rows, 5)).toContain('the best, B, finds 90 % with 12.3 distances');
  expect(priceOf(rows, 1e9)).toBe(
    'Exact search would hold 128 bytes a vector (128 GB, 2 shards, at 1,000,000,000 vectors).',
  );
});

test('the price sets the cheapest beside the smallest that is as good', () => {
  const cheap = row('A', { distances: 100, bytes: 200, projected: 200e9, shards: 4 });
  const small = row('B', { distances: 250, bytes: 8, projected: 8e9, shards: 1, fetched: 100 });
  expect(priceOf([exact, cheap, small], 1e9)).toBe(
    'It holds 200 bytes a vector (200 GB, 4 shards, at 1,000,000,000 vectors). B holds 8 bytes a vector (8 GB, 1 shard, at 1,000,000,000 vectors), but computes 2.5 times as many distances and fetches 100 whole vectors a query from elsewhere.',
  );
  expect(priceOf([exact, row('A', { distances: 10 })], 1e9)).toContain('also the smallest');
});
