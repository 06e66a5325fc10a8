import { escapeHtml } from './escape-html.ts';
import { isAllowedLink, type Span } from './read-inline.ts';
import { readProse, type ProsePart } from './read-prose.ts';

/** Writes prose as HTML: paragraphs, lists, code, and links of allowed protocols only. */
export function proseHtml(markdown: string): string {
  const parts = readProse(markdown);
  let html = '';
  for (let i = 0; i < parts.length;) {
    const part = parts[i];
    if (part?.kind !== 'item') {
      html += part ? partHtml(part) : '';
      i++;
      continue;
    }
    const end = parts.findIndex((other, k) => k > i && other.kind !== 'item');
    const items = parts.slice(i, end < 0 ? undefined : end).filter((one) => one.kind === 'item');
    html += listHtml(items);
    i += items.length;
  }
  return html;
}

type Item = Extract<ProsePart, { kind: 'item' }>;

function listHtml(all: readonly Item[]): string {
  const first = all[0];
  if (!first) return '';
  const numbered = first.marker !== '-';
  const other = all.findIndex((item) => item.depth <= first.depth && (item.marker !== '-') !== numbered);
  const items = other < 0 ? all : all.slice(0, other);
  const start = Number.parseInt(first.marker, 10);
  const tag = numbered ? 'ol' : 'ul';
  let html = `<${tag}${numbered && start !== 1 ? ` start="${start}"` : ''}>\n`;
  for (let i = 0; i < items.length;) {
    const end = items.findIndex((item, k) => k > i && item.depth <= first.depth);
    const below = items.slice(i + 1, end < 0 ? undefined : end);
    html += `<li>${spansHtml(items[i]?.spans ?? [])}${below.length > 0 ? `\n${listHtml(below)}` : ''}</li>\n`;
    i += below.length + 1;
  }
  return `${html}</${tag}>\n${listHtml(all.slice(items.length))}`;
}

function partHtml(part: ProsePart): string {
  if (part.kind === 'code') return `<pre><code>${escapeHtml(part.text)}</code></pre>\n`;
  const tag = part.kind === 'heading' ? 'h4' : 'p';
  return `<${tag}>${spansHtml(part.spans)}</${tag}>\n`;
}

/** Writes the runs of one paragraph as HTML. */
export function spansHtml(spans: readonly Span[]): string {
  return spans.map(spanHtml).join('');
}

function spanHtml(span: Span): string {
  if (span.kind === 'text') return escapeHtml(span.text).replace(/\n/gu, '<br>');
  if (span.kind === 'code') return `<code>${escapeHtml(span.text)}</code>`;
  const inner = spansHtml(span.spans);
  if (span.kind === 'strong') return `<strong>${inner}</strong>`;
  if (span.kind === 'emphasis') return `<em>${inner}</em>`;
  return isAllowedLink(span.href) ? `<a href="${escapeHtml(span.href)}" rel="noreferrer">${inner}</a>` : inner;
}
