import type * as z from 'zod';
import { didYouMean } from '../domain/near-names.ts';
import { entriesOf, follow, quoted, type Fault, type Located, type Path } from './located.ts';
import { describedAt, type SchemaGuide } from './schema-guide.ts';

type Issue = z.core.$ZodIssue;

/** Says in words what a schema found wrong in a tree: every wrong type, missing key and unknown key. */
export function shapeFaults(root: Located, issues: readonly Issue[], guide: SchemaGuide): Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, issue.path as Path, root, guide));
}

function faultsOf(issue: Issue, path: Path, root: Located, guide: SchemaGuide): Fault[] {
  const { at, value } = follow(root, path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, root, guide));
  if (issue.code === 'invalid_key')
    return [{ at, what: `the name ${quoted(String(path.at(-1)))} cannot be read`, mend: idMend(String(path.at(-1))) }];
  if (!value) return [missingKey(path, at, guide)];
  const place = { at: value.kind === 'scalar' && value.source !== '' ? value.at : at };
  if (issue.code === 'invalid_union') return unionFaults(issue, path, root, guide, place.at);
  return [{ ...place, ...wordsFor(issue, nameOf(path), value, describedAt(guide, path).description) }];
}

function unknownKey(key: string, path: Path, root: Located, guide: SchemaGuide): Fault {
  const known = describedAt(guide, path).keys;
  const entry = entriesOf(follow(root, path).value).find((one) => one.key === key);
  const near = didYouMean(key, known);
  const isBare = entry?.value.kind === 'scalar' && entry.value.source === '';
  const other = isBare && key.includes(' ') ? commaInBraces : `Known here: ${known.join(', ')}.`;
  return {
    at: entry?.keyAt ?? follow(root, path).at,
    what: `the key ${quoted(key)} is not known ${path.length === 0 ? 'at the top of the file' : `in ${nameOf(path)}`}`,
    mend: near || other,
  };
}

function missingKey(path: Path, at: number, guide: SchemaGuide): Fault {
  const inside = path.length > 1 ? ` in ${nameOf(path.slice(0, -1))}` : '';
  const about = describedAt(guide, path).description;
  return { at, what: `the key "${path.at(-1)}" is missing${inside}`, mend: `Add it.${about ? ` ${about}` : ''}` };
}

/** Of the alternatives, the one that got furthest tells the fault; where none did, all are named. */
function unionFaults(
  issue: Issue & { code: 'invalid_union' },
  path: Path,
  root: Located,
  guide: SchemaGuide,
  at: number,
): Fault[] {
  const branches = issue.errors as readonly (readonly Issue[])[];
  const entered = branches.find((branch) =>
    branch.every((one) => one.path.length > 0 || !['invalid_type', 'invalid_value'].includes(one.code)),
  );
  if (entered) return entered.flatMap((one) => faultsOf(one, [...path, ...(one.path as Path)], root, guide));
  const expected = branches.flatMap((branch) => branch.flatMap(expectedBy));
  const value = follow(root, path).value;
  const about = describedAt(guide, path).description;
  return [
    {
      at,
      what: `${nameOf(path)} is ${found(value)}; expected ${listed(expected)}`,
      mend: about ?? `Write ${listed(expected)}.`,
    },
  ];
}

function expectedBy(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_type' ? [typeWords[issue.expected]?.[0] ?? issue.expected] : [];
}

function wordsFor(issue: Issue, name: string, value: Located, about: string | undefined): Pick<Fault, 'what' | 'mend'> {
  switch (issue.code) {
    case 'invalid_type': {
      const [expected, mend] = typeWords[issue.expected] ?? [issue.expected, 'Change it.'];
      return { what: `${name} is ${found(value)}; expected ${expected}`, mend };
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = value.kind === 'scalar' ? didYouMean(value.source, values) : '';
      return {
        what: `${name} is ${found(value)}; expected ${listed(values)}`,
        mend: near || about || `Write ${listed(values)}.`,
      };
    }
    case 'invalid_format':
      return issue.format === 'url'
        ? {
            what: `${name} is ${found(value)}, which is not a web address`,
            mend: 'Write the whole address, from https:// on.',
          }
        : {
            what: `${name} is ${found(value)}, which is not an id`,
            mend: idMend(value.kind === 'scalar' ? value.source : ''),
          };
    case 'too_small':
      return {
        what: `${name} is ${tooSmall(issue.origin, String(issue.minimum))}`,
        mend: about ?? 'Write at least one.',
      };
    case 'too_big':
      return { what: `${name} is ${tooBig(issue.origin, String(issue.maximum))}`, mend: about ?? 'Make it smaller.' };
    default:
      return {
        what: `${name} cannot be read: ${issue.message}`,
        mend: about ?? 'Compare it with the skeleton: mlsd cases new <id>.',
      };
  }
}

function tooSmall(origin: string, minimum: string): string {
  if (origin === 'string') return 'blank';
  return origin === 'array' ? 'an empty list; one item is needed at least' : `less than ${minimum}`;
}

function tooBig(origin: string, maximum: string): string {
  if (origin === 'string') return `longer than ${maximum} characters`;
  return origin === 'array' ? `a list of more than ${maximum} items` : `more than ${maximum}`;
}

function idMend(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return `Write it in letters, digits and hyphens, without spaces${slug === '' ? '' : `: ${slug.slice(0, 60)}`}.`;
}

/** What is meant, as a reader of the file would call it: `"weight"`, or `item 2 of "asked"`. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (typeof last === 'string') return quoted(last);
  return last === undefined ? 'the file' : `item ${last + 1} of ${nameOf(path.slice(0, -1))}`;
}

function found(value: Located | undefined): string {
  if (value?.kind === 'mapping') return 'a mapping (keys with values)';
  if (value?.kind === 'list') return 'a list';
  if (!value || value.value === null) return 'empty';
  if (typeof value.value === 'string') return `the text ${quoted(value.value)}`;
  return typeof value.value === 'number'
    ? `the number ${quoted(value.source).slice(1, -1)}`
    : `the word ${value.source}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

const commaInBraces = 'A text with a comma inside { } needs quotes.';

const typeWords: Record<string, readonly [string, string]> = {
  string: ['a text', 'Write a text. Put it in quotes when it looks like a number or has ": " or " #" in it.'],
  number: ['a number', 'Write a number without quotes, unit or separators, such as 40000 or 8e8.'],
  int: ['a whole number', 'Write a whole number without quotes, such as 3.'],
  boolean: ['true or false', 'Write true or false, without quotes.'],
  array: ['a list', 'Write it in brackets, [one, two], or with a dash for each line; [] for none.'],
  object: ['a mapping (keys with values)', 'Write keys with their values, indented by two spaces below it.'],
  record: ['a mapping (names with values)', 'Write names with their values, such as { price: [cost*|memory] }.'],
};
