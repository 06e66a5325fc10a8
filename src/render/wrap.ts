import { carryStyles } from './carry-styles.ts';
import { textWidth } from './text-width.ts';

/** Wraps text at words, cutting only what is longer than a line; newlines stay, colours go on over the line's end. */
export function wrapLines(text: string, columns: number): string[] {
  const room = Math.max(1, columns);
  return carryStyles(text.split('\n').flatMap((line) => wrapLine(line, room)));
}

function wrapLine(line: string, columns: number): string[] {
  const rows: string[] = [];
  let row = '';
  let width = 0;
  // A number and its per cent sign stay together.
  for (const word of line.split(/ (?!%)/u)) {
    const wordWidth = textWidth(word);
    const gap = row === '' ? 0 : 1;
    if (width + gap + wordWidth <= columns) {
      row += `${' '.repeat(gap)}${word}`;
      width += gap + wordWidth;
      continue;
    }
    if (row !== '') rows.push(row.trimEnd());
    const pieces = wordWidth > columns ? cutWord(word, columns) : [word];
    rows.push(...pieces.slice(0, -1));
    row = pieces.at(-1) ?? '';
    width = textWidth(row);
  }
  return [...rows, row.trimEnd()];
}

/** Cuts a word that is longer than a line; styles and marks stay with the character before them. */
function cutWord(word: string, columns: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const unit of word.match(/\u001B\[[\d;]*m|./gsu) ?? []) {
    if (piece !== '' && textWidth(piece + unit) > columns) {
      pieces.push(piece);
      piece = '';
    }
    piece += unit;
  }
  return [...pieces, piece];
}

/** Wraps text that starts after `first` and goes on below it after `rest`, as in a list. */
export function wrapHanging(text: string, columns: number, first: string, rest: string): string[] {
  const more = textWidth(first) - textWidth(rest);
  const room = columns - textWidth(rest);
  // A stand-in as wide as what `first` takes more than `rest` keeps the later lines at their full width.
  const standIn = more > 1 ? `${'x'.repeat(Math.min(more, room) - 1)} ` : '';
  const lines = wrapLines(standIn + text, standIn || more <= 0 ? room : room - more);
  if (standIn) lines[0] = (lines[0] ?? '').slice(standIn.length);
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd());
}

/** Text filled up with spaces to a width; text that is longer stays as it is. */
export function padText(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const gap = ' '.repeat(Math.max(0, columns - textWidth(text)));
  return align === 'right' ? gap + text : text + gap;
}

export { textWidth };
