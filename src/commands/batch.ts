import { UserError } from '../errors.ts';
import type { World } from '../ports.ts';
import { jsonLine } from './json-text.ts';

/** A fault of one line of a batch: what was found, and the way out. */
export type LineFault = { what: string; mend: string };

/** What a line gives: the value to write, or its fault. */
export type LineAnswer = { ok: true; value: object } | { ok: false; fault: LineFault };

/**
 * Answers a file of JSON lines in order, one line for one line; a bad line is answered in its place and the rest goes
 * on. Returns 1 when a line was bad.
 */
export async function answerLines(
  world: World,
  path: string,
  answer: (line: Readonly<Record<string, unknown>>) => Promise<LineAnswer> | LineAnswer,
): Promise<number> {
  let number = 0;
  let code = 0;
  for await (const text of world.files.lines(path)) {
    number += 1;
    if (text.trim() === '') continue;
    const line = readObject(number === 1 ? text.replace(/^\uFEFF/u, '') : text);
    const answered = line.ok ? await guarded(() => answer(line.value)) : line;
    if (!answered.ok) code = 1;
    world.output.write(jsonLine(answered.ok ? answered.value : { line: number, error: answered.fault }));
  }
  return code;
}

/** A user's fault inside a line, such as an unknown case, is that line's fault. */
async function guarded(work: () => Promise<LineAnswer> | LineAnswer): Promise<LineAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) return { ok: false, fault: { what: error.message, mend: error.hint } };
    throw error;
  }
}

function readObject(
  text: string,
): { ok: true; value: Readonly<Record<string, unknown>> } | { ok: false; fault: LineFault } {
  const value = parse(text);
  if (value === undefined) return { ok: false, fault: { what: 'The line is not JSON.', mend: exampleLine } };
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return { ok: true, value: value as Record<string, unknown> };
  }
  return { ok: false, fault: { what: 'The line is JSON, and not an object.', mend: exampleLine } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const exampleLine = 'Write one JSON object a line: {"step": "frame", "text": "…"}.';
