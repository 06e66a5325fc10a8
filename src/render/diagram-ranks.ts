import type { DiagramBlock } from '../page.ts';

type Edge = { from: string; to: string };

export type Rows = { rows: string[][]; edges: readonly Edge[] };

/**
 * The rows of one lane, top to bottom: every node stands below what feeds it, neighbours ordered so that few lines cross.
 * An edge that passes a row has a stand-in there (its name starts with a space), which keeps a way free for it.
 */
export function laneRows(block: DiagramBlock, lane: string): Rows {
  const ids = block.nodes.filter((node) => node.lane === lane).map((node) => node.id);
  const inside = block.edges.filter(
    (edge) => edge.from !== edge.to && ids.includes(edge.from) && ids.includes(edge.to),
  );
  const ranks = rankNodes(ids, withoutCycles(ids, inside));
  const rows: string[][] = Array.from({ length: Math.max(0, ...ranks.values()) + 1 }, () => []);
  for (const id of ids) rows[ranks.get(id) ?? 0]?.push(id);
  const edges = withStandIns(withoutCycles(ids, inside), ranks, rows);
  return { rows: orderRows(rows, edges), edges };
}

/** Tells whether a name in a row stands in for an edge that passes. */
export function isStandIn(id: string): boolean {
  return id.startsWith(' ');
}

function withStandIns(edges: readonly Edge[], ranks: ReadonlyMap<string, number>, rows: readonly string[][]): Edge[] {
  return edges.flatMap((edge, index) => {
    const [first, last] = [ranks.get(edge.from) ?? 0, ranks.get(edge.to) ?? 0];
    const names = Array.from({ length: Math.max(0, last - first - 1) }, (_, i) => ` ${index}.${i}`);
    for (const [i, name] of names.entries()) rows[first + 1 + i]?.push(name);
    const chain = [edge.from, ...names, edge.to];
    return chain.slice(1).map((to, i) => ({ from: chain[i] ?? '', to }));
  });
}

/** Leaves out the edges that lead back to where a walk came from. */
function withoutCycles(ids: readonly string[], edges: readonly Edge[]): Edge[] {
  const state = new Map<string, 'open' | 'done'>();
  const kept: Edge[] = [];
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const edge of edges) {
      if (edge.from !== id || state.get(edge.to) === 'open') continue;
      kept.push(edge);
      if (!state.has(edge.to)) visit(edge.to);
    }
    state.set(id, 'done');
  };
  const fed = new Set(edges.map((edge) => edge.to));
  for (const id of [...ids.filter((one) => !fed.has(one)), ...ids]) if (!state.has(id)) visit(id);
  return kept;
}

/** Longest way from a source; then each node that feeds at least as many as feed it moves down to what it feeds. */
function rankNodes(ids: readonly string[], edges: readonly Edge[]): Map<string, number> {
  const ranks = new Map(ids.map((id) => [id, 0]));
  for (let round = 0; round < ids.length; round++) {
    for (const edge of edges) ranks.set(edge.to, Math.max(ranks.get(edge.to) ?? 0, (ranks.get(edge.from) ?? 0) + 1));
  }
  for (const id of ids.toSorted((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0))) {
    const below = edges.filter((edge) => edge.from === id).map((edge) => ranks.get(edge.to) ?? 0);
    if (below.length > 0 && edges.filter((edge) => edge.to === id).length <= below.length)
      ranks.set(id, Math.min(...below) - 1);
  }
  return ranks;
}

function orderRows(rows: readonly (readonly string[])[], edges: readonly Edge[]): string[][] {
  let current = rows.map((row) => [...row]);
  let best = current;
  for (let sweep = 0; sweep < 8 && crossings(best, edges) > 0; sweep++) {
    current = sweepRows(current, edges, sweep % 2 === 0);
    if (crossings(current, edges) < crossings(best, edges)) best = current;
  }
  return best;
}

/** Sorts each row by the mean place of its neighbours above (going down) or below (going up). */
function sweepRows(rows: readonly (readonly string[])[], edges: readonly Edge[], down: boolean): string[][] {
  const places = placesOf(rows);
  const result = rows.map((row) => [...row]);
  for (const row of down ? result : result.toReversed()) {
    const wanted = new Map(row.map((id) => [id, meanPlace(id, edges, places, down)]));
    row.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
    for (const [i, id] of row.entries()) places.set(id, (i + 0.5) / row.length);
  }
  return result;
}

function meanPlace(id: string, edges: readonly Edge[], places: ReadonlyMap<string, number>, down: boolean): number {
  const near = edges
    .filter((edge) => (down ? edge.to : edge.from) === id)
    .map((edge) => places.get(down ? edge.from : edge.to) ?? 0);
  return near.length === 0 ? (places.get(id) ?? 0) : near.reduce((sum, x) => sum + x, 0) / near.length;
}

function placesOf(rows: readonly (readonly string[])[]): Map<string, number> {
  return new Map(rows.flatMap((row) => row.map((id, i) => [id, (i + 0.5) / row.length] as const)));
}

function crossings(rows: readonly (readonly string[])[], edges: readonly Edge[]): number {
  const places = placesOf(rows);
  const rowOf = new Map(rows.flatMap((row, r) => row.map((id) => [id, r] as const)));
  const spans = edges.map((edge) => ({
    r1: rowOf.get(edge.from) ?? 0,
    r2: rowOf.get(edge.to) ?? 0,
    x1: places.get(edge.from) ?? 0,
    x2: places.get(edge.to) ?? 0,
  }));
  let count = 0;
  for (const [i, a] of spans.entries()) {
    for (const b of spans.slice(i + 1)) {
      const overlap = Math.max(a.r1, b.r1) < Math.min(a.r2, b.r2);
      if (overlap && (a.x1 - b.x1) * (a.x2 - b.x2) < 0) count++;
    }
  }
  return count;
}
