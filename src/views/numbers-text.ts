import { pointsText } from './criterion-words.ts';

/** "1 point", "4.5 points". */
export function countText(count: number, noun: string): string {
  return `${pointsText(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Seconds as "6 min" or "40 s". */
export function durationText(seconds: number): string {
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
