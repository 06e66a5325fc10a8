import type { DiagramBlock } from '../page.ts';
import { isStandIn, laneRows, type Rows } from './diagram-ranks.ts';
import { safeLine } from './safe-text.ts';
import { textWidth, wrapLines } from './wrap.ts';

/** A box in character cells, with the lines of its label. */
export type Box = { id: string; lane: number; lines: readonly string[]; x: number; y: number; w: number; h: number };
export type Lane = { title: string; x: number; y: number; w: number; h: number };
export type Placement = { boxes: readonly Box[]; lanes: readonly Lane[]; width: number; height: number };

type Size = { lines: readonly string[]; w: number; h: number };
type LaneDraft = Rows & { title: string; sizes: ReadonlyMap<string, Size>; width: number; offset: number };

const boxGap = 4;
const sideMargin = 3;
const channel = 6;
const rowGap = 7;
const labelWidths = [18, 16, 14, 12, 10];

/** Places the boxes: lanes side by side where they fit into the columns, else one below the other; nothing when neither fits. */
export function placeDiagram(block: DiagramBlock, columns: number): Placement | undefined {
  const drafts = labelWidths.map((labelWidth) => draftLanes(block, labelWidth, columns - 2 * sideMargin));
  const beside = drafts.find(
    (lanes) => 2 * sideMargin + channel * (lanes.length - 1) + sum(lanes.map((lane) => lane.width)) <= columns,
  );
  if (beside) return sideBySide(block, beside);
  const below = drafts
    .slice(2)
    .find((lanes) => 2 * sideMargin + Math.max(0, ...lanes.map((lane) => lane.width)) <= columns);
  if (below) return stacked(below, columns);
  return undefined;
}

function draftLanes(block: DiagramBlock, labelWidth: number, room: number): LaneDraft[] {
  return block.lanes
    .filter((lane) => block.nodes.some((node) => node.lane === lane.id))
    .map((lane) => {
      const sizes = new Map(block.nodes.map((node) => [node.id, boxSize(node.label, labelWidth)]));
      const { rows: whole, edges } = laneRows(block, lane.id);
      for (const id of whole.flat().filter(isStandIn)) sizes.set(id, { lines: [], w: 1, h: 0 });
      const rows = whole.flatMap((row) => splitRow(row, sizes, room));
      const width = Math.max(textWidth(lane.title), ...rows.map((row) => rowWidth(row, sizes)));
      return { title: safeLine(lane.title), rows, edges, sizes, width, offset: 0 };
    });
}

function boxSize(label: string, labelWidth: number): Size {
  const lines = wrapLines(safeLine(label), labelWidth);
  return { lines, w: Math.max(3, ...lines.map(textWidth)) + 4, h: lines.length + 2 };
}

function rowWidth(row: readonly string[], sizes: ReadonlyMap<string, Size>): number {
  return sum(row.map((id) => sizes.get(id)?.w ?? 0)) + boxGap * (row.length - 1);
}

function splitRow(row: readonly string[], sizes: ReadonlyMap<string, Size>, room: number): string[][] {
  if (row.length < 2 || rowWidth(row, sizes) <= room) return [[...row]];
  const half = Math.ceil(row.length / 2);
  return [...splitRow(row.slice(0, half), sizes, room), ...splitRow(row.slice(half), sizes, room)];
}

function sideBySide(block: DiagramBlock, drafts: readonly LaneDraft[]): Placement {
  const lanes = withOffsets(block, drafts);
  const count = Math.max(...lanes.map((lane) => lane.rows.length + lane.offset));
  const heights = Array.from({ length: count }, (_, r) =>
    Math.max(3, ...lanes.flatMap((lane) => rowHeights(lane, r - lane.offset))),
  );
  const tops = heights.map((_, r) => 2 + rowGap + sum(heights.slice(0, r)) + rowGap * r);
  const height = 2 + rowGap + sum(heights) + rowGap * count;
  let x = sideMargin;
  const placed = lanes.map((lane, index) => {
    const boxes = laneBoxes(lane, index, x, (row) => tops[row + lane.offset] ?? 0);
    const frame = { title: lane.title, x, y: 0, w: lane.width, h: height };
    x += lane.width + channel;
    return { boxes, frame };
  });
  return {
    boxes: placed.flatMap((one) => one.boxes),
    lanes: placed.map((one) => one.frame),
    width: x - channel + sideMargin,
    height,
  };
}

