/** Wraps a plain line at words alone: a path or a command longer than a line stays whole, so that it can be copied. */
export function wrapWords(line: string, columns: number, rest = ''): string {
  const rows: string[] = [];
  let row = '';
  for (const word of line.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > columns) {
      rows.push(row);
      row = `${rest}${word}`;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, row].join('\n');
}
