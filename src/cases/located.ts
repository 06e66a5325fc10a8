/** A value of a YAML file that knows where it stands: offsets into the text that was read. */
export type Located = LocatedMapping | LocatedList | LocatedScalar;
export type LocatedMapping = { kind: 'mapping'; at: number; entries: readonly Entry[] };
export type LocatedList = { kind: 'list'; at: number; items: readonly Located[] };
export type LocatedScalar = { kind: 'scalar'; at: number; value: Scalar; source: string };
export type Scalar = string | number | boolean | null;
export type Entry = { key: string; keyAt: number; value: Located };

/** Keys and indexes from the top of the file: `['steps', 'data', 'criteria', 2]`. */
export type Path = readonly (string | number)[];

/** A fault before it has a line and a column: an offset into the text, what was found, and the way out. */
export type Fault = { at: number; what: string; mend: string };

/** The plain value, without places. */
export function plainValue(located: Located): unknown {
  if (located.kind === 'scalar') return located.value;
  if (located.kind === 'list') return located.items.map(plainValue);
  return Object.fromEntries(located.entries.map(({ key, value }) => [key, plainValue(value)]));
}

/** The entries of a mapping; none for anything else, so that checks go on past a wrong type. */
export function entriesOf(located: Located | undefined): readonly Entry[] {
  return located?.kind === 'mapping' ? located.entries : [];
}

/** The items of a list; none for anything else. */
export function itemsOf(located: Located | undefined): readonly Located[] {
  return located?.kind === 'list' ? located.items : [];
}

/** The value of a key; undefined where there is none. */
export function valueOf(located: Located | undefined, key: string): Located | undefined {
  return entriesOf(located).findLast((entry) => entry.key === key)?.value;
}

/** The text of a scalar; undefined for anything else. */
export function textOf(located: Located | undefined): string | undefined {
  return located?.kind === 'scalar' && typeof located.value === 'string' ? located.value.trim() : undefined;
}

/** The number of a scalar; undefined for anything else. */
export function numberOf(located: Located | undefined): number | undefined {
  return located?.kind === 'scalar' && typeof located.value === 'number' ? located.value : undefined;
}

/** What stands at a path, as far as it can be followed; `at` prefers the key, which is where an editor should jump. */
export function follow(root: Located, path: Path): { at: number; value: Located | undefined } {
  let value: Located | undefined = root;
  let at = root.at;
  for (const part of path) {
    if (typeof part === 'number') {
      value = itemsOf(value)[part];
      at = value?.at ?? at;
    } else {
      const entry: Entry | undefined = entriesOf(value).findLast(({ key }) => key === part);
      value = entry?.value;
      at = entry?.keyAt ?? at;
    }
    if (!value) break;
  }
  return { at, value };
}

/** A text in quotes, shortened and on one line, to be shown in a message. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return `"${line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line}"`;
}

const longestQuote = 60;
