import type { FrontierRow } from './frontier-row.ts';

/** What an index must reach to be counted as good enough. */
const goodEnough = 0.95;

/** The cheapest row that is good enough, beside exact search; or that there is none. */
export function claimOf(rows: readonly FrontierRow[], k: number): string {
  const [exact, ...others] = rows;
  if (!exact) return '';
  const [cheapest] = [...others].filter(reaches).sort((a, b) => a.distances - b.distances);
  const [best] = [...others].sort((a, b) => b.recall - a.recall);
  if (!cheapest)
    return best
      ? `No setting here reaches ${percent(goodEnough)} recall@${k}: the best, ${best.index}, finds ${percent(best.recall)} with ${figure(best.distances)} distances a query; exact search needs ${figure(exact.distances)}.`
      : '';
  if (cheapest.distances >= exact.distances)
    return `At this size no index is worth it: ${cheapest.index} finds ${percent(cheapest.recall)} of the true ${k} with ${figure(cheapest.distances)} distances a query, and exact search needs only ${figure(exact.distances)}.`;
  return `${cheapest.index} is the cheapest that reaches ${percent(goodEnough)} recall@${k}: ${percent(cheapest.recall)} with ${figure(cheapest.distances)} distances a query, ${figure(exact.distances / cheapest.distances)} times fewer than the ${figure(exact.distances)} of exact search.`;
}

/** What that costs in memory and shards, beside the smallest index that is as good. */
export function priceOf(rows: readonly FrontierRow[], projectTo: number): string {
  const good = rows.slice(1).filter(reaches);
  const [cheapest] = [...good].sort((a, b) => a.distances - b.distances);
  const [smallest] = [...good].sort((a, b) => a.projected - b.projected || a.distances - b.distances);
  if (!cheapest || !smallest) {
    const [exact] = rows;
    return exact ? `Exact search would hold ${held(exact, projectTo)}.` : '';
  }
  if (cheapest === smallest) return `It is also the smallest that does so: ${held(cheapest, projectTo)}.`;
  const fetched = smallest.fetched
    ? ` and fetches ${figure(smallest.fetched)} whole vectors a query from elsewhere`
    : '';
  const ratio = smallest.distances / cheapest.distances;
  return `It holds ${held(cheapest, projectTo)}. ${smallest.index} holds ${held(smallest, projectTo)}, but computes ${figure(ratio)} times as many distances${fetched}.`;
}

function held(row: FrontierRow, projectTo: number): string {
  const shards = `${row.shards} ${row.shards === 1 ? 'shard' : 'shards'}`;
  return `${figure(row.bytes)} bytes a vector (${figure(row.projected / 1e9)} GB, ${shards}, at ${figure(projectTo)} vectors)`;
}

function reaches(row: FrontierRow): boolean {
  return row.recall >= goodEnough;
}

function percent(share: number): string {
  return `${figure(share * 100)} %`;
}

/** Three significant digits, whole from a thousand on, with groups of three: the same on every machine. */
function figure(value: number): string {
  const rounded = Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
  return String(rounded).replace(/\B(?=(?:\d{3})+$)(?<!\.\d*)/gu, ',');
}
