import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHtml, renderHtmlPart } from '../../src/render/html.ts';
import { everyBlock, hostile, steers } from '../support/page-frames.ts';

describe('a page in HTML', () => {
  it('sets off the quoted words in a cell from the lines around them', () => {
    const rows = [['The point.\nsaid in step 3: “my <words>”\nnot seen: x']];
    const html = renderHtml([{ kind: 'table', columns: [{ title: 'Point' }], rows }]);
    expect(html).toContain(
      '<td>The point.<span class="said">said in step 3: “my &lt;words&gt;”</span><span class="line">not seen: x</span></td>',
    );
  });

  it('is written as in its frame', () => {
    expect(renderHtmlPart(everyBlock)).toMatchSnapshot();
  });

  it('needs nothing else: no script, no address but links, one title, a language', () => {
    const html = renderHtml(everyBlock);
    expect(html).not.toMatch(/<script|<link|<iframe|@import|url\(|src=/iu);
    expect(html).toMatch(/<html lang="en">/u);
    expect(html.match(/<title>A heading/gu)).toHaveLength(1);
  });

  it('escapes whatever it is given, in every place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('<b onclick=x>', '"><script>alert(1)</script>', "' onload='x", '</style>', '&lt;', '<!--'),
        (text) => {
          const html = renderHtml([
            { kind: 'heading', level: 1, text },
            { kind: 'prose', markdown: `${text} **${text}** [${text}](https://e.org/${text})` },
            { kind: 'quote', text, label: text },
            { kind: 'table', columns: [{ title: text }], rows: [[text], [{ text, tone: 'warning' }]] },
            { kind: 'note', tone: 'info', text },
            { kind: 'progress', label: text, share: 2, text },
            {
              kind: 'diagram',
              title: text,
              lanes: [{ id: 'a', title: text }],
              nodes: [{ id: 'n', label: text, lane: 'a' }],
              edges: [],
            },
          ]);
          return (
            !/<b |<script|<!--/u.test(html.replace('<!doctype', '')) &&
            html.split('</style>').length === 2 &&
            !/<[^>]*\son(?:click|load)=/u.test(html)
          );
        },
      ),
    );
  });

  it.each([
    ['https://e.org/a?b=1&c=2', true],
    ['mailto:a@e.org', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['data:text/html,x', false],
    ['//e.org', false],
    ['vbscript:x', false],
  ])('follows %s: %s', (href, followed) => {
    expect(renderHtmlPart([{ kind: 'prose', markdown: `[x](${href})` }]).includes('<a ')).toBe(followed);
  });

  it('nests lists', () => {
    const html = renderHtmlPart([{ kind: 'prose', markdown: '- a\n  - b\n- c\n\n3. d\n4. e' }]);
    expect(html.replace(/\n/gu, '')).toBe(
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ol start="3"><li>d</li><li>e</li></ol>',
    );
  });

  it('lets nothing through that steers', () => {
    expect(
      steers(
        renderHtml([
          { kind: 'quote', text: hostile },
          { kind: 'prose', markdown: hostile },
        ]),
      ),
    ).toBe(false);
  });
});
