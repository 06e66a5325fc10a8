import type { PlotBlock } from '../page.ts';
import { drawable } from './glyphs.ts';
import { drawnColumns, type Look } from './look.ts';
import { paletteFor, type Paint } from './palette.ts';
import { spanAxis, type Axis } from './plot-axis.ts';
import { safeLine } from './safe-text.ts';
import { padText, textWidth, wrapHanging } from './wrap.ts';

const widest = 76;
const rows = 14;
const unicodeMarks = ['●', '○', '▲', '△', '■', '□'];
const asciiMarks = ['o', 'x', '*', '+', '#', '@'];

/** Draws a plot in characters; in plain mode, or with no room for axes, as the numbers themselves. */
export function plotLines(block: PlotBlock, look: Look): string[] {
  const columns = Math.min(widest, drawnColumns(look));
  const palette = paletteFor(look);
  const title = wrapHanging(palette.heading(drawable(safeLine(block.title), look)), drawnColumns(look), '', '');
  if (look.plain || columns < 36) return [...title, ...numberLines(block, look)];
  const y = spanAxis(
    block.y,
    block.series.flatMap((one) => one.points.map((point) => point[1])),
    5,
  );
  const left = Math.max(...y.ticks.map((tick) => textWidth(tick.text)));
  const width = columns - left - 2;
  const x = spanAxis(
    block.x,
    block.series.flatMap((one) => one.points.map((point) => point[0])),
    Math.floor(width / 12),
  );
  const marks = look.unicode ? unicodeMarks : asciiMarks;
  const grid = plotGrid(block, { x, y }, width, marks, look);
  const bar = look.unicode
    ? { up: '│', tick: '┤', corner: '└', along: '─' }
    : { up: '|', tick: '+', corner: '+', along: '-' };
  const labels = new Map(y.ticks.map((tick) => [rowOf(tick.at), tick.text]));
  const body = grid.map((line, r) =>
    `${padText(labels.get(r) ?? '', left, 'right')} ${labels.has(r) ? bar.tick : bar.up}${line}`.trimEnd(),
  );
  const names = block.series.map(
    (one, i) => `${seriesPaint(i, look)(marks[i % marks.length] ?? '')} ${drawable(safeLine(one.name), look)}`,
  );
  return [
    ...title,
    palette.faint(axisTitle(block.y, look)),
    ...body,
    `${' '.repeat(left)} ${bar.corner}${bar.along.repeat(width)}`,
    `${' '.repeat(left + 2)}${tickLine(x, width)}`,
    palette.faint(padText(axisTitle(block.x, look), columns, 'right')),
    ...wrapHanging(names.join('   '), columns, ' '.repeat(left + 2), ' '.repeat(left + 2)),
  ];
}

function axisTitle(axis: PlotBlock['x'], look: Look): string {
  return `${drawable(safeLine(axis.title), look)}${axis.scale === 'log' ? ' (log scale)' : ''}`;
}

function rowOf(at: number): number {
  return Math.round((1 - at) * (rows - 1));
}

function seriesPaint(index: number, look: Look): Paint {
  const { tones } = paletteFor(look);
  return index % 2 === 0 ? tones.good : tones.absent;
}

function plotGrid(
  block: PlotBlock,
  axes: { x: Axis; y: Axis },
  width: number,
  marks: readonly string[],
  look: Look,
): string[] {
  const cells = Array.from({ length: rows }, () => new Array<string>(width).fill(' '));
  const dot = look.unicode ? '·' : '.';
  for (const [i, series] of block.series.entries()) {
    const paint = seriesPaint(i, look);
    const places = series.points
      .map(([a, b]) => [axes.x.place(a) * (width - 1), (1 - axes.y.place(b)) * (rows - 1)] as const)
      .filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
    const put = (a: number, b: number, mark: string, over: boolean): void => {
      const row = cells[Math.round(b)];
      const at = Math.round(a);
      if (row && at >= 0 && at < width && (over || row[at] === ' ')) row[at] = paint(mark);
    };
    for (const [k, [x1, y1]] of places.slice(1).entries()) {
      const [x0, y0] = places[k] ?? [x1, y1];
      const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0) * 2)));
      for (let s = 1; s < steps; s++) put(x0 + ((x1 - x0) * s) / steps, y0 + ((y1 - y0) * s) / steps, dot, false);
    }
    for (const [a, b] of places) put(a, b, marks[i % marks.length] ?? dot, true);
  }
  return cells.map((row) => row.join(''));
}

function tickLine(axis: Axis, width: number): string {
  let line = '';
  for (const tick of axis.ticks) {
    const start = Math.min(
      width - tick.text.length,
      Math.max(0, Math.round(tick.at * (width - 1)) - Math.floor(tick.text.length / 2)),
    );
    if (start > 0 && start <= line.length) continue;
    line = line.padEnd(start) + tick.text;
  }
  return line;
}

function numberLines(block: PlotBlock, look: Look): string[] {
  return block.series.flatMap((series) => {
    const points = series.points.map(([x, y]) => `${x}: ${y}`).join(', ');
    return wrapHanging(
      drawable(`${safeLine(series.name)} (${safeLine(block.y.title)} by ${safeLine(block.x.title)}): ${points}`, look),
      drawnColumns(look),
      '  ',
      '    ',
    );
  });
}