function stacked(lanes: readonly LaneDraft[], columns: number): Placement {
  const width = Math.min(columns, Math.max(...lanes.map((lane) => lane.width)) + 2 * sideMargin);
  let y = 0;
  const placed = lanes.map((lane, index) => {
    const heights = lane.rows.map((_, r) => Math.max(3, ...rowHeights(lane, r)));
    const top = y + 2 + rowGap;
    const boxes = laneBoxes(
      { ...lane, width: width - 2 * sideMargin },
      index,
      sideMargin,
      (row) => top + sum(heights.slice(0, row)) + rowGap * row,
    );
    const h = 2 + rowGap + sum(heights) + rowGap * heights.length;
    const frame = { title: lane.title, x: sideMargin, y, w: width - 2 * sideMargin, h };
    y += h + 1;
    return { boxes, frame };
  });
  return { boxes: placed.flatMap((one) => one.boxes), lanes: placed.map((one) => one.frame), width, height: y };
}

/** Moves a shorter lane down to where the lines between the lanes are shortest. */
function withOffsets(block: DiagramBlock, lanes: readonly LaneDraft[]): LaneDraft[] {
  const longest = Math.max(...lanes.map((lane) => lane.rows.length));
  const main = lanes.find((lane) => lane.rows.length === longest);
  return lanes.map((lane) => {
    if (lane === main || !main) return lane;
    const rowIn = (draft: LaneDraft, id: string): number => draft.rows.findIndex((row) => row.includes(id));
    const pairs = block.edges
      .flatMap((edge) => [[edge.from, edge.to] as const, [edge.to, edge.from] as const])
      .map(([a, b]) => [rowIn(lane, a), rowIn(main, b)] as const)
      .filter(([a, b]) => a >= 0 && b >= 0);
    const cost = (offset: number): number => sum(pairs.map(([a, b]) => Math.abs(a + offset - b)));
    const offsets = Array.from({ length: longest - lane.rows.length + 1 }, (_, i) => i);
    return { ...lane, offset: offsets.reduce((best, one) => (cost(one) < cost(best) ? one : best), 0) };
  });
}

function rowHeights(lane: LaneDraft, row: number): number[] {
  return (lane.rows[row] ?? []).map((id) => lane.sizes.get(id)?.h ?? 3);
}

function laneBoxes(lane: LaneDraft, index: number, left: number, top: (row: number) => number): Box[] {
  const centres = new Map<string, number>();
  for (const row of lane.rows)
    for (const [i, id] of row.entries()) centres.set(id, ((i + 0.5) / row.length) * lane.width);
  for (let round = 0; round < 10; round++) {
    for (const row of round % 2 === 0 ? lane.rows : lane.rows.toReversed()) settleRow(row, lane, centres);
  }
  return lane.rows.flatMap((row, r) =>
    row
      .filter((id) => !isStandIn(id))
      .map((id) => {
        const size = lane.sizes.get(id) ?? boxSize(id, 10);
        return { id, lane: index, ...size, x: left + Math.round((centres.get(id) ?? 0) - size.w / 2), y: top(r) };
      }),
  );
}

/** Draws each box of a row towards its neighbours, then apart until none overlap. */
function settleRow(row: readonly string[], lane: LaneDraft, centres: Map<string, number>): void {
  const widths = row.map((id) => lane.sizes.get(id)?.w ?? 0);
  const wanted = row.map((id, i) => wantedCentre(id, lane, centres) - (widths[i] ?? 0) / 2);
  const fromLeft: number[] = [];
  for (const [i, x] of wanted.entries())
    fromLeft.push(Math.max(x, i === 0 ? 0 : (fromLeft[i - 1] ?? 0) + (widths[i - 1] ?? 0) + boxGap));
  const fromRight: number[] = [];
  for (let i = row.length - 1; i >= 0; i--) {
    const limit = i === row.length - 1 ? lane.width : (fromRight[i + 1] ?? 0) - boxGap;
    fromRight[i] = Math.min(wanted[i] ?? 0, limit - (widths[i] ?? 0));
  }
  const middle = row.map((_, i) => Math.round(((fromLeft[i] ?? 0) + (fromRight[i] ?? 0)) / 2));
  const most = lane.width - sum(widths) - boxGap * (row.length - 1);
  let edge = 0;
  for (const [i, id] of row.entries()) {
    const before = sum(widths.slice(0, i)) + boxGap * i;
    const x = Math.min(Math.max(middle[i] ?? 0, edge), most + before);
    centres.set(id, x + (widths[i] ?? 0) / 2);
    edge = x + (widths[i] ?? 0) + boxGap;
  }
}

function wantedCentre(id: string, lane: LaneDraft, centres: ReadonlyMap<string, number>): number {
  const near = lane.edges
    .flatMap((edge) => (edge.from === id ? [edge.to] : edge.to === id ? [edge.from] : []))
    .flatMap((other) => centres.get(other) ?? []);
  return near.length === 0 ? (centres.get(id) ?? 0) : sum(near) / near.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
