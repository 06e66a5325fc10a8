/** The opening line of an answer in a sheet: its fence, and the step that it names. */
export function answerOpening(line: string): { fence: string; step: string | undefined } | undefined {
  const match = /^(`{3,})answer(?:[ \t]+([\w-]+))?[ \t]*$/u.exec(line);
  return match ? { fence: match[1] ?? '', step: match[2] } : undefined;
}

/** The fence that a line opens, when it opens a block of code. */
export function fenceOpening(line: string): string | undefined {
  const match = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u.exec(line);
  return match?.[1];
}

/** Tells whether a line closes a block that was opened with a fence. */
export function isClosing(line: string, fence: string): boolean {
  const bare = line.trim();
  const mark = fence[0] ?? '`';
  return bare.length >= fence.length && /^ {0,3}\S/u.test(line) && bare === mark.repeat(bare.length);
}
