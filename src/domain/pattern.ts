/**
 * The little language of rubrics: items separated by spaces, alternatives by `|`.
 *
 *   inverted_index|bm25 beside|next_to vector*        all items, in any order, close together
 *   encode* > upload*                                 the second after the first
 *   name*|number* miss*|lost ~10                      within ten content words
 *   <vector-retrieval>                                a concept of the glossary
 *   <latency 20..60ms> <count 1e8..5e9> <percent ..5> a typed number within bounds
 *   <figure average-qps> <fact videos>                a number that equals one of the case
 */
export type Pattern = { source: string; items: readonly Item[]; ordered: boolean; window: number };

/** One slot of a pattern: any of its alternatives fills it. */
export type Item = readonly Alternative[];

export type Alternative =
  | { kind: 'words'; words: readonly WordTest[] }
  | { kind: 'concept'; id: string }
  | { kind: 'number'; quantity: NumberKind; from: number; to: number; unit: string }
  | { kind: 'case-number'; of: 'fact' | 'figure'; id: string };

/** A word (compared by its stem), or a prefix when it was written with `*`. */
export type WordTest = { text: string; prefix: boolean };

export const numberKinds = ['count', 'latency', 'duration', 'size', 'percent', 'rate', 'number'] as const;
export type NumberKind = (typeof numberKinds)[number];

export type PatternReading = { ok: true; pattern: Pattern } | { ok: false; what: string; mend: string };

const shortestPrefix = 4;

/** Reads one pattern; a fault is told in words with a way out. */
export function readPattern(source: string): PatternReading {
  try {
    return { ok: true, pattern: parse(source) };
  } catch (error) {
    if (error instanceof PatternFault) return { ok: false, what: error.message, mend: error.mend };
    throw error;
  }
}

class PatternFault extends Error {
  readonly mend: string;
  constructor(what: string, mend: string) {
    super(what);
    this.mend = mend;
  }
}

function parse(source: string): Pattern {
  const pieces =
    source.trim().match(/<[^<>]*>(?:\|(?:<[^<>]*>|[^\s<>|]+))*|[^\s<>|]+(?:\|(?:<[^<>]*>|[^\s<>|]+))*|>|\S/gu) ?? [];
  const items: Item[] = [];
  let ordered = false;
  let window: number | undefined;
  for (const [index, piece] of pieces.entries()) {
    if (piece === '>') {
      if (index === 0 || index === pieces.length - 1)
        throw new PatternFault(`">" in "${source}" stands at an end`, 'Write it between two items: encode* > upload*.');
      ordered = true;
    } else if (piece.startsWith('~')) {
      window = readWindow(piece, source);
    } else {
      items.push(splitAlternatives(piece).map((text) => readAlternative(text, source)));
    }
  }
  if (items.length === 0)
    throw new PatternFault('a pattern is empty', 'Write at least one word, for example: inverted_index|bm25.');
  return { source, items, ordered, window: window ?? items.length + 2 };
}

function readWindow(piece: string, source: string): number {
  const size = Number(piece.slice(1));
  if (!Number.isInteger(size) || size < 1 || size > 60) {
    throw new PatternFault(
      `the window "${piece}" in "${source}" is not a number from 1 to 60`,
      'Write it as ~10, after the items.',
    );
  }
  return size;
}

function splitAlternatives(piece: string): string[] {
  return piece.match(/<[^<>]*>|[^|]+/gu) ?? [];
}

function readAlternative(text: string, source: string): Alternative {
  if (text.startsWith('<')) return readAngle(text.slice(1, -1).trim(), source);
  if (/[<>|~]/u.test(text))
    throw new PatternFault(
      `"${text}" in "${source}" cannot be read`,
      'Items are words, word*, two_words, <concept> or <latency 20..60ms>; alternatives are joined by "|" without spaces.',
    );
  const words = text.split('_').map((word) => readWord(word, source));
  return { kind: 'words', words };
}

function readWord(word: string, source: string): WordTest {
  const prefix = word.endsWith('*');
  const bare = prefix ? word.slice(0, -1) : word;
  if (bare === '' || bare.includes('*'))
    throw new PatternFault(
      `"${word}" in "${source}" is not a word`,
      'A star stands at the end of a word of at least four letters: retriev*.',
    );
  if (prefix && bare.length < shortestPrefix)
    throw new PatternFault(
      `the prefix "${word}" in "${source}" is too short`,
      `Write at least ${shortestPrefix} letters before the star.`,
    );
  return { text: bare.toLowerCase(), prefix };
}

function readAngle(inside: string, source: string): Alternative {
  const [head = '', ...rest] = inside.split(/\s+/u);
  const tail = rest.join(' ');
  if (head === 'fact' || head === 'figure') {
    if (!/^[a-z0-9-]+$/u.test(tail))
      throw new PatternFault(`<${inside}> in "${source}" names no ${head}`, `Write the id: <${head} some-id>.`);
    return { kind: 'case-number', of: head, id: tail };
  }
  if ((numberKinds as readonly string[]).includes(head)) return readNumber(head as NumberKind, tail, source);
  if (tail !== '' || !/^[a-z0-9][a-z0-9-]*$/u.test(head)) {
    throw new PatternFault(
      `<${inside}> in "${source}" is neither a concept nor a number`,
      `A concept is one word with hyphens; a number is one of ${numberKinds.join(', ')} with bounds, as in <latency 20..60ms>.`,
    );
  }
  return { kind: 'concept', id: head };
}

function readNumber(quantity: NumberKind, bounds: string, source: string): Alternative {
  if (bounds === '') return { kind: 'number', quantity, from: -Infinity, to: Infinity, unit: '' };
  const match = /^([\d.e+-]*?)\.\.([\d.e+]*)\s*([a-zA-Z/%]*)$/u.exec(bounds);
  const from = match?.[1] ? Number(match[1]) : -Infinity;
  const to = match?.[2] ? Number(match[2]) : Infinity;
  if (!match || Number.isNaN(from) || Number.isNaN(to) || from > to) {
    throw new PatternFault(
      `the bounds "${bounds}" in "${source}" cannot be read`,
      'Write them as from..to with a unit: 20..60ms, 1e8..5e9, ..5.',
    );
  }
  return { kind: 'number', quantity, from, to, unit: match[3] ?? '' };
}
