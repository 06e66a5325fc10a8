/** A table that is looked up by whatever somebody typed: "constructor" is in no table of ours. */
export function table<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(entries));
}
