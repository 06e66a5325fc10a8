import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderRichMarkdown, renderRichTerminal } from '../../src/render/rich-terminal.ts';
import { hostile, steers } from '../support/page-frames.ts';

const markdown = `# Title with *emphasis*

A paragraph with **bold**, \`code a:b:c\`, a [good link](https://example.org/a) and a [bad link](javascript:alert(1)); 5 < 6 & 7 > 3, 10:20:30, :smile:.

- tight **bold item** that is long enough to be wrapped at forty columns, certainly at forty
  - nested item which is also rather long and hangs below its own first word
    1. deep
- [ ] a task to do
- [x] a task done

10. ten

    a second paragraph of ten, long enough to wrap at forty columns at least

> a quote that is long enough to be wrapped at forty columns, with **bold**

| stage | latency |
|---|---:|
| retrieval with an approximate index | 40 ms |
| ranking | 90 ms |

\`\`\`
code   keeps  its spaces
\`\`\`
`;

const look = { columns: 80, color: false, unicode: true, plain: false };

describe('long prose in the terminal', () => {
  it.each([40, 80, 120])('is drawn as in its frame at %i columns', (columns) => {
    const text = renderRichMarkdown(markdown, { ...look, columns });
    expect(text).toMatchSnapshot();
    expect(Math.max(...text.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
  });

  it('draws bold in tight items, marks tasks once, and leaves emoji names and colons alone', () => {
    const text = renderRichMarkdown(markdown, look);
    expect(text).toContain('• tight bold item');
    expect(text).not.toContain('**');
    expect(text.match(/\[[ x]\]/gu)).toEqual(['[ ]', '[x]']);
    expect(text).toContain('10:20:30, :smile:');
    expect(text).not.toContain('COLON');
  });

  it('follows no link but of the web and mail', () => {
    expect(renderRichMarkdown(markdown, look)).toContain('(https://example.org/a)');
    expect(renderRichMarkdown(markdown, { ...look, columns: 120 })).not.toContain('javascript');
  });

  it('colours only when told to', () => {
    expect(renderRichMarkdown(markdown, look)).not.toContain('\u001b');
    expect(renderRichMarkdown(markdown, { ...look, color: true })).toContain('\u001b[1m');
  });

  it('is ASCII where Unicode cannot be drawn, and has no bar in plain mode', () => {
    expect(renderRichMarkdown(markdown, { ...look, unicode: false })).toMatch(/^[\n\x20-\x7e]*$/u);
    expect(renderRichMarkdown(markdown, { ...look, plain: true })).not.toMatch(/[│─]/u);
  });

  it('lets nothing through that steers', () => {
    expect(steers(renderRichMarkdown(`${hostile}\n\n- ${hostile}\n\n\`${hostile}\``, look))).toBe(false);
  });

  it('draws the other blocks of a page as ever', () => {
    expect(
      renderRichTerminal(
        [
          { kind: 'heading', level: 2, text: 'T' },
          { kind: 'prose', markdown: '| a |\n|---|\n| b |' },
        ],
        look,
      ),
    ).toBe('T\na\n─\nb\n');
  });
});
