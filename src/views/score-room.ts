import type { Gap } from './gap-prose.ts';

/** How much of a score fits on one screen: rows of what was earned, and letters of the reason for the gap. */
export type Room = { earned: number; whyLetters: number };

const usualColumns = 80;
const narrow = 60;
const lineLetters = 74;
/** Of 24 rows, seven are the menu's and eight are headings, the bar, blank lines and what is next. */
const freeLines = 9;
const mostEarned = 3;
const wantedEarned = 2;
const mostWhyLines = 2;

/** Shares the free lines of the screen after an answer: the point and the remarks whole, then the reason, then what was earned. */
export function shareRoom(gap: Gap | undefined, remarks: readonly string[], columns = usualColumns): Room {
  if (columns < narrow) return { earned: wantedEarned, whyLetters: 0 };
  const remarkLines = remarks.reduce((sum, text) => sum + linesOf(text.length + 'Warning: '.length), 0);
  const left = freeLines - remarkLines - (gap ? pointLines(gap) : 0);
  const whyLines = gap && remarks.length === 0 ? clamp(left - wantedEarned, 0, mostWhyLines) : 0;
  return { earned: clamp(left - whyLines, 1, mostEarned), whyLetters: whyLines * lineLetters };
}

function pointLines({ criterion, row }: Gap): number {
  const names = (all: readonly string[]) =>
    all.length === 0 ? 0 : linesOf(all.join(', ').length + 'Not seen: '.length);
  return linesOf(criterion.says.length) + (row.found.length > 0 ? names(row.found) + names(row.missing) : 0);
}

function linesOf(letters: number): number {
  return Math.ceil(letters / lineLetters);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
