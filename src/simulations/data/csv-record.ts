import { longestLineBytes } from './text-lines.ts';
import { Refusal } from './refusal.ts';

/** The cells of one row, the line it starts on, and what is wrong with its quotes, if anything is. */
export type CsvRecord = { cells: string[]; line: number; fault?: string };

/** Puts lines together to rows. */
export type CsvRecords = {
  /** A row as soon as its last line is given; undefined while a quoted cell goes on. */
  take: (text: string, line: number) => CsvRecord | undefined;
  /** To be called at the end of the file. @throws Refusal where a quote is still open */
  end: () => void;
};

/**
 * Splits comma-separated text by RFC 4180: a cell in double quotes may hold commas, line breaks and doubled quotes.
 * A quote inside a cell that does not start with one is a letter like any other. Cost: O(letters), each looked at once.
 */
export function csvRecords(): CsvRecords {
  let record: CsvRecord = { cells: [], line: 0 };
  let quotedCell: string[] | undefined;
  let quoteLine = 0;
  let letters = 0;

  const take = (text: string, line: number): CsvRecord | undefined => {
    let at = 0;
    if (quotedCell) quotedCell.push('\n');
    else [record, letters] = [{ cells: [], line }, 0];
    letters += text.length + 1;
    if (quotedCell && letters > longestLineBytes) refuseOpenQuote(quoteLine, 'the row is longer than 1 MB');
    for (;;) {
      // 1. Inside quotes: up to the closing one, which may stand on a later line.
      if (quotedCell) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
          quotedCell.push(text.slice(at));
          return undefined;
        }
        quotedCell.push(text.slice(at, quote));
        at = quote + 1;
        if (text[at] === '"') {
          quotedCell.push('"');
          at += 1;
          continue;
        }
        const cell = quotedCell.join('');
        quotedCell = undefined;
        const end = cellEnd(text, at);
        const after = text.slice(at, end);
        if (after !== '' && !(after === '\r' && end === text.length)) record.fault = 'text after a closing quote';
        record.cells.push(cell);
        at = end;
      } else if (text[at] === '"') {
        // 2. A quote at the start of a cell opens it.
        [quotedCell, quoteLine] = [[], line];
        at += 1;
        continue;
      } else {
        // 3. A plain cell ends at the comma.
        const end = cellEnd(text, at);
        const isLast = end === text.length;
        record.cells.push(text.slice(at, isLast && text[end - 1] === '\r' && end > at ? end - 1 : end));
        at = end;
      }
      if (at >= text.length) return record;
      at += 1;
    }
  };
  const end = (): void => {
    if (quotedCell) refuseOpenQuote(quoteLine, 'the file ends inside it');
  };
  return { take, end };
}

function cellEnd(text: string, from: number): number {
  const comma = text.indexOf(',', from);
  return comma < 0 ? text.length : comma;
}

function refuseOpenQuote(line: number, why: string): never {
  throw new Refusal([
    {
      line,
      what: `a quote is opened here and not closed: ${why}`,
      mend: 'close the quote, or double it inside a quoted cell: ""',
    },
  ]);
}
