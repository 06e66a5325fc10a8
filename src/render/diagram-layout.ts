import type { DiagramBlock } from '../page.ts';
import { placeDiagram, type Box, type Lane } from './diagram-place.ts';
import { cellMask, routeEdges, type Cell, type Route } from './diagram-route.ts';
import { safeLine } from './safe-text.ts';
import { textWidth } from './wrap.ts';

export type EdgeLabel = { text: string; x: number; y: number };
/** A drawing of an architecture on a grid of character cells: terminal and SVG draw the same one. */
export type DiagramLayout = {
  width: number;
  height: number;
  boxes: readonly Box[];
  lanes: readonly Lane[];
  routes: readonly Route[];
  labels: readonly EdgeLabel[];
  /** Edges whose words found no room, or that found no way: told below the drawing. */
  untold: readonly string[];
};

const leastRoomBesideLanes = 2;

/** Lays an architecture out in at most so many columns; nothing when it does not fit. */
export function layoutDiagram(block: DiagramBlock, columns: number): DiagramLayout | undefined {
  const placement = placeDiagram(block, columns);
  if (!placement) return undefined;
  const routes = routeEdges(placement, block.edges);
  const squeezed = squeezeRows({ ...placement, routes });
  const { labels, unplaced } = placeLabels(block, squeezed);
  const lost = block.edges.map((_, i) => i).filter((i) => !routes.some((route) => route.edge === i));
  return { ...squeezed, labels, untold: [...unplaced, ...lost].sort((a, b) => a - b).map((i) => edgeText(block, i)) };
}

function edgeText(block: DiagramBlock, index: number): string {
  const edge = block.edges[index];
  const name = (id: string | undefined): string =>
    safeLine(block.nodes.find((node) => node.id === id)?.label ?? id ?? '');
  return `${name(edge?.from)} → ${name(edge?.to)}${edge?.label ? `: ${safeLine(edge.label)}` : ''}`;
}

type Drawing = {
  width: number;
  height: number;
  boxes: readonly Box[];
  lanes: readonly Lane[];
  routes: readonly Route[];
};

/** Takes out the rows and columns where nothing happens: only straight lines pass, or nothing at all. */
function squeezeRows(drawing: Drawing): Drawing {
  const busyRows = new Set<number>();
  const busyColumns = new Set<number>();
  const fill = (set: Set<number>, from: number, size: number): void => {
    for (let i = from; i < from + size; i++) set.add(i);
  };
  for (const box of drawing.boxes) {
    fill(busyRows, box.y, box.h);
    busyRows.add(box.y - 1);
    fill(busyColumns, box.x - 1, box.w + 2);
  }
  for (const lane of drawing.lanes) {
    busyRows.add(lane.y);
    fill(busyColumns, lane.x, lane.w);
  }
  for (const route of drawing.routes) {
    for (const [i, [x, y]] of route.cells.entries()) {
      const mask = cellMask(route, i);
      if (mask !== 5 || i === route.cells.length - 1) busyRows.add(y);
      if (mask !== 10 || i === route.cells.length - 1)
        fill(busyColumns, x - leastRoomBesideLanes + 1, 2 * leastRoomBesideLanes - 1);
    }
  }
  const row = compressor(busyRows, drawing.height);
  const column = compressor(busyColumns, drawing.width);
  return {
    width: column(drawing.width),
    height: row(drawing.height),
    boxes: drawing.boxes.map((box) => ({ ...box, x: column(box.x), y: row(box.y) })),
    lanes: drawing.lanes.map((lane) => ({
      ...lane,
      x: column(lane.x),
      y: row(lane.y),
      w: column(lane.x + lane.w) - column(lane.x),
      h: row(lane.y + lane.h) - row(lane.y),
    })),
    routes: drawing.routes.map((route) => ({
      ...route,
      cells: squeezedCells(route, busyRows, busyColumns, row, column),
    })),
  };
}

function squeezedCells(
  route: Route,
  rows: ReadonlySet<number>,
  columns: ReadonlySet<number>,
  row: (y: number) => number,
  column: (x: number) => number,
): Cell[] {
  return route.cells
    .filter(([x, y], i) => (cellMask(route, i) === 5 ? rows.has(y) : cellMask(route, i) === 10 ? columns.has(x) : true))
    .map(([x, y]): Cell => [column(x), row(y)]);
}

/** Maps an old line number to the count of busy lines before it. */
function compressor(busy: ReadonlySet<number>, size: number): (line: number) => number {
  const before: number[] = [0];
  for (let i = 0; i < size; i++) before.push((before[i] ?? 0) + (busy.has(i) ? 1 : 0));
  return (line) => before[Math.max(0, Math.min(size, line))] ?? 0;
}

/** Writes each edge's words beside a stretch of line that is its own, as near to its head as there is room. */
function placeLabels(block: DiagramBlock, drawing: Drawing): { labels: EdgeLabel[]; unplaced: number[] } {
  const taken = new Map<string, number>();
  const note = (x: number, y: number): void => void taken.set(`${x},${y}`, (taken.get(`${x},${y}`) ?? 0) + 1);
  for (const box of drawing.boxes)
    for (let y = box.y; y < box.y + box.h; y++) for (let x = box.x; x < box.x + box.w; x++) note(x, y);
  for (const lane of drawing.lanes) for (let x = lane.x; x < lane.x + lane.w; x++) note(x, lane.y);
  for (const route of drawing.routes) for (const [x, y] of route.cells) note(x, y);
  const labels: EdgeLabel[] = [];
  const unplaced: number[] = [];
  for (const route of drawing.routes) {
    const text = safeLine(block.edges[route.edge]?.label ?? '');
    if (text === '') continue;
    const spot = findSpot(route, textWidth(text), taken, drawing);
    if (!spot) unplaced.push(route.edge);
    else {
      labels.push({ text, ...spot });
      for (let x = spot.x; x < spot.x + textWidth(text); x++) note(x, spot.y);
    }
  }
  return { labels, unplaced };
}

function findSpot(
  route: Route,
  width: number,
  taken: ReadonlyMap<string, number>,
  drawing: Drawing,
): { x: number; y: number } | undefined {
  const free = (x: number, y: number, size: number): boolean =>
    x >= 0 &&
    x + size <= drawing.width &&
    Array.from({ length: size }, (_, i) => x + i).every((at) => !taken.has(`${at},${y}`));
  const spots = route.cells.flatMap(([x, y], i) => {
    if ((taken.get(`${x},${y}`) ?? 0) > 1) return [];
    const mask = cellMask(route, i);
    const late = route.cells.length - 1 - i;
    if (mask === 10)
      return [
        {
          x: x - Math.floor(width / 2),
          y: y - 1,
          cost: late + 6,
          from: x - Math.floor(width / 2) - 1,
          size: width + 2,
        },
      ];
    return [
      { x: x + 2, y, cost: late, from: x + 1, size: width + 2 },
      { x: x - 1 - width, y, cost: late + 2, from: x - 2 - width, size: width + 2 },
    ];
  });
  return spots.filter((spot) => free(spot.from, spot.y, spot.size)).sort((a, b) => a.cost - b.cost)[0];
}
