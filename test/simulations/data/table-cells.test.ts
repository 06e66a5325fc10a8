import { describe, expect, it } from 'vitest';
import { tableCells } from '../../../src/simulations/data/table-cells.ts';

describe('tableCells', () => {
  it('keeps cells by column, with the line of each row', () => {
    const cells = tableCells(2);
    cells.add(['a', 'b'], 2);
    cells.add(['c', 'b'], 4);
    expect(cells.columns).toEqual([
      ['a', 'c'],
      ['b', 'b'],
    ]);
    expect(cells.lines).toEqual([2, 4]);
  });

  it('refuses more cells than it may hold, and names a limit that would do', () => {
    const cells = tableCells(2, { cells: 4, letters: 100 });
    cells.add(['a', 'b'], 2);
    cells.add(['a', 'b'], 3);
    expect(() => cells.add(['a', 'b'], 4)).toThrow('the table holds more than 4 cells');
  });

  it('refuses more letters than it may hold, a text that comes again counted once', () => {
    const cells = tableCells(1, { cells: 100, letters: 5 });
    for (const line of [2, 3, 4]) cells.add(['abc'], line);
    expect(() => cells.add(['def'], 5)).toThrow('the table holds more than 5 letters');
  });
});
