import type { Block, HeadingBlock, NoteBlock, Page, ProgressBlock, QuoteBlock } from '../page.ts';
import { diagramLines } from './diagram-terminal.ts';
import { drawable, glyphsFor } from './glyphs.ts';
import { drawnColumns, type Look } from './look.ts';
import { paletteFor } from './palette.ts';
import { plotLines } from './plot-terminal.ts';
import { proseLines, spansLine } from './prose-terminal.ts';
import { readInline } from './read-inline.ts';
import { safeLine, safeText } from './safe-text.ts';
import { tableLines } from './table-terminal.ts';
import { padText, textWidth, wrapHanging, wrapLines } from './wrap.ts';

const barColumns = 24;
const labelColumns = 26;

/** Draws a page for the terminal, as text that ends in a newline. */
export function renderTerminal(page: Page, look: Look): string {
  return joinBlocks(page, (block) => blockLines(block, look));
}

/** Joins drawn blocks with one empty line between them; a heading stands directly above what it heads. */
export function joinBlocks(page: Page, draw: (block: Block) => readonly string[]): string {
  const lines: string[] = [];
  let before: Block | undefined;
  for (const block of page) {
    const drawn = draw(block);
    if (drawn.length === 0) continue;
    if (before && !isAttached(before, block)) lines.push('');
    lines.push(...drawn);
    before = block;
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function isAttached(before: Block, block: Block): boolean {
  if (before.kind === 'heading') return before.level > 1 && block.kind !== 'heading';
  return before.kind === block.kind && (block.kind === 'progress' || block.kind === 'note');
}

function blockLines(block: Block, look: Look): string[] {
  switch (block.kind) {
    case 'heading':
      return headingLines(block, look);
    case 'prose':
      return proseLines(block.markdown, look);
    case 'quote':
      return quoteLines(block, look);
    case 'table':
      return tableLines(block, look);
    case 'plot':
      return plotLines(block, look);
    case 'diagram':
      return diagramLines(block, look);
    case 'note':
      return noteLines(block, look);
    case 'progress':
      return progressLines(block, look);
  }
}

function headingLines(block: HeadingBlock, look: Look): string[] {
  const palette = paletteFor(look);
  const paint = block.level === 1 ? palette.title : palette.heading;
  const lines = wrapHanging(drawable(safeLine(block.text), look), drawnColumns(look), '', '');
  const painted = lines.map((line) => paint(line));
  if (block.level > 1 || look.plain) return painted;
  const width = Math.max(...lines.map(textWidth));
  return [...painted, palette.faint(glyphsFor(look).rule.repeat(width))];
}

function quoteLines(block: QuoteBlock, look: Look): string[] {
  const bar = look.plain ? '  ' : `${paletteFor(look).faint(glyphsFor(look).quoteBar)} `;
  const label = block.label ? wrapHanging(`${drawable(safeLine(block.label), look)}:`, drawnColumns(look), '', '') : [];
  if (block.text.trim() === '') return label;
  const lines = safeText(block.text).replace(/\t/gu, '    ').split('\n');
  return [...label, ...lines.flatMap((line) => quotedLine(line, bar, look))];
}

function quotedLine(line: string, bar: string, look: Look): string[] {
  const indent = (/^ {0,12}/u.exec(line)?.[0] ?? '').slice(0, Math.floor(drawnColumns(look) / 4));
  return wrapHanging(line.trimStart(), drawnColumns(look), bar + indent, bar + indent);
}

function noteLines(block: NoteBlock, look: Look): string[] {
  const glyphs = glyphsFor(look);
  const palette = paletteFor(look);
  const text = spansLine(readInline(safeText(block.text)), look);
  const word = { next: 'Next:', info: 'Note:', warning: 'Warning:' }[block.tone];
  const paint = { next: palette.next, info: palette.faint, warning: palette.tones.warning }[block.tone];
  const glyph = { next: glyphs.next, info: glyphs.info, warning: glyphs.warning }[block.tone];
  const start = look.plain ? `${word} ` : block.tone === 'info' ? `${paint(glyph)} ` : `${paint(`${glyph} ${word}`)} `;
  return wrapHanging(text, drawnColumns(look), start, look.plain ? '' : ' '.repeat(textWidth(glyph) + 1));
}

function progressLines(block: ProgressBlock, look: Look): string[] {
  const label = drawable(safeLine(block.label), look);
  const text = drawable(safeLine(block.text), look);
  const columns = drawnColumns(look);
  if (look.plain) return wrapHanging(label ? `${label}: ${text}` : text, columns, '', '');
  const width = Math.min(barColumns, Math.max(8, columns - 30));
  const bar = drawBar(block, width, look);
  // A long label goes on below, so that bars under each other begin in one column.
  const [first = '', ...more] = columns >= 60 ? wrapLines(label, labelColumns) : [label];
  const start = padText(first, label && columns >= 60 ? labelColumns : 0);
  const full = [start, bar, text].filter((part) => part !== '').join('  ');
  return textWidth(full) <= columns
    ? [full, ...more]
    : [...wrapHanging(label ? `${label}: ${text}` : text, columns, '', ''), bar];
}

function drawBar(block: ProgressBlock, width: number, look: Look): string {
  const glyphs = glyphsFor(look);
  const palette = paletteFor(look);
  const cells = (share: number): number =>
    Math.round(Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * width);
  const full = cells(block.share);
  const upTo = Math.max(full, cells(block.upTo ?? block.share));
  const mark = block.mark === undefined ? -1 : Math.min(width - 1, cells(block.mark));
  return Array.from({ length: width }, (_, i) => {
    if (i === mark) return palette.strong(glyphs.barMark);
    if (i < full) return palette.tones.good(glyphs.barFull);
    return i < upTo ? palette.tones.middling(glyphs.barPossible) : palette.faint(glyphs.barEmpty);
  }).join('');
}
