import { readInline, type Span } from './read-inline.ts';
import { safeText } from './safe-text.ts';

/** The little Markdown of prose blocks, read: paragraphs, list items, small headings and code. */
export type ProsePart =
  | { kind: 'paragraph'; spans: readonly Span[] }
  | { kind: 'item'; depth: number; marker: string; spans: readonly Span[] }
  | { kind: 'heading'; level: number; spans: readonly Span[] }
  | { kind: 'code'; text: string };

type Draft =
  | { kind: 'paragraph'; text: string }
  | { kind: 'item'; depth: number; marker: string; text: string }
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'code'; text: string };

const itemLine = /^(\s*)([-*+]|\d{1,3}[.)])\s+(.*)$/u;
const headingLine = /^(#{1,6})\s+(.+?)\s*#*$/u;
const fenceLine = /^\s*(`{3,}|~{3,})/u;

/** Reads prose into its parts; whatever is not understood stays as the words it is. */
export function readProse(markdown: string): ProsePart[] {
  const drafts: Draft[] = [];
  let fence: string | undefined;
  let open: Draft | undefined;
  const start = (draft: Draft): void => {
    drafts.push(draft);
    open = draft;
  };
  for (const line of safeText(markdown).split('\n')) {
    const mark = fenceLine.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = open = undefined;
      else if (open) open.text += `${line}\n`;
    } else if (mark !== undefined) {
      fence = mark;
      start({ kind: 'code', text: '' });
    } else if (line.trim() === '') {
      open = undefined;
    } else {
      readLine(line, open, start);
      if (drafts.at(-1)?.kind === 'heading') open = undefined;
    }
  }
  return drafts.map(finish);
}

function readLine(line: string, open: Draft | undefined, start: (draft: Draft) => void): void {
  const heading = headingLine.exec(line);
  const item = itemLine.exec(line);
  if (heading) start({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
  else if (item && (item[1]?.length ?? 0) < 12) start(itemDraft(item));
  else if (open) open.text = joined(open.text, line);
  else start({ kind: 'paragraph', text: line.trimStart() });
}

function joined(text: string, line: string): string {
  const broken = text.replace(/(?: {2,}|\\)$/u, '\n');
  return `${broken}${broken.endsWith('\n') ? '' : ' '}${line.trimStart()}`;
}

function itemDraft(match: RegExpExecArray): Draft {
  const marker = match[2] ?? '-';
  return {
    kind: 'item',
    depth: Math.floor((match[1]?.length ?? 0) / 2),
    marker: /\d/u.test(marker) ? marker : '-',
    text: match[3] ?? '',
  };
}

function finish(draft: Draft): ProsePart {
  if (draft.kind === 'code') return { kind: 'code', text: draft.text.replace(/\n$/u, '') };
  const { text, ...rest } = draft;
  return { ...rest, spans: readInline(text.trim()) };
}
