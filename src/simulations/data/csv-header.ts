import { cellKind } from './number-text.ts';
import { Refusal, quoted } from './refusal.ts';
import type { CsvRecord } from './csv-record.ts';

const mostColumns = 10_000;

/**
 * Checks the first row of a CSV file and returns the names of its columns, without spaces around them.
 *
 * @throws Refusal where it cannot be a header
 */
export function readCsvHeader({ cells, line, fault }: CsvRecord): string[] {
  const names = cells.map((cell) => cell.trim());
  const refuse = (what: string, mend: string): never => {
    throw new Refusal([{ line, what, mend }]);
  };
  if (fault) refuse(`the header has ${fault}`, 'double a quote inside a quoted cell: ""');
  if (names.some((name) => /[\r]/u.test(name)))
    refuse('lines end in a carriage return alone', 'save the file with line feeds (LF or CRLF)');
  if (names.length === 1 && /[;\t|]/u.test(names[0] ?? ''))
    refuse(`the header ${quoted(names[0] ?? '')} has no comma`, 'separate the columns by commas');
  if (names.length > mostColumns)
    refuse(`the header has ${names.length} columns`, `expected at most ${mostColumns}: keep those that are needed`);
  if (names.every((name) => cellKind(name) === 'number'))
    refuse(
      `the first line holds numbers (${quoted(names.join(','))}), not the names of the columns`,
      'add a header as first line, for example y,p',
    );
  const unnamed = names.indexOf('');
  if (unnamed >= 0)
    refuse(`column ${unnamed + 1} has no name`, 'name every column (pandas: to_csv(path, index=False))');
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) refuse(`two columns are called ${quoted(twice)}`, 'give each column its own name');
  return names;
}
