import { glyphsFor, drawable } from './glyphs.ts';
import { drawnColumns, type Look } from './look.ts';
import { paletteFor, type Palette } from './palette.ts';
import { isAllowedLink, spansText, type Span } from './read-inline.ts';
import { readProse, type ProsePart } from './read-prose.ts';
import { wrapHanging } from './wrap.ts';

/** Draws prose for the terminal: wrapped, with hanging indents in lists. */
export function proseLines(markdown: string, look: Look): string[] {
  const parts = readProse(markdown);
  return parts.flatMap((part, index) => {
    const before = parts[index - 1];
    const gap = before !== undefined && !(before.kind === 'item' && part.kind === 'item') ? [''] : [];
    return [...gap, ...partLines(part, look)];
  });
}

function partLines(part: ProsePart, look: Look): string[] {
  const columns = drawnColumns(look);
  const palette = paletteFor(look);
  if (part.kind === 'code')
    return part.text.split('\n').map((line) => `  ${drawable(line.replace(/\t/gu, '  '), look)}`);
  const text = spansLine(part.spans, look, palette);
  if (part.kind === 'heading') return wrapHanging(palette.heading(text), columns, '', '');
  if (part.kind === 'paragraph') return wrapHanging(text, columns, '', '');
  const indent = '  '.repeat(Math.min(part.depth, 4));
  const marker = part.marker === '-' && !look.plain ? glyphsFor(look).bullet : part.marker;
  return wrapHanging(text, columns, `${indent}${marker} `, `${indent}${' '.repeat(marker.length + 1)}`);
}

/** Draws the runs of a paragraph as one string, newlines only where a line break was asked for. */
export function spansLine(spans: readonly Span[], look: Look, palette: Palette = paletteFor(look)): string {
  return spans.map((span) => spanText(span, look, palette)).join('');
}

function spanText(span: Span, look: Look, palette: Palette): string {
  if (span.kind === 'text') return drawable(span.text.replace(/\t/gu, ' '), look);
  if (span.kind === 'code') return look.color || look.plain ? palette.code(span.text) : `\`${span.text}\``;
  const inner = spansLine(span.spans, look, palette);
  if (span.kind !== 'link') return span.kind === 'strong' ? palette.strong(inner) : palette.emphasis(inner);
  if (!isAllowedLink(span.href)) return inner;
  return spansText(span.spans) === span.href ? palette.link(inner) : `${inner} (${palette.link(span.href)})`;
}
