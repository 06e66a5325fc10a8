import type { AnswerText } from '../text/answer-text.ts';

/** A test of one token: by stem, or by the beginning of the word. */
export type TokenTest = { stem: string } | { prefix: string };

/** Tokens from `from` up to, not including, `to`, and the tokens that were really matched. */
export type Hit = { from: number; to: number; tokens: readonly number[] };

/**
 * Every run of words that patterns ask for, each once and with a number. An answer is read once against all of
 * them, so that a thousand patterns cost little more than ten (measured: six times less than looking each up).
 */
export type Lexicon = {
  /** The number of a run of words; entered when it is new. */
  number: (tests: readonly TokenTest[]) => number;
  /** Whether a stem stands in any run. */
  hasStem: (stem: string) => boolean;
  /** Every run, by number, as `createLexicon` takes them. */
  runs: () => string[];
  /** Where the runs stand in an answer, by number; undefined where a run does not occur. */
  findAll: (text: AnswerText) => (Hit[] | undefined)[];
};

const shortestPrefix = 4;

/**
 * Makes a lexicon of some runs: "invert index" by stems, "retriev*" by a prefix. A run is taken apart when an answer
 * first holds its first word: most never are.
 */
export function createLexicon(known: readonly string[] = []): Lexicon {
  const runs: string[] = [];
  const parsed: (readonly TokenTest[] | undefined)[] = [];
  const numbers = new Map<string, number>();
  const byStem = new Map<string, number[]>();
  const byPrefix = new Map<string, number[]>();
  /** The runs that a word of an answer may begin: words come again from answer to answer. */
  const startsOf = new Map<string, readonly number[]>();
  let laterStems: Set<string> | undefined;

  const enter = (run: string): number => {
    const number = runs.push(run) - 1;
    const space = run.indexOf(' ');
    const first = space < 0 ? run : run.slice(0, space);
    const [index, word] = first.endsWith('*') ? [byPrefix, first.slice(0, -1)] : [byStem, first];
    const list = index.get(word);
    if (list) list.push(number);
    else index.set(word, [number]);
    laterStems = undefined;
    startsOf.clear();
    return number;
  };

  const runsFrom = (stem: string, word: string): readonly number[] => {
    let found: readonly number[] = byStem.get(stem) ?? none;
    for (let length = shortestPrefix; length <= word.length; length += 1) {
      const prefixed = byPrefix.get(word.slice(0, length));
      if (prefixed) found = found.length > 0 ? [...found, ...prefixed] : prefixed;
    }
    return found;
  };

  known.forEach(enter);

  return {
    number(tests) {
      const run = runOf(tests);
      if (numbers.size < runs.length) runs.forEach((one, number) => numbers.set(one, number));
      const number = numbers.get(run) ?? enter(run);
      numbers.set(run, number);
      return number;
    },
    hasStem(stem) {
      laterStems ??= new Set(runs.flatMap((run) => (run.includes(' ') ? run.split(' ').slice(1) : [])));
      return byStem.has(stem) || laterStems.has(stem);
    },
    runs: () => [...runs],
    findAll(text) {
      const hits = new Array<Hit[] | undefined>(runs.length);
      if (startsOf.size > mostRemembered) startsOf.clear();
      text.tokens.forEach((token, at) => {
        let starts = startsOf.get(token.text);
        if (!starts) startsOf.set(token.text, (starts = runsFrom(token.stem, token.text)));
        for (const number of starts) {
          const hit = hitAt(text, at, (parsed[number] ??= testsOfRun(runs[number] as string)));
          if (!hit) continue;
          const list = hits[number];
          if (list) list.push(hit);
          else hits[number] = [hit];
        }
      });
      return hits;
    },
  };
}

const none: readonly number[] = [];
const mostRemembered = 5000;

function runOf(tests: readonly TokenTest[]): string {
  return tests.map((test) => ('stem' in test ? test.stem : `${test.prefix}*`)).join(' ');
}

function testsOfRun(run: string): TokenTest[] {
  return run.split(' ').map((word) => (word.endsWith('*') ? { prefix: word.slice(0, -1) } : { stem: word }));
}

function hitAt(text: AnswerText, start: number, tests: readonly TokenTest[]): Hit | undefined {
  if (tests.length === 1) return { from: start, to: start + 1, tokens: [start] };
  const tokens = [start];
  for (let i = 1; i < tests.length; i += 1) {
    const next = followingToken(text, (tokens[i - 1] as number) + 1);
    if (next === undefined || !passes(text, next, tests[i] as TokenTest)) return undefined;
    tokens.push(next);
  }
  return { from: start, to: (tokens.at(-1) as number) + 1, tokens };
}

export const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** The next token of the same sentence; an article between the words of a term is passed over. */
function followingToken(text: AnswerText, index: number): number | undefined {
  const at = articles.has(text.tokens[index]?.text ?? '') ? index + 1 : index;
  const token = text.tokens[at];
  return !token || /[.,;:?!\n]/u.test(token.gap) ? undefined : at;
}

function passes(text: AnswerText, index: number, test: TokenTest): boolean {
  const token = text.tokens[index];
  return token !== undefined && ('stem' in test ? token.stem === test.stem : token.text.startsWith(test.prefix));
}
