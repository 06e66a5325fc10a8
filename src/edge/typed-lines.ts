/** A line such as ":hint" or ":ask How many videos?", read. */
export type CommandLine = { name: string; argument: string };

/** Reads a line as a command when it starts with ":" and its first word is a known name; anything else is text. */
export function readCommandLine(line: string, commands: readonly string[]): CommandLine | undefined {
  const match = /^\s*:(\S+)(?:\s+(.*))?$/u.exec(line);
  const word = match?.[1]?.toLowerCase();
  const name = commands.map((one) => one.replace(/^:/u, '')).find((one) => one.toLowerCase() === word);
  return name === undefined ? undefined : { name, argument: (match?.[2] ?? '').trim() };
}

/** Tells whether a line looks like a mistyped command, worth a remark. */
export function looksLikeCommand(line: string): boolean {
  return /^:[a-z?]{1,12}$/u.test(line.trim());
}

/** Tells whether a finished line is a question to the interviewer. */
export function isQuestion(line: string): boolean {
  return /[?\uff1f]\s*$/u.test(line) && /\p{L}/u.test(line) && !line.trim().startsWith(':');
}

/** How many words a text has. */
export function wordCount(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/** Remembers which lines starting with ":" were pasted: those never run. */
export type PastedLines = {
  note: (lines: readonly string[]) => void;
  /** A pasted line stays one when somebody types on. */
  carry: (before: string, after: string) => void;
  has: (line: string) => boolean;
};

/** Makes the memory, with the lines that were there from the start. */
export function createPastedLines(initial: readonly string[]): PastedLines {
  const known = new Set<string>();
  const note = (lines: readonly string[]) => {
    for (const line of lines) if (line.trim().startsWith(':')) known.add(line.trim());
  };
  note(initial);
  return {
    note,
    carry: (before, after) => {
      if (known.has(before.trim())) note([after]);
    },
    has: (line) => known.has(line.trim()),
  };
}
