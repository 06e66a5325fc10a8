import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { DiagramBlock } from '../../src/page.ts';
import { layoutDiagram } from '../../src/render/diagram-layout.ts';
import { diagramMermaid } from '../../src/render/diagram-mermaid.ts';
import { diagramSvg } from '../../src/render/diagram-svg.ts';
import { diagramLines } from '../../src/render/diagram-terminal.ts';
import { hostile, steers } from '../support/page-frames.ts';
import { videoSearchDiagram } from '../support/video-search-diagram.ts';

const wide = { columns: 80, color: false, unicode: true, plain: false };

describe('the architecture of a realistic case', () => {
  it.each([
    ['80 columns', wide],
    ['80 columns in ASCII', { ...wide, unicode: false }],
    ['62 columns', { ...wide, columns: 62 }],
    ['40 columns: a list', { ...wide, columns: 40 }],
    ['plain: a list', { ...wide, plain: true }],
  ])('is drawn as in its frame: %s', (_, look) => {
    expect(diagramLines(videoSearchDiagram, look).join('\n')).toMatchSnapshot();
  });

  it('stays within 80 columns and 45 lines', () => {
    const lines = diagramLines(videoSearchDiagram, { ...wide, columns: 200 });
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
    expect(lines.length).toBeLessThanOrEqual(45);
  });

  it('finds a way for every edge and room for every label', () => {
    const layout = layoutDiagram(videoSearchDiagram, 80);
    expect(layout?.routes).toHaveLength(videoSearchDiagram.edges.length);
    expect(layout?.untold).toEqual([]);
  });

  it('is drawn once and the same', () => {
    expect(diagramLines(videoSearchDiagram, wide)).toEqual(diagramLines(structuredClone(videoSearchDiagram), wide));
  });
});

const label = fc.constantFrom(
  'ranker',
  'vector index',
  'title and transcript',
  '視頻',
  'a-very-long-word-that-cannot-wrap',
  'x',
);
const diagrams = fc
  .record({
    labels: fc.array(fc.tuple(label, fc.boolean()), { minLength: 1, maxLength: 18 }),
    links: fc.array(fc.tuple(fc.nat(17), fc.nat(17), fc.boolean()), { maxLength: 26 }),
  })
  .map(({ labels, links }): DiagramBlock => ({
    kind: 'diagram',
    title: '',
    lanes: [
      { id: 'a', title: 'Serving path' },
      { id: 'b', title: 'Training path' },
    ],
    nodes: labels.map(([text, first], i) => ({ id: `n${i}`, label: `${text}${i}`, lane: first ? 'a' : 'b' })),
    edges: links
      .filter(([from, to]) => from < labels.length && to < labels.length)
      .map(([from, to, told]) => ({ from: `n${from}`, to: `n${to}`, ...(told ? { label: `${from}k` } : {}) })),
  }));

describe('any architecture', () => {
  it('is drawn within 80 columns, boxes apart, no line through a box, nothing left untold', () => {
    fc.assert(
      fc.property(diagrams, (block) => {
        const layout = layoutDiagram(block, 80);
        if (!layout) return false;
        const cells = new Map<string, string>();
        for (const box of layout.boxes) {
          for (let y = box.y; y < box.y + box.h; y++) {
            for (let x = box.x; x < box.x + box.w; x++) {
              if (cells.has(`${x},${y}`) || x < 0 || x >= 80) return false;
              cells.set(`${x},${y}`, box.id);
            }
          }
        }
        const clear = layout.routes.every((route) => route.cells.every((cell) => !cells.has(cell.join())));
        const together = layout.routes.every((route) =>
          route.cells.every(
            ([x, y], i) =>
              i === 0 ||
              Math.abs(x - (route.cells[i - 1]?.[0] ?? 0)) + Math.abs(y - (route.cells[i - 1]?.[1] ?? 0)) === 1,
          ),
        );
        const own = block.edges.filter((edge) => edge.from === edge.to).length;
        return (
          clear &&
          together &&
          layout.boxes.length === block.nodes.length &&
          layout.routes.length + layout.untold.length >= block.edges.length - own
        );
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('the drawing for files', () => {
  it('is an SVG that tells its edges in words and escapes what it is given', () => {
    const svg = diagramSvg({ ...videoSearchDiagram, title: '<script>"x"&' });
    expect(svg).toContain('<title>&lt;script&gt;&quot;x&quot;&amp;</title>');
    expect(svg).toContain('vector index to fusion (500)');
    expect(svg).not.toContain('<script>');
    expect(svg).toMatch(/^<svg [^>]*role="img"/u);
  });

  it('is Mermaid text that no label can break out of', () => {
    const evil = {
      ...videoSearchDiagram,
      nodes: [
        { id: 'uploads', label: 'x"] --> y\n```\nend; %% <b>', lane: 'serving' },
        ...videoSearchDiagram.nodes.slice(1),
      ],
    };
    const text = diagramMermaid(evil);
    expect(text).not.toContain('```');
    expect(text.split('\n').find((line) => line.includes('n0['))).toBe(
      '    n0["x#34;#93; --#62; y #96;#96;#96; end#59; %% #60;b#62;"]',
    );
  });

  it('lets nothing through that steers', () => {
    const evil = { ...videoSearchDiagram, title: hostile, edges: [{ from: 'uploads', to: 'frames', label: hostile }] };
    expect(steers(diagramSvg(evil))).toBe(false);
    expect(steers(diagramMermaid(evil))).toBe(false);
  });
});
