import { safeText } from './safe-text.ts';

/** Text on one line that Markdown shows as it is, where it goes on after something: no mark in it emphasises or links. */
export function escapeInline(text: string): string {
  return safeText(text)
    .replace(/\s*\n\s*/gu, ' ')
    .replace(/[\\`*[\]<]/gu, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replace(/~~/gu, '\\~\\~');
}

/** The same at the start of a line: no mark in it starts a block either. */
export function escapeMarkdown(text: string): string {
  return escapeInline(text)
    .replace(/^(\s*)([#>+=-]|\||~|:)/u, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/u, '$1\\$2');
}

/** A fenced block that nothing inside can close; the text stands in it exactly as given. */
export function fencedBlock(text: string, info: string, shortest = 3): string {
  const longest = Math.max(shortest - 1, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${info}\n${text}\n${fence}`;
}
