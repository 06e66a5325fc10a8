import { placeText, type Problem } from '../domain/problem.ts';
import { safeLine } from '../render/safe-text.ts';
import { wrapWords } from '../render/wrap-words.ts';
import type { World } from '../ports.ts';
import { jsonText } from './json-text.ts';

/** Each problem as editors and terminals link it: where, what, and the way out; one line, or wrapped to a width. */
export function problemsText(problems: readonly Problem[], columns?: number): string {
  const lines = problems.map((one) => safeLine(problemLine(one)));
  return lines.map((line) => `${columns === undefined ? line : wrapWords(line, columns, '  ')}\n`).join('');
}

/** The width to wrap problems to: a person's window, while programs get one line each. */
export function problemColumns({ interactive, columns }: World['situation']): number | undefined {
  return interactive ? columns : undefined;
}

function problemLine({ where, what, mend }: Problem): string {
  const stop = /[.!?]$/u.test(what) ? '' : '.';
  const end = mend === '' || /[.!?]$/u.test(mend) ? '' : '.';
  return `${placeText(where)}: ${what}${stop} ${mend.slice(0, 1).toUpperCase()}${mend.slice(1)}${end}`.trim();
}

/** A problem as the JSON outputs write it. */
export function problemJson({ where, what, mend }: Problem): object {
  const isWhole = where.line === 0;
  return { file: where.file, line: isWhole ? null : where.line, column: isWhole ? null : where.column, what, mend };
}

/** Tells every problem on standard error, as JSON when the command was asked for JSON. */
export function warnOfProblems(world: World, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const { json } = world.situation;
  world.output.warn(
    json ? jsonText({ problems: problems.map(problemJson) }) : problemsText(problems, problemColumns(world.situation)),
  );
}
