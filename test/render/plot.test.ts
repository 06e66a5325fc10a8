import { describe, expect, it } from 'vitest';
import type { PlotBlock } from '../../src/page.ts';
import { spanAxis } from '../../src/render/plot-axis.ts';
import { plotSvg } from '../../src/render/plot-svg.ts';
import { plotLines } from '../../src/render/plot-terminal.ts';

const look = { columns: 80, color: false, unicode: true, plain: false };

function plot(points: readonly (readonly [number, number])[], scale: 'linear' | 'log' = 'linear'): PlotBlock {
  return {
    kind: 'plot',
    title: 'T',
    x: { title: 'x', scale },
    y: { title: 'y', scale: 'linear' },
    series: [{ name: 's', points }],
  };
}

describe('an axis', () => {
  it.each([
    ['linear', [0, 1], 5, ['0.0', '0.5', '1.0']],
    ['linear', [0, 10], 6, ['0', '2', '4', '6', '8', '10']],
    ['linear', [5, 5], 3, ['0', '5', '10']],
    ['log', [1, 1000], 7, ['1', '3', '10', '30', '100', '300', '1000']],
    ['log', [1, 100], 7, ['1', '2', '5', '10', '20', '50', '100']],
    ['log', [1e6, 8e8], 4, ['1M', '10M', '100M']],
    ['log', [0.01, 1], 5, ['0.01', '0.03', '0.1', '0.3', '1']],
  ] as const)('of kind %s over %j has the ticks of a person', (scale, values, wanted, texts) => {
    expect(spanAxis({ title: '', scale }, values, wanted).ticks.map((tick) => tick.text)).toEqual(texts);
  });

  it('places the ends of a log axis at its ends', () => {
    const axis = spanAxis({ title: '', scale: 'log' }, [0, 2, 200], 5);
    expect([axis.place(2), axis.place(20), axis.place(200)].map((at) => Number(at.toFixed(6)))).toEqual([0, 0.5, 1]);
  });
});

describe('a plot', () => {
  it.each([
    ['no points', plot([])],
    ['one point', plot([[3, 3]])],
    [
      'values that are no numbers',
      plot([
        [Number.NaN, 1],
        [1, Number.POSITIVE_INFINITY],
        [2, 2],
      ]),
    ],
    [
      'zero on a log axis',
      plot(
        [
          [0, 1],
          [10, 2],
        ],
        'log',
      ),
    ],
  ])('is drawn even with %s', (_, block) => {
    expect(plotLines(block, look).length).toBeGreaterThan(10);
    expect(plotSvg(block)).not.toMatch(/NaN|Infinity"/u);
  });

  it('tells its numbers in plain mode and where there is no room', () => {
    const block = plot([
      [1, 2],
      [3, 4],
    ]);
    expect(plotLines(block, { ...look, plain: true })).toEqual(['T', '  s (y by x): 1: 2, 3: 4']);
    expect(plotLines(block, { ...look, columns: 30 })).toEqual(['T', '  s (y by x): 1: 2, 3: 4']);
  });
});
