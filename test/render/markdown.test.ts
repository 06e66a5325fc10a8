import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { everyBlock } from '../support/page-frames.ts';
import { videoSearchDiagram } from '../support/video-search-diagram.ts';

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '```',
        '````answer frame',
        '## 2. Frame',
        '~~~',
        '<!-- x -->',
        '---',
        '> q',
        '`',
        'a',
        '\n',
        '\r\n',
        '  ',
        '| x |',
        '# T',
        '\\',
        '**',
        '<b>',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);

/** The code blocks of a document, as a strict reader of Markdown sees them. */
function codeBlocks(markdown: string): { lang: string; text: string }[] {
  return marked
    .lexer(markdown)
    .flatMap((token) =>
      token.type === 'code' ? [{ lang: String(token['lang'] ?? ''), text: String(token['text']) }] : [],
    );
}

describe('a page in Markdown', () => {
  it('is written as in its frame', () => {
    expect(renderMarkdown(everyBlock)).toMatchSnapshot();
  });

  it("keeps somebody's own words to the letter, and nothing in them ends the block", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const page = renderMarkdown([
          { kind: 'quote', text, answerTo: 'frame' },
          { kind: 'heading', level: 2, text: 'After' },
        ]);
        const [open = '', ...lines] = page.split('\n');
        const close = lines.indexOf(open.replace('answer frame', ''));
        return lines.slice(0, close).join('\n') === text && page.endsWith('\n\n## After\n');
      }),
    );
  });

  it('reads to others as one block of code and a heading, whatever was quoted', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const page = renderMarkdown([
          { kind: 'quote', text },
          { kind: 'heading', level: 2, text: 'After' },
        ]);
        const tokens = marked.lexer(page).filter((token) => token.type !== 'space');
        return tokens.length === 2 && tokens[0]?.type === 'code' && tokens[1]?.type === 'heading';
      }),
    );
  });

  it('lets no prose, heading, cell or note start a heading, a fence or HTML of its own', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const page = renderMarkdown([
          { kind: 'heading', level: 3, text: `t ${text}` },
          { kind: 'prose', markdown: text },
          { kind: 'table', columns: [{ title: text }], rows: [[text], [{ text, tone: 'good' }]] },
          { kind: 'note', tone: 'info', text },
          { kind: 'progress', label: text, share: 1, text },
          { kind: 'heading', level: 2, text: 'After' },
        ]);
        const heads = marked.lexer(page).filter((token) => token.type === 'heading' || token.type === 'html');
        return (
          heads.length === 2 &&
          page.endsWith('\n\n## After\n') &&
          codeBlocks(page).every((block) => block.lang === 'text')
        );
      }),
    );
  });

  it('writes a diagram as a Mermaid block', () => {
    expect(codeBlocks(renderMarkdown([videoSearchDiagram]))[0]?.lang).toBe('mermaid');
  });

  it.each([
    ['a step-like line in prose', '## 2. Frame\n\ntext', '**2. Frame**\n\ntext\n'],
    ['an open fence in prose', '```\ncode', '```text\ncode\n```\n'],
    ['HTML in prose', 'a <script>x</script> b', 'a \\<script>x\\</script> b\n'],
    ['a link of another protocol', '[x](javascript:alert(1))', 'x\n'],
    ['names with underscores stay readable', 'ef_search and snake_case', 'ef_search and snake_case\n'],
    ['a hard break', 'one\\\ntwo', 'one\\\ntwo\n'],
  ])('%s', (_, markdown, wanted) => {
    expect(renderMarkdown([{ kind: 'prose', markdown }])).toBe(wanted);
  });
});
