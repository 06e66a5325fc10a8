import { Refusal } from './refusal.ts';

/** Fewer cells than 2^24, so that a set of them is possible; 512 MB of text. */
const most = { cells: 16_000_000, letters: 512 * 2 ** 20 };
const mostRemembered = 2 ** 20;

/** The cells of a table, column by column, as they are read. */
export type TableCells = {
  /** @throws Refusal where the table outgrows the memory it may take */
  add: (cells: readonly string[], line: number) => void;
  columns: readonly string[][];
  /** The line on which each row stands. */
  lines: readonly number[];
};

/** Keeps one copy of a text that comes again in its column. */
export function tableCells(columnCount: number, { cells: mostCells, letters: mostLetters } = most): TableCells {
  const columns: string[][] = Array.from({ length: columnCount }, () => []);
  const remembered = columns.map(() => new Map<string, string>());
  const mostInColumn = Math.min(4096, Math.floor(mostRemembered / columnCount));
  const lines: number[] = [];
  let letters = 0;

  const add = (cells: readonly string[], line: number): void => {
    lines.push(line);
    for (let i = 0; i < columnCount; i += 1) {
      const cell = cells[i] as string;
      const known = remembered[i] as Map<string, string>;
      let kept = known.get(cell);
      if (kept === undefined) {
        kept = cell;
        letters += cell.length;
        if (known.size < mostInColumn) known.set(cell, cell);
      }
      (columns[i] as string[]).push(kept);
    }
    if (lines.length * columnCount > mostCells) refuse(line, `more than ${mostCells} cells`, lines.length);
    if (letters > mostLetters) refuse(line, `more than ${mostLetters} letters`, lines.length);
  };
  return { add, columns, lines };
}

function refuse(line: number, what: string, rows: number): never {
  const half = Math.max(1, Math.floor(rows / 2));
  throw new Refusal([{ line, what: `the table holds ${what}`, mend: `read fewer rows: --limit ${half}` }]);
}
