import type { DiagramBlock } from '../page.ts';
import { layoutDiagram, type DiagramLayout } from './diagram-layout.ts';
import { cellMask, steps } from './diagram-route.ts';
import { drawable, glyphsFor } from './glyphs.ts';
import { drawnColumns, type Look } from './look.ts';
import { paletteFor, type Paint } from './palette.ts';
import { safeLine } from './safe-text.ts';
import { textWidth, wrapHanging } from './wrap.ts';

const widest = 80;
const narrowest = 60;

type Pen = {
  lines: readonly string[];
  heads: readonly string[];
  across: string;
  down: string;
  corners: readonly string[];
  leaves: readonly string[];
};

/** Line pieces by the sides they reach (bits: north 1, east 2, south 4, west 8). */
const unicodePen: Pen = {
  lines: [' ', '│', '─', '╰', '│', '│', '╭', '├', '─', '╯', '─', '┴', '╮', '┤', '┬', '┼'],
  heads: ['▲', '▶', '▼', '◀'],
  across: '─',
  down: '│',
  corners: ['┌', '┐', '└', '┘'],
  leaves: ['┴', '├', '┬', '┤'],
};
const asciiPen: Pen = {
  lines: [' ', '|', '-', '+', '|', '|', '+', '+', '-', '+', '-', '+', '+', '+', '+', '+'],
  heads: ['^', '>', 'v', '<'],
  across: '-',
  down: '|',
  corners: ['+', '+', '+', '+'],
  leaves: ['+', '+', '+', '+'],
};

/** Draws an architecture in characters, at most 80 columns wide; below 60 columns, or in plain mode, as an indented list. */
export function diagramLines(block: DiagramBlock, look: Look): string[] {
  const columns = Math.min(widest, drawnColumns(look));
  const layout = look.plain || columns < narrowest ? undefined : layoutDiagram(block, columns);
  const title =
    block.title === ''
      ? []
      : wrapHanging(paletteFor(look).heading(drawable(safeLine(block.title), look)), drawnColumns(look), '', '');
  if (!layout) return [...title, ...listLines(block, look)];
  const untold = layout.untold.flatMap((text) => wrapHanging(drawable(text, look), columns, '  ', '    '));
  return [...title, ...drawLayout(layout, look), ...(untold.length > 0 ? ['', 'Also:', ...untold] : [])];
}

/** Paints cells onto a grid: each holds one character and how it is coloured. */
class Canvas {
  readonly #cells: { text: string; paint: Paint | undefined }[][];

  constructor(width: number, height: number) {
    this.#cells = Array.from({ length: height }, () =>
      Array.from({ length: width }, () => ({ text: ' ', paint: undefined })),
    );
  }

  put(x: number, y: number, text: string, paint?: Paint): void {
    const row = this.#cells[y];
    let at = x;
    for (const character of text) {
      const wide = textWidth(character);
      const before = row?.[at - 1];
      if (wide === 0 && before) before.text += character;
      else if (row && at >= 0 && at < row.length) row[at] = { text: character, paint };
      if (wide === 2 && row && at + 1 < row.length) row[at + 1] = { text: '', paint };
      at += wide;
    }
  }

  lines(): string[] {
    return this.#cells.map((row) => {
      let line = '';
      for (let i = 0; i < row.length;) {
        const paint = row[i]?.paint;
        let run = '';
        for (; i < row.length && row[i]?.paint === paint; i++) run += row[i]?.text ?? '';
        line += paint ? paint(run) : run;
      }
      return line.trimEnd();
    });
  }
}

function drawLayout(layout: DiagramLayout, look: Look): string[] {
  const pen = look.unicode ? unicodePen : asciiPen;
  const palette = paletteFor(look);
  const canvas = new Canvas(layout.width, layout.height);
  drawLanes(layout, look, canvas);
  for (const box of layout.boxes) {
    const [a, b, c, d] = pen.corners;
    const bar = pen.across.repeat(box.w - 2);
    canvas.put(box.x, box.y, `${a}${bar}${b}`);
    canvas.put(box.x, box.y + box.h - 1, `${c}${bar}${d}`);
    for (let y = box.y + 1; y < box.y + box.h - 1; y++) {
      canvas.put(box.x, y, pen.down);
      canvas.put(box.x + box.w - 1, y, pen.down);
    }
    for (const [i, line] of box.lines.entries()) {
      const text = drawable(line, look);
      canvas.put(box.x + Math.floor((box.w - textWidth(text)) / 2), box.y + 1 + i, text, palette.strong);
    }
  }
  drawRoutes(layout, pen, canvas, palette.tones.good);
  for (const label of layout.labels) canvas.put(label.x, label.y, drawable(label.text, look), palette.faint);
  return canvas.lines().filter((line, i, all) => line !== '' || (i > 0 && i < all.length - 1));
}

function drawLanes(layout: DiagramLayout, look: Look, canvas: Canvas): void {
  const { heading, faint } = paletteFor(look);
  for (const lane of layout.lanes) {
    const title = drawable(lane.title.toUpperCase(), look);
    canvas.put(lane.x, lane.y, title, heading);
    const rule = lane.w - textWidth(title) - 1;
    if (rule > 0) canvas.put(lane.x + textWidth(title) + 1, lane.y, glyphsFor(look).rule.repeat(rule), faint);
  }
}

function drawRoutes(layout: DiagramLayout, pen: Pen, canvas: Canvas, paint: Paint): void {
  const masks = new Map<string, number>();
  const crossed = new Set<string>();
  for (const route of layout.routes) {
    for (const [i, [x, y]] of route.cells.entries()) {
      const key = `${x},${y}`;
      const mask = cellMask(route, i);
      const there = masks.get(key) ?? 0;
      if ((there === 5 && mask === 10) || (there === 10 && mask === 5)) crossed.add(key);
      masks.set(key, there | mask);
    }
  }
  for (const [key, mask] of masks) {
    const [x = 0, y = 0] = key.split(',').map(Number);
    canvas.put(x, y, crossed.has(key) ? pen.down : (pen.lines[mask] ?? ' '), paint);
  }
  for (const route of layout.routes) {
    const [fromX, fromY] = route.cells[0] ?? [0, 0];
    const [dx, dy] = steps[route.leaves] ?? [0, 0];
    canvas.put(fromX - dx, fromY - dy, pen.leaves[route.leaves] ?? '+', paint);
    const [x, y] = route.cells.at(-1) ?? [0, 0];
    canvas.put(x, y, pen.heads[route.arrives] ?? ' ', paint);
  }
}

/** Where there is no room for a drawing: each lane, each box, and where it leads. */
function listLines(block: DiagramBlock, look: Look): string[] {
  const label = (id: string): string =>
    drawable(safeLine(block.nodes.find((node) => node.id === id)?.label ?? id), look);
  const arrow = look.plain ? 'to' : glyphsFor(look).next;
  return block.lanes.flatMap((lane) => [
    ...wrapHanging(drawable(safeLine(lane.title), look), drawnColumns(look), '', ''),
    ...block.nodes
      .filter((node) => node.lane === lane.id)
      .flatMap((node) => {
        const ways = block.edges
          .filter((edge) => edge.from === node.id)
          .map((edge) => `${label(edge.to)}${edge.label ? ` (${drawable(safeLine(edge.label), look)})` : ''}`);
        const text = ways.length === 0 ? label(node.id) : `${label(node.id)} ${arrow} ${ways.join(', ')}`;
        return wrapHanging(text, drawnColumns(look), '  ', '      ');
      }),
  ]);
}
