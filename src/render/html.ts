import type { Block, Cell, Page, ProgressBlock, QuoteBlock, TableBlock } from '../page.ts';
import { diagramSvg } from './diagram-svg.ts';
import { escapeHtml } from './escape-html.ts';
import { glyphsFor } from './glyphs.ts';
import { htmlStyle } from './html-style.ts';
import { plotSvg } from './plot-svg.ts';
import { proseHtml, spansHtml } from './prose-html.ts';
import { readInline } from './read-inline.ts';
import { safeText } from './safe-text.ts';

/** Writes a page as one HTML document that needs nothing else: styles inside, no script, everything escaped. */
export function renderHtml(page: Page): string {
  const heading = page.find((block) => block.kind === 'heading');
  const title = escapeHtml(heading?.kind === 'heading' ? heading.text : 'mlsd');
  const head = `<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${title}</title>\n<style>\n${htmlStyle}</style>`;
  return `<!doctype html>\n<html lang="en">\n<head>\n${head}\n</head>\n<body>\n<main>\n${renderHtmlPart(page)}</main>\n</body>\n</html>\n`;
}

/** Writes a page as a part of an HTML document, for the slots of a frame. */
export function renderHtmlPart(page: Page): string {
  return page.map((block) => `${blockHtml(block)}\n`).join('');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'prose':
      return proseHtml(block.markdown);
    case 'quote':
      return quoteHtml(block);
    case 'table':
      return tableHtml(block);
    case 'plot':
      return `<figure>${plotSvg(block)}</figure>`;
    case 'diagram':
      return `<figure>${diagramSvg(block)}<figcaption>${escapeHtml(block.title)}</figcaption></figure>`;
    case 'note':
      return `<p class="note ${block.tone}" role="note"><strong>${{ next: 'Next:', info: 'Note:', warning: 'Warning:' }[block.tone]}</strong> ${spansHtml(readInline(safeText(block.text)))}</p>`;
    case 'progress':
      return progressHtml(block);
  }
}

function quoteHtml(block: QuoteBlock): string {
  const label = block.label ? `<figcaption>${escapeHtml(block.label)}</figcaption>` : '';
  const words = block.text.trim() === '' ? '' : `<blockquote dir="auto">${escapeHtml(block.text)}</blockquote>`;
  return `<figure class="own">${label}${words}</figure>`;
}

function tableHtml(block: TableBlock): string {
  const side = (i: number): string => (block.columns[i]?.align === 'right' ? ' class="right"' : '');
  const titled = block.columns.some((column) => column.title !== '');
  const head = block.columns.map((column, i) => `<th scope="col"${side(i)}>${escapeHtml(column.title)}</th>`).join('');
  const rows = block.rows.map(
    (cells) => `<tr>${block.columns.map((_, i) => `<td${side(i)}>${cellHtml(cells[i] ?? '')}</td>`).join('')}</tr>`,
  );
  return `<table>${titled ? `<thead><tr>${head}</tr></thead>` : ''}<tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

function cellHtml(cell: Cell): string {
  const [text, tone] = typeof cell === 'string' ? [cell, undefined] : [cell.text, cell.tone];
  const [head = '', ...rest] = text.split('\n');
  const words = [escapeHtml(head), ...rest.map(cellLine)].join('');
  if (!tone || text === '') return words;
  const glyph = glyphsFor({ unicode: true }).tones[tone];
  return `<span class="tone ${tone}">${glyph ? `<span aria-hidden="true">${glyph}</span> ` : ''}${words}</span>`;
}

/** A further line of a cell stands on its own; words in quotation marks, with the place before them, are set off. */
function cellLine(line: string): string {
  const isSaid = /^(?:said in step \d: )?\u201C/u.test(line);
  return `<span class="${isSaid ? 'said' : 'line'}">${escapeHtml(line)}</span>`;
}

function progressHtml(block: ProgressBlock): string {
  const percent = (share: number): number =>
    Math.round(Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * 100);
  const full = percent(block.share);
  const rest = Math.max(0, percent(block.upTo ?? block.share) - full);
  const mark = block.mark === undefined ? '' : `<i class="mark" style="left:${percent(block.mark)}%"></i>`;
  const bar = `<span class="bar" aria-hidden="true"><i class="full" style="width:${full}%"></i><i class="possible" style="width:${rest}%"></i>${mark}</span>`;
  return `<p class="progress"><span class="label">${escapeHtml(block.label)}</span>${bar}<span>${escapeHtml(block.text)}</span></p>`;
}
