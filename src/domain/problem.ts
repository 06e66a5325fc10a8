/** A place in a file; line and column count from 1, and are 0 where the whole file is meant. */
export type Place = { file: string; line: number; column: number };

/** A fault in a file's content: where it is, what was found, and the way out. Returned, never thrown. */
export type Problem = { where: Place; what: string; mend: string };

/** A value that was read, or every problem that kept it from being read. */
export type Reading<T> = { ok: true; value: T } | { ok: false; problems: readonly Problem[] };

/** Writes a place as editors and terminals link it: `file:line:column`, or `file` alone. */
export function placeText(place: Place): string {
  return place.line === 0 ? place.file : `${place.file}:${place.line}:${place.column}`;
}
