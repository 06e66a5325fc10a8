import { placeText, type Problem } from '../domain/problem.ts';
import { safeLine } from '../render/safe-text.ts';
import type { World } from '../ports.ts';
import { jsonText } from './json-text.ts';

/** One line a problem, as editors and terminals link it: where, what, and the way out. */
export function problemsText(problems: readonly Problem[]): string {
  return problems.map((one) => `${safeLine(problemLine(one))}\n`).join('');
}

function problemLine({ where, what, mend }: Problem): string {
  const stop = /[.!?]$/u.test(what) ? '' : '.';
  return `${placeText(where)}: ${what}${stop} ${mend}`.trim();
}

/** A problem as the JSON outputs write it. */
export function problemJson({ where, what, mend }: Problem): object {
  return { file: where.file, line: where.line, column: where.column, what, mend };
}

/** Tells every problem on standard error, as JSON when the command was asked for JSON. */
export function warnOfProblems(world: World, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const { json } = world.situation;
  world.output.warn(json ? jsonText({ problems: problems.map(problemJson) }) : problemsText(problems));
}
