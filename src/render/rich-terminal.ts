import { Marked, type Token, type Tokens } from 'marked';
import { markedTerminal } from 'marked-terminal';
import type { Page } from '../page.ts';
import { drawable, glyphsFor } from './glyphs.ts';
import { drawnColumns, type Look } from './look.ts';
import { paletteFor } from './palette.ts';
import { isAllowedLink } from './read-inline.ts';
import { safeText } from './safe-text.ts';
import { tableLines } from './table-terminal.ts';
import { joinBlocks, renderTerminal } from './terminal.ts';
import { textWidth, wrapHanging } from './wrap.ts';

/** Draws a page whose prose is full Markdown: nested lists, tables, quotes, tasks. Heavy: load it with `import()` where it is needed. */
export function renderRichTerminal(page: Page, look: Look): string {
  return joinBlocks(page, (block) => {
    const text = block.kind === 'prose' ? renderRichMarkdown(block.markdown, look) : renderTerminal([block], look);
    return text.replace(/\n$/u, '').split('\n');
  });
}

/** Draws Markdown for the terminal with marked and marked-terminal, wrapped by us to the width of the screen. */
export function renderRichMarkdown(markdown: string, look: Look): string {
  const marked = new Marked();
  marked.use(markedTerminal(styles(look), {}));
  marked.use({ renderer: overrides(look) });
  const text = marked.parse(safeText(markdown), { async: false });
  return `${text.replace(/\n{3,}/gu, '\n\n').replace(/^\n+|\s+$/gu, '')}\n`;
}

function styles(look: Look): Record<string, unknown> {
  const palette = paletteFor(look);
  const same = (text: string): string => text;
  const marks = {
    code: same,
    codespan: same,
    strong: palette.strong,
    em: palette.emphasis,
    del: palette.faint,
    html: same,
    hr: palette.faint,
  };
  const blocks = {
    heading: palette.heading,
    firstHeading: palette.title,
    paragraph: same,
    list: same,
    listitem: same,
    table: same,
    blockquote: same,
    link: same,
    href: palette.link,
    text: same,
  };
  return {
    ...marks,
    ...blocks,
    width: drawnColumns(look),
    reflowText: false,
    showSectionPrefix: false,
    emoji: false,
    tab: 2,
    unescape: true,
  };
}

type Parser = { parse: (tokens: Token[], loose?: boolean) => string; parseInline: (tokens: Token[]) => string };
type This = { parser: Parser };

/** What marked-terminal gets wrong: bold in tight items, tasks marked twice, items that do not wrap, tables wider than the screen. */
function overrides(look: Look): Record<string, unknown> {
  const palette = paletteFor(look);
  const columns = drawnColumns(look);
  const section = (lines: readonly string[]): string => `${lines.join('\n')}\n\n`;
  return {
    text(this: This, token: Tokens.Text | Tokens.Escape): string {
      return 'tokens' in token && token.tokens
        ? this.parser.parseInline(token.tokens)
        : drawable(unescapeAll(token.text), look);
    },
    paragraph(this: This, token: Tokens.Paragraph): string {
      return section(wrapHanging(this.parser.parseInline(token.tokens), columns, '', ''));
    },
    heading(this: This, token: Tokens.Heading): string {
      const paint = token.depth === 1 ? palette.title : palette.heading;
      return section(wrapHanging(paint(this.parser.parseInline(token.tokens)), columns, '', ''));
    },
    code(token: Tokens.Code): string {
      return section(token.text.split('\n').map((line) => `  ${drawable(line.replace(/\t/gu, '  '), look)}`));
    },
    html(token: Tokens.HTML | Tokens.Tag): string {
      return drawable(token.text, look);
    },
    codespan(token: Tokens.Codespan): string {
      const text = drawable(unescapeAll(token.text), look);
      return look.color || look.plain ? palette.code(text) : `\`${text}\``;
    },
    hr: (): string => section([palette.faint(glyphsFor(look).rule.repeat(Math.min(columns, 40)))]),
    checkbox: (): string => '',
    list(this: This, token: Tokens.List): string {
      return section(listLines(token, this.parser, look, 0));
    },
    blockquote(this: This, token: Tokens.Blockquote): string {
      const bar = look.plain ? '  ' : `${palette.faint(glyphsFor(look).quoteBar)} `;
      const inner = this.parser.parse(token.tokens).trim().split('\n');
      return section(inner.flatMap((line) => wrapHanging(line, columns, bar, bar)));
    },
    table(this: This, token: Tokens.Table): string {
      const cell = (one: Tokens.TableCell): string => plainText(one.tokens);
      const titles = token.header.map((one, i) => ({
        title: cell(one),
        align: token.align[i] === 'right' ? ('right' as const) : ('left' as const),
      }));
      return section(
        tableLines({ kind: 'table', columns: titles, rows: token.rows.map((row) => row.map(cell)) }, look),
      );
    },
    link(this: This, token: Tokens.Link): string {
      const text = this.parser.parseInline(token.tokens);
      if (!isAllowedLink(token.href)) return text;
      return token.text === token.href ? palette.link(text) : `${text} (${palette.link(token.href)})`;
    },
    image: (token: Tokens.Image): string => `[image: ${token.text}]`,
  };
}

function listLines(list: Tokens.List, parser: Parser, look: Look, depth: number): string[] {
  const start = typeof list.start === 'number' ? list.start : 1;
  return list.items.flatMap((item, i) => {
    const marker = list.ordered ? `${start + i}.` : look.plain ? '-' : glyphsFor(look).bullet;
    const task = item.task ? (item.checked ? '[x] ' : '[ ] ') : '';
    const indent = '  '.repeat(depth);
    const rest = indent + ' '.repeat(textWidth(marker) + 1);
    const lines = itemLines(item, parser, look, depth);
    const [head = '', ...others] = lines;
    const first = wrapHanging(task + head, drawnColumns(look), `${indent}${marker} `, rest);
    return [...first, ...others.map((line) => (line.startsWith('\u0000') ? line.slice(1) : rest + line))];
  });
}

/** The first paragraph of an item, then whatever stands below it; nested lists come ready with their own indent (marked by NUL). */
function itemLines(item: Tokens.ListItem, parser: Parser, look: Look, depth: number): string[] {
  const lines: string[] = [];
  for (const token of item.tokens) {
    if (token.type === 'list')
      lines.push(...listLines(token as Tokens.List, parser, look, depth + 1).map((line) => `\u0000${line}`));
    else if (token.type === 'text' || token.type === 'paragraph') {
      const text = parser.parseInline((token as Tokens.Text).tokens ?? []);
      if (lines.length === 0) lines.push(text);
      else lines.push(...wrapHanging(text, drawnColumns(look) - 2 * depth - 3, '', ''));
    } else if (token.type !== 'space' && token.type !== 'checkbox')
      lines.push(...parser.parse([token]).trimEnd().split('\n'));
  }
  return lines;
}

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      'tokens' in token && token.tokens
        ? plainText(token.tokens)
        : unescapeAll('text' in token ? String(token.text) : token.raw),
    )
    .join('');
}

function unescapeAll(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/gu, unescaped);
}

function unescaped(_: string, name: string): string {
  return { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }[name] ?? '';
}
