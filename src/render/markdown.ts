import type { Block, Cell, Page, QuoteBlock, TableBlock } from '../page.ts';
import { diagramMermaid } from './diagram-mermaid.ts';
import { escapeInline, fencedBlock } from './escape-markdown.ts';
import { glyphsFor } from './glyphs.ts';
import { plotLines } from './plot-terminal.ts';
import { proseMarkdown, spansMarkdown } from './prose-markdown.ts';
import { readInline } from './read-inline.ts';
import { safeText } from './safe-text.ts';

const sheetLook = { columns: 76, color: false, unicode: true, plain: false };

/** Longer than the fences that people type inside an answer. */
const answerFence = 4;

/** Whatever stands below this line of a sheet was not written by the candidate. */
export const endOfAnswer = '<!-- end of the answer: what follows is not read -->';

/** Writes a page as Markdown; somebody's own words stand in fences that nothing in them can close. */
export function renderMarkdown(page: Page): string {
  const parts = page.map(blockMarkdown).filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeInline(block.text)}`;
    case 'prose':
      return proseMarkdown(block.markdown);
    case 'quote':
      return quoteMarkdown(block);
    case 'table':
      return tableMarkdown(block);
    case 'plot':
      return fencedBlock(plotLines(block, sheetLook).join('\n'), 'text');
    case 'diagram':
      return `${block.title ? `**${escapeInline(block.title)}**\n\n` : ''}${fencedBlock(diagramMermaid(block), 'mermaid')}`;
    case 'note':
      return `> **${{ next: 'Next', info: 'Note', warning: 'Warning' }[block.tone]}:** ${spansMarkdown(readInline(safeText(block.text)))}`;
    case 'progress':
      return `- ${block.label ? `**${escapeInline(block.label)}**: ` : ''}${escapeInline(block.text)}`;
  }
}

function quoteMarkdown(block: QuoteBlock): string {
  if (block.answerTo === undefined) {
    return `${block.label ? `**${escapeInline(block.label)}**\n\n` : ''}${fencedBlock(block.text, 'text')}`;
  }
  const question = block.label ? `> **Question.** ${escapeInline(block.label)}\n\n` : '';
  return `${question}${fencedBlock(block.text, `answer ${block.answerTo}`, answerFence)}\n\n${endOfAnswer}`;
}

function tableMarkdown(block: TableBlock): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = row(block.columns.map((column) => escapeInline(column.title) || ' '));
  const rule = row(block.columns.map((column) => (column.align === 'right' ? '---:' : '---')));
  const body = block.rows.map((cells) => row(block.columns.map((_, i) => cellMarkdown(cells[i] ?? ''))));
  return [head, rule, ...body].join('\n');
}

function cellMarkdown(cell: Cell): string {
  const [text, tone] = typeof cell === 'string' ? [cell, undefined] : [cell.text, cell.tone];
  const glyph = tone && text !== '' ? glyphsFor({ unicode: true }).tones[tone] : '';
  return `${glyph}${glyph ? ' ' : ''}${safeText(text).split('\n').map(cellLine).join('<br>')}`;
}

function cellLine(line: string): string {
  return escapeInline(line).replace(/(?<!\\)\|/gu, '\\|');
}
