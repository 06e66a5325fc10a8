/** What a prompt has on the screen: lines no wider than the terminal, and where the caret stands among them. */
export type Frame = { lines: readonly string[]; caret: { row: number; column: number } | undefined };

const hideCaret = '\u001b[?25l';
const showCaret = '\u001b[?25h';
const eraseToLineEnd = '\u001b[K';
const eraseBelow = '\u001b[J';

/** The characters that turn one frame into the next; only lines that changed are drawn again. */
export function paint(before: Frame | undefined, after: Frame): string {
  const old = before?.lines ?? [];
  let out = hideCaret + (before ? toTop(before) : '\r');
  let row = 0;
  const go = (target: number) => {
    out += target > row ? '\r\n'.repeat(target - row) : up(row - target);
    row = target;
  };
  after.lines.forEach((line, i) => {
    if (i < old.length && old[i] === line) return;
    go(i);
    out += `\r${line}${eraseToLineEnd}`;
  });
  if (old.length > after.lines.length) {
    go(after.lines.length);
    out += `\r${eraseBelow}`;
  }
  const caret = caretOf(after);
  go(caret.row);
  return `${out}\r${right(caret.column)}${after.caret ? showCaret : ''}`;
}

/** Takes a frame off the screen and leaves the caret where the frame began. */
export function erase(frame: Frame | undefined): string {
  return frame ? `${toTop(frame)}${eraseBelow}${showCaret}` : showCaret;
}

/** The same after the window became narrower or wider and the terminal has wrapped the lines anew. */
export function eraseReflowed(frame: Frame, columns: number, widthOf: (line: string) => number): string {
  const caret = caretOf(frame);
  const rowsOf = (width: number) => Math.max(1, Math.ceil(width / columns));
  const above = frame.lines.slice(0, caret.row).reduce((sum, line) => sum + rowsOf(widthOf(line)), 0);
  return `${up(above + Math.floor(caret.column / columns))}\r${eraseBelow}`;
}

/** Goes to the line below a frame, which stays on the screen. */
export function below(frame: Frame | undefined): string {
  if (!frame) return showCaret;
  return `${'\r\n'.repeat(frame.lines.length - caretOf(frame).row)}${showCaret}`;
}

function caretOf(frame: Frame): { row: number; column: number } {
  return frame.caret ?? { row: Math.max(0, frame.lines.length - 1), column: 0 };
}

function toTop(frame: Frame): string {
  return `${up(caretOf(frame).row)}\r`;
}

function up(rows: number): string {
  return rows > 0 ? `\u001b[${rows}A` : '';
}

function right(columns: number): string {
  return columns > 0 ? `\u001b[${columns}C` : '';
}
