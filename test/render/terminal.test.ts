import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Block, Page } from '../../src/page.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { everyBlock, hostile, looks, steers } from '../support/page-frames.ts';

describe('a page in the terminal', () => {
  it.each(looks)('is drawn as in its frame: $name', ({ look }) => {
    expect(renderTerminal(everyBlock, look)).toMatchSnapshot();
  });

  it.each([24, 32, 40, 60, 80, 120])('never runs over %i columns', (columns) => {
    for (const unicode of [true, false]) {
      const lines = renderTerminal(everyBlock, { columns, color: false, unicode, plain: false }).split('\n');
      expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
    }
  });

  it('colours nothing when colour is off', () => {
    for (const { look } of looks.filter((one) => !one.look.color))
      expect(renderTerminal(everyBlock, look)).not.toContain('\u001b');
  });

  it('says every tone by a word, so that colour is never needed', () => {
    const text = renderTerminal(everyBlock, { columns: 80, color: false, unicode: false, plain: true });
    for (const word of ['covered', 'partial', 'unsure', 'not detected', 'Warning:', 'Next:', 'Note:'])
      expect(text).toContain(word);
  });

  it('draws in ASCII only what is ours: no box, bar or glyph of Unicode', () => {
    const own = everyBlock.filter((block) => block.kind !== 'quote');
    expect(renderTerminal(own, { columns: 80, color: false, unicode: false, plain: false })).toMatch(
      /^[\n\x20-\x7e]*$/u,
    );
  });

  it('draws no box, bar or rule in plain mode', () => {
    expect(renderTerminal(everyBlock, { columns: 80, color: false, unicode: true, plain: true })).not.toMatch(
      /[─│┌█░●•]/u,
    );
  });

  it('is empty for an empty page', () => {
    expect(renderTerminal([], { columns: 80, color: true, unicode: true, plain: false })).toBe('');
  });
});

const hostileBlocks: readonly Block[] = [
  { kind: 'heading', level: 1, text: hostile },
  {
    kind: 'prose',
    markdown: `${hostile} **${hostile}** \`${hostile}\` [${hostile}](https://e.org/${hostile})\n\n\`\`\`\n${hostile}\n\`\`\``,
  },
  { kind: 'quote', text: hostile, label: hostile },
  { kind: 'table', columns: [{ title: hostile }, { title: 'b' }], rows: [[hostile, { text: hostile, tone: 'good' }]] },
  {
    kind: 'plot',
    title: hostile,
    x: { title: hostile, scale: 'linear' },
    y: { title: hostile, scale: 'log' },
    series: [{ name: hostile, points: [[1, 2]] }],
  },
  {
    kind: 'diagram',
    title: hostile,
    lanes: [{ id: 'a', title: hostile }],
    nodes: [
      { id: 'n', label: hostile, lane: 'a' },
      { id: 'm', label: 'm', lane: 'a' },
    ],
    edges: [{ from: 'n', to: 'm', label: hostile }],
  },
  { kind: 'note', tone: 'warning', text: hostile },
  { kind: 'progress', label: hostile, share: Number.NaN, text: hostile },
];

describe('text that tries to steer the terminal', () => {
  it.each(hostileBlocks.map((block) => ({ kind: block.kind, page: [block] as Page })))(
    'never gets there from a $kind',
    ({ page }) => {
      for (const { look } of looks.filter((one) => !one.look.color))
        expect(steers(renderTerminal(page, look))).toBe(false);
    },
  );
});
