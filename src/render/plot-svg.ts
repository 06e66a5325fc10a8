import type { PlotBlock } from '../page.ts';
import { escapeHtml } from './escape-html.ts';
import { spanAxis, type Axis } from './plot-axis.ts';

const width = 640;
const height = 360;
const frame = { left: 64, right: 20, top: 40, bottom: 56 };
const inner = { width: width - frame.left - frame.right, height: height - frame.top - frame.bottom };
const paints = ['#0b62b8', '#b45309', '#374151', '#0e7490', '#7c2d12', '#6b7280'];
const dashes = ['', '6 4', '2 3', '10 3 2 3', '1 5', '12 4'];
const font = 'system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif';

/** Draws a plot as one self-contained SVG: each line has its own colour, dash and name. */
export function plotSvg(block: PlotBlock): string {
  const x = spanAxis(
    block.x,
    block.series.flatMap((one) => one.points.map((point) => point[0])),
    7,
  );
  const y = spanAxis(
    block.y,
    block.series.flatMap((one) => one.points.map((point) => point[1])),
    6,
  );
  const total = height + 20 * block.series.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${total}" width="${width}" height="${total}" font-family='${font}' font-size="12">`,
    `<title>${escapeHtml(block.title)}</title>`,
    `<desc>${escapeHtml(describe(block))}</desc>`,
    `<text x="${frame.left}" y="20" font-size="14" font-weight="700" fill="#111827">${escapeHtml(block.title)}</text>`,
    ...gridParts(x, y),
    `<text x="${frame.left + inner.width / 2}" y="${height - 14}" text-anchor="middle" fill="#374151">${escapeHtml(axisTitle(block.x))}</text>`,
    `<text transform="translate(15 ${frame.top + inner.height / 2}) rotate(-90)" text-anchor="middle" fill="#374151">${escapeHtml(axisTitle(block.y))}</text>`,
    ...block.series.flatMap((series, i) => seriesParts(series, i, x, y)),
    '</svg>',
    '',
  ].join('\n');
}

function axisTitle(axis: PlotBlock['x']): string {
  return `${axis.title}${axis.scale === 'log' ? ' (log scale)' : ''}`;
}

function describe(block: PlotBlock): string {
  return block.series
    .map(
      (series) =>
        `${series.name}: ${series.points
          .filter((point) => point.every(Number.isFinite))
          .map(([a, b]) => `${a} gives ${b}`)
          .join(', ')}`,
    )
    .join('; ');
}

function gridParts(x: Axis, y: Axis): string[] {
  const across = y.ticks.map(({ at, text }) => {
    const top = px(frame.top + (1 - at) * inner.height);
    return `<path d="M${frame.left} ${top}h${inner.width}" stroke="#e5e7eb"/><text x="${frame.left - 8}" y="${top + 4}" text-anchor="end" fill="#374151">${escapeHtml(text)}</text>`;
  });
  const up = x.ticks.map(({ at, text }) => {
    const left = px(frame.left + at * inner.width);
    return `<path d="M${left} ${frame.top}v${inner.height}" stroke="#e5e7eb"/><text x="${left}" y="${frame.top + inner.height + 18}" text-anchor="middle" fill="#374151">${escapeHtml(text)}</text>`;
  });
  return [
    ...across,
    ...up,
    `<path d="M${frame.left} ${frame.top}v${inner.height}h${inner.width}" fill="none" stroke="#6b7280"/>`,
  ];
}

function seriesParts(series: PlotBlock['series'][number], index: number, x: Axis, y: Axis): string[] {
  const paint = paints[index % paints.length] ?? '#111827';
  const dash = dashes[index % dashes.length] ?? '';
  const points = series.points
    .map(
      ([a, b]) => [px(frame.left + x.place(a) * inner.width), px(frame.top + (1 - y.place(b)) * inner.height)] as const,
    )
    .filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
  const stroke = `fill="none" stroke="${paint}" stroke-width="2"${dash ? ` stroke-dasharray="${dash}"` : ''}`;
  const legendTop = height + 20 * index;
  return [
    points.length > 1 ? `<polyline points="${points.map((point) => point.join(',')).join(' ')}" ${stroke}/>` : '',
    ...points.map(([a, b]) => `<circle cx="${a}" cy="${b}" r="3.2" fill="${paint}"/>`),
    `<path d="M${frame.left} ${legendTop}h28" ${stroke}/><text x="${frame.left + 36}" y="${legendTop + 4}" fill="#111827">${escapeHtml(series.name)}</text>`,
  ].filter((part) => part !== '');
}

function px(value: number): number {
  return Math.round(value * 10) / 10;
}
