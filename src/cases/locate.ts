import { isAlias, isCollection, isMap, isScalar, type Node, type Scalar as YamlScalar } from 'yaml';
import { escapedCharacterFault, forbiddenCharacters } from './forbidden-characters.ts';
import { quoted, type Entry, type Fault, type Located, type Scalar } from './located.ts';

/**
 * Turns a YAML tree into values with places, and collects what the format does not take:
 * anchors, aliases, tags, merge keys, keys that are no words, a key that stands twice.
 */
export function locate(node: Node, text: string): { root: Located; faults: Fault[]; hasAlias: boolean } {
  const faults: Fault[] = [];
  let hasAlias = false;
  const visit = (one: Node | null | undefined, near: number): Located => {
    const at = one?.range?.[0] ?? near;
    if (one) faults.push(...decorationFaults(one, at));
    if (isAlias(one)) hasAlias = true;
    if (isMap(one)) return { kind: 'mapping', at, entries: entries(one.items, at) };
    if (isCollection(one))
      return { kind: 'list', at, items: (one.items as (Node | null)[]).map((item) => visit(item, at)) };
    if (!isScalar(one)) return { kind: 'scalar', at, value: null, source: '' };
    const value = scalarOf(one);
    const escaped = typeof value === 'string' ? escapeFault(one, value, text, at) : undefined;
    if (escaped) faults.push(escaped);
    return { kind: 'scalar', at, value, source: one.source ?? String(value) };
  };
  const entries = (pairs: readonly { key: unknown; value: unknown }[], near: number): Entry[] => {
    const seen = new Set<string>();
    return pairs.flatMap(({ key, value }) => {
      const keyNode = key as Node | null;
      const keyAt = keyNode?.range?.[0] ?? near;
      const name = isScalar(keyNode) ? (keyNode.source ?? String(keyNode.value)) : '';
      const found: Entry = { key: name, keyAt, value: visit(value as Node | null, keyAt) };
      const fault =
        keyFault(keyNode, name, keyAt, seen) ??
        (isScalar(keyNode) ? escapeFault(keyNode, name, text, keyAt) : undefined);
      seen.add(name);
      if (fault) faults.push(fault);
      return fault && !isScalar(keyNode) ? [] : [found];
    });
  };
  const root = visit(node, 0);
  return { root, faults, hasAlias };
}

function decorationFaults(node: Node, at: number): Fault[] {
  if (isAlias(node))
    return [
      {
        at,
        what: `an alias (${quoted(`*${node.source}`)}) stands here; aliases are not read, since a few of them can unfold to gigabytes`,
        mend: 'Write the text out where it is needed; put a text that begins with "*" in quotes.',
      },
    ];
  const faults: Fault[] = [];
  const tag = (node as { tag?: string }).tag;
  if ('anchor' in node && node.anchor)
    faults.push({
      at,
      what: `an anchor (${quoted(`&${node.anchor}`)}) stands here; anchors are not read`,
      mend: 'Leave it out; put a text that begins with "&" in quotes.',
    });
  if (tag)
    faults.push({
      at,
      what: `a tag (${quoted(tag.replace('tag:yaml.org,2002:', '!!'))}) stands here; tags are not read`,
      mend: 'Leave it out; put a text that begins with "!" in quotes.',
    });
  return faults;
}

function scalarOf(node: YamlScalar): Scalar {
  const value = node.value;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

/** Raw characters are found in the whole text; here only those that an escape spells. */
function escapeFault(node: YamlScalar, value: string, text: string, at: number): Fault | undefined {
  const raw = text.slice(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
  return raw.includes('\\') && forbiddenCharacters(raw).length === 0 ? escapedCharacterFault(value, at) : undefined;
}

function keyFault(node: Node | null, name: string, at: number, seen: ReadonlySet<string>): Fault | undefined {
  if (!isScalar(node) || name === '')
    return {
      at,
      what: 'a key is not a word',
      mend: 'Write a key as a word before a colon; put texts with ": " in quotes.',
    };
  if (name === '<<') return { at, what: 'a merge key ("<<") stands here; it is not read', mend: 'Write the keys out.' };
  if (name === '__proto__') return { at, what: 'the key "__proto__" is not known', mend: 'Leave it out.' };
  if (seen.has(name))
    return { at, what: `the key ${quoted(name)} stands twice in one mapping`, mend: 'Keep one of the two.' };
  return undefined;
}
