import type { Screen } from '../ports.ts';
import type { DrawPage } from './output.ts';

const usualRows = 24;
const clearWindow = '\u001b[2J\u001b[3J\u001b[H';

/** Shows pages on a terminal; a blank line sets each apart from what stood there. */
export function createScreen(
  stream: NodeJS.WriteStream,
  draw: (columns: number) => DrawPage,
  look: { columns: () => number; plain: boolean },
): Screen {
  return {
    show: (page) => {
      const text = draw(look.columns())(page);
      if (text !== '') stream.write(`\n${text}`);
    },
    // A screen reader would lose what it has not yet read.
    clear: () => void (stream.isTTY && !look.plain && stream.write(clearWindow)),
    get columns() {
      return look.columns();
    },
    get rows() {
      return stream.rows ?? usualRows;
    },
  };
}
