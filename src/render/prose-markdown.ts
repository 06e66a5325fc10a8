import { escapeInline, escapeMarkdown, fencedBlock } from './escape-markdown.ts';
import { isAllowedLink, type Span } from './read-inline.ts';
import { readProse, type ProsePart } from './read-prose.ts';

/** Writes prose again as Markdown that cannot break the document around it: its headings become bold, its marks are closed. */
export function proseMarkdown(markdown: string): string {
  let before: ProsePart | undefined;
  let text = '';
  for (const part of readProse(markdown)) {
    if (before) text += before.kind === 'item' && part.kind === 'item' ? '\n' : '\n\n';
    text += partMarkdown(part);
    before = part;
  }
  return text;
}

function partMarkdown(part: ProsePart): string {
  if (part.kind === 'code') return fencedBlock(part.text, 'text');
  const text = spansMarkdown(part.spans, part.kind !== 'heading');
  if (part.kind === 'heading') return `**${text}**`;
  if (part.kind === 'paragraph') return text;
  return `${'  '.repeat(Math.min(part.depth, 4))}${part.marker.replace(')', '.')} ${text}`;
}

/** Writes the runs of one paragraph as Markdown. */
export function spansMarkdown(spans: readonly Span[], starts = true): string {
  return spans.map((span, i) => spanMarkdown(span, starts && i === 0)).join('');
}

function spanMarkdown(span: Span, first: boolean): string {
  if (span.kind === 'text')
    return span.text
      .split('\n')
      .map((line, i) => (first || i > 0 ? escapeMarkdown(line) : escapeInline(line)))
      .join('\\\n');
  if (span.kind === 'code') return codeSpan(span.text);
  const inner = spansMarkdown(span.spans, false);
  if (span.kind === 'strong') return `**${inner}**`;
  if (span.kind === 'emphasis') return `*${inner}*`;
  return isAllowedLink(span.href) ? `[${inner}](<${span.href}>)` : inner;
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const ticks = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${ticks}${pad}${text.replace(/\s*\n\s*/gu, ' ')}${pad}${ticks}`;
}
