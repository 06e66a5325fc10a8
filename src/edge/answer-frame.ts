import type { AnswerRequest } from '../ports.ts';
import type { TerminalSize } from './dialogue.ts';
import type { Frame } from './frame.ts';
import type { PromptLook } from './prompt-look.ts';
import { clockText } from './stopwatch.ts';
import { columnsOf, fitted } from './text-cells.ts';
import { wrappedRows, type Viewport } from './viewport.ts';

/** What the editor shows around the text. */
export type AnswerSurroundings = {
  request: Pick<AnswerRequest, 'title' | 'minutes' | 'wordsAdvised'>;
  elapsedSeconds: number;
  words: number;
  /** What the interviewer said, the newest last. */
  replies: readonly { question: string; answer: string }[];
  notice: string;
};

/** Rows for each part of the prompt; what does not fit a small window is left out. */
export type AnswerLayout = {
  columns: number;
  textColumns: number;
  textRows: number;
  replyRows: number;
  header: boolean;
  notice: boolean;
};

const gutterColumns = 2;
const widestText = 100;
const fewestTextRows = 3;
const rowsLeftFree = 4;
const mostReplyRows = 8;

/** Divides a window between the text and what stands around it; never taller than the window less four rows. */
export function answerLayout(size: TerminalSize, around: Pick<AnswerSurroundings, 'replies' | 'notice'>): AnswerLayout {
  const columns = Math.max(10, Math.min(size.columns - 1, widestText + gutterColumns + 1));
  const room = Math.max(2, size.rows - rowsLeftFree);
  const header = room >= 6;
  const notice = around.notice !== '' && room >= 5;
  const chrome = 1 + (header ? 2 : 0) + (notice ? 1 : 0);
  const spare = room - chrome - fewestTextRows;
  const replyRows = around.replies.length === 0 ? 0 : Math.max(0, Math.min(mostReplyRows, spare));
  return {
    columns,
    textColumns: columns - gutterColumns - 1,
    textRows: Math.max(1, room - chrome - replyRows),
    replyRows,
    header,
    notice,
  };
}

/** Draws the answer prompt. */
export function answerFrame(view: Viewport, layout: AnswerLayout, around: AnswerSurroundings, look: PromptLook): Frame {
  const fit = (text: string) => fitted(text, layout.columns, look.cut);
  const head = layout.header
    ? [look.strong(fit(around.request.title)), look.faint(fit(statusText(view, layout, around, look)))]
    : [];
  const text = view.rows.map((row, i) => `${look.faint(gutterMark(view, i, look))} ${row}`);
  const notice = layout.notice ? [fit(around.notice)] : [];
  const hint = look.faint(fit(keyHint(layout.columns, look)));
  return {
    lines: [...head, ...text, ...replyLines(layout, around, look), ...notice, hint],
    caret: { row: head.length + view.caret.row, column: gutterColumns + view.caret.column },
  };
}

/** Time and length in words: "1:23 of 5 min · 42 of about 200 words". */
export function progressText(
  around: Pick<AnswerSurroundings, 'elapsedSeconds' | 'words' | 'request'>,
  look: Pick<PromptLook, 'dot'>,
): string {
  const { minutes, wordsAdvised } = around.request;
  const over = minutes > 0 ? around.elapsedSeconds - minutes * 60 : 0;
  const time = clockText(around.elapsedSeconds) + (minutes > 0 ? ` of ${minutes} min` : '');
  const late = over > 0 ? `, ${clockText(over)} over` : '';
  const length = wordsAdvised > 0 ? `${around.words} of about ${wordsAdvised} words` : countText(around.words);
  return `${time}${late} ${look.dot} ${length}`;
}

/** "1 word", "42 words". */
export function countText(words: number): string {
  return words === 1 ? '1 word' : `${words} words`;
}

function statusText(view: Viewport, layout: AnswerLayout, around: AnswerSurroundings, look: PromptLook): string {
  const whole = progressText(around, look);
  const short = `${clockText(around.elapsedSeconds)} ${look.dot} ${countText(around.words)}`;
  const progress = whole.length <= layout.columns ? whole : short;
  const hidden = view.total > view.rows.length;
  const place = `${look.dot} rows ${view.top + 1}-${view.top + view.rows.length} of ${view.total}`;
  return hidden && progress.length + place.length < layout.columns ? `${progress} ${place}` : progress;
}

function gutterMark(view: Viewport, row: number, look: PromptLook): string {
  if (row === 0 && view.top > 0) return look.barUp;
  const last = row === view.rows.length - 1;
  return last && view.top + view.rows.length < view.total ? look.barDown : look.bar;
}

/** The newest replies that fit whole; the newest one is cut if even that does not fit. */
function replyLines(layout: AnswerLayout, around: AnswerSurroundings, look: PromptLook): string[] {
  const kept: string[] = [];
  for (const { question, answer } of [...around.replies].reverse()) {
    const indent = ' '.repeat(columnsOf(look.arrow) + 1);
    const rows = wrappedRows(answer, layout.columns - indent.length);
    const lines = [
      look.faint(fitted(question, layout.columns, look.cut)),
      ...rows.map((row, i) => (i === 0 ? `${look.arrow} ${row}` : indent + row)),
    ];
    if (kept.length > 0 && kept.length + lines.length > layout.replyRows) break;
    kept.unshift(...lines.slice(0, layout.replyRows));
  }
  return kept;
}

function keyHint(columns: number, look: PromptLook): string {
  const narrow = 'Ctrl-D submit, ^O editor, ^Y undo, :?';
  if (columns < 60 && columns >= narrow.length) return narrow;
  const parts = ['Ctrl-D submit', ':? commands', 'Ctrl-O editor', 'Ctrl-Y undo', 'Ctrl-C save and leave'];
  let hint = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    const longer = `${hint} ${look.dot} ${part}`;
    if (longer.length <= columns) hint = longer;
  }
  return hint;
}
