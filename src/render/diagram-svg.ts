import type { DiagramBlock } from '../page.ts';
import { layoutDiagram, type DiagramLayout } from './diagram-layout.ts';
import type { Box } from './diagram-place.ts';
import { cellMask, steps, type Cell, type Route } from './diagram-route.ts';
import { escapeHtml } from './escape-html.ts';

const columns = 100;
const cellWidth = 8.6;
const cellHeight = 19;
const margin = 14;
const radius = 7;
const ground = '#f7f8fa';
const line = '#4b5563';
const lanePaints = [
  { stroke: '#0b62b8', fill: '#e8f1fb' },
  { stroke: '#b45309', fill: '#fdf1e2' },
] as const;
const font = 'system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif';

/** Draws an architecture as one self-contained SVG, with its edges told in words for those who cannot see it. */
export function diagramSvg(block: DiagramBlock): string {
  const layout = layoutDiagram(block, columns) ?? layoutDiagram(block, 3 * columns);
  if (!layout) return '';
  const width = px(layout.width * cellWidth + 2 * margin);
  const height = px((layout.height + layout.untold.length) * cellHeight + 2 * margin);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family='${font}' font-size="13">`,
    `<title>${escapeHtml(block.title || 'Architecture')}</title>`,
    `<desc>${escapeHtml(describe(block))}</desc>`,
    `<rect width="${width}" height="${height}" rx="10" fill="${ground}"/>`,
    `<g transform="translate(${margin} ${margin})">`,
    ...laneParts(layout),
    ...layout.routes.map((route) => `<path d="${routePath(route)}" fill="none" stroke="${line}" stroke-width="1.5"/>`),
    ...crossingParts(layout.routes),
    ...layout.routes.map(headPart),
    ...layout.boxes.map(boxPart),
    ...layout.labels.map(labelPart),
    ...layout.untold.map((text, i) => labelPart({ text, x: 1, y: layout.height + i })),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function describe(block: DiagramBlock): string {
  const name = (id: string): string => block.nodes.find((node) => node.id === id)?.label ?? id;
  return block.edges
    .map((edge) => `${name(edge.from)} to ${name(edge.to)}${edge.label ? ` (${edge.label})` : ''}`)
    .join('; ');
}

function laneParts(layout: DiagramLayout): string[] {
  return layout.lanes.map((lane, i) => {
    const { stroke } = lanePaints[i % lanePaints.length] ?? lanePaints[0];
    const [x, y] = [px(lane.x * cellWidth), px(lane.y * cellHeight)];
    const title = escapeHtml(lane.title.toUpperCase());
    return `<text x="${x}" y="${y + 13}" font-size="11.5" font-weight="700" letter-spacing="1" fill="${stroke}">${title}</text><path d="M${x} ${y + 20}h${px(lane.w * cellWidth)}" stroke="${stroke}" stroke-opacity=".45"/>`;
  });
}

function boxPart(box: Box): string {
  const { stroke, fill } = lanePaints[box.lane % lanePaints.length] ?? lanePaints[0];
  const [x, y] = edgeOf(box);
  const [w, h] = [(box.w - 1) * cellWidth, (box.h - 1) * cellHeight];
  const first = y + h / 2 - ((box.lines.length - 1) * 16) / 2 + 4.5;
  const lines = box.lines.map(
    (text, i) =>
      `<text x="${px(x + w / 2)}" y="${px(first + i * 16)}" text-anchor="middle" fill="#111827">${escapeHtml(text)}</text>`,
  );
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(w)}" height="${px(h)}" rx="6" fill="${fill}" stroke="${stroke}" stroke-width="1.3"/>${lines.join('')}`;
}

function edgeOf(box: Box): [number, number] {
  return [(box.x + 0.5) * cellWidth, (box.y + 0.5) * cellHeight];
}

function centre([x, y]: Cell): [number, number] {
  return [(x + 0.5) * cellWidth, (y + 0.5) * cellHeight];
}

/** From the border of the source to just before the border of the target, with rounded corners. */
function routePath(route: Route): string {
  const first = route.cells[0] ?? [0, 0];
  const last = route.cells.at(-1) ?? [0, 0];
  const [outX, outY] = steps[route.leaves] ?? [0, 0];
  const [inX, inY] = steps[route.arrives] ?? [0, 0];
  const start: Cell = [first[0] - outX, first[1] - outY];
  const [tipX, tipY] = centre([last[0] + inX, last[1] + inY]);
  const tail: [number, number] = [tipX - inX * 6, tipY - inY * 6];
  const corners = route.cells.filter((_, i) => ![5, 10].includes(cellMask(route, i))).map(centre);
  const points = [centre(start), ...corners, tail];
  return points.map((point, i) => pathStep(points, i, point)).join('');
}

function pathStep(
  points: readonly (readonly [number, number])[],
  i: number,
  [x, y]: readonly [number, number],
): string {
  const before = points[i - 1];
  const after = points[i + 1];
  if (!before) return `M${px(x)} ${px(y)}`;
  if (!after) return `L${px(x)} ${px(y)}`;
  const [ax, ay] = towards([x, y], before);
  const [bx, by] = towards([x, y], after);
  return `L${px(ax)} ${px(ay)}Q${px(x)} ${px(y)} ${px(bx)} ${px(by)}`;
}

function towards([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): [number, number] {
  const length = Math.hypot(toX - x, toY - y) || 1;
  const reach = Math.min(radius, length / 2);
  return [x + ((toX - x) / length) * reach, y + ((toY - y) / length) * reach];
}

function headPart(route: Route): string {
  const last = route.cells.at(-1) ?? [0, 0];
  const [dx, dy] = steps[route.arrives] ?? [0, 0];
  const [x, y] = centre([last[0] + dx, last[1] + dy]);
  const wing = (side: number): string => `${px(x - dx * 9 + dy * 4.5 * side)} ${px(y - dy * 9 + dx * 4.5 * side)}`;
  return `<path d="M${px(x)} ${px(y)}L${wing(1)}L${wing(-1)}Z" fill="${line}"/>`;
}

/** Where two lines cross, the upright one passes over. */
function crossingParts(routes: readonly Route[]): string[] {
  const masks = new Map<string, number>();
  const parts: string[] = [];
  for (const route of routes) {
    for (const [i, cell] of route.cells.entries()) {
      const mask = cellMask(route, i);
      const key = cell.join();
      const there = masks.get(key) ?? 0;
      if ((there === 5 && mask === 10) || (there === 10 && mask === 5)) {
        const [x, y] = centre(cell);
        parts.push(
          `<path d="M${px(x)} ${px(y - 6)}v12" stroke="${ground}" stroke-width="7"/><path d="M${px(x)} ${px(y - 7)}v14" stroke="${line}" stroke-width="1.5"/>`,
        );
      }
      masks.set(key, there | mask);
    }
  }
  return parts;
}

function labelPart(label: { text: string; x: number; y: number }): string {
  return `<text x="${px(label.x * cellWidth)}" y="${px((label.y + 0.5) * cellHeight + 4)}" font-size="11.5" fill="#374151" stroke="${ground}" stroke-width="3" paint-order="stroke">${escapeHtml(label.text)}</text>`;
}

function px(value: number): number {
  return Math.round(value * 10) / 10;
}
