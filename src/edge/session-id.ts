/** A short id that can be typed: `youtube-search-1120-a3f` for the 20th of November. */
export function newSessionId(caseId: string, now: number, random: () => number): string {
  const day = new Date(now);
  const two = (value: number) => String(value).padStart(2, '0');
  const tail = Array.from({ length: tailLength }, () => letters[Math.floor(random() * letters.length)] ?? 'a').join('');
  return `${caseId}-${two(day.getMonth() + 1)}${two(day.getDate())}-${tail}`;
}

/** Tells whether a word can be the id of a session, and so the name of a file. */
export function isSessionId(word: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,99}$/u.test(word);
}

const tailLength = 3;
/** Without letters and digits that look alike. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
