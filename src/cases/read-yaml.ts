import { Composer, LineCounter, Parser, type Document, type ParsedNode } from 'yaml';
import type { Place, Problem } from '../domain/problem.ts';
import { characterFaults, replaceForbidden } from './forbidden-characters.ts';
import { checkSize } from './check-size.ts';
import type { Fault, Located } from './located.ts';
import { locate } from './locate.ts';
import { syntaxFault } from './syntax-words.ts';

/** A YAML text as far as it could be read: the tree with places (none when the text is no YAML), and the faults so far. */
export type YamlReading = { root?: Located; faults: readonly Fault[]; placeOf: (at: number) => Place };

/** Reads a text that holds one YAML document; hostile texts are refused in words, before they cost time or memory. */
export function readYaml(given: string, file: string): YamlReading {
  const text = given.replace(/^\ufeff/u, '').replace(/\r\n/gu, '\n');
  const lines = countLines(text);
  const placeOf = (at: number): Place => {
    const { line, col } = lines.linePos(at);
    return { file, line, column: col };
  };
  const tooMuch = checkSize(text);
  if (tooMuch) return { faults: [tooMuch], placeOf };
  const raw = characterFaults(text);
  const tokens = [...new Parser().parse(text)];
  const { document, second } = composeOne(tokens);
  if (!document?.contents)
    return { faults: [...raw, ...errorsOf(document, text), ...(raw.length > 0 ? [] : [empty])], placeOf };
  const syntax = [...errorsOf(document, text), ...directiveFaults(document)];
  if (second !== undefined)
    syntax.push({
      at: second,
      what: 'a second document begins here',
      mend: 'One file holds one document: leave out the line "---", or move the rest to another file.',
    });
  if (syntax.length > 0) return { faults: [...raw, ...syntax], placeOf };
  const { root, faults, hasAlias } = locate(document.contents, text);
  // What an alias stands for is not known, so that the shape cannot be judged.
  return { ...(hasAlias ? {} : { root }), faults: [...raw, ...faults], placeOf };
}

/** Gives faults their places, in the order of the text; past the limit only their number is told. */
export function placeFaults(faults: readonly Fault[], placeOf: (at: number) => Place): Problem[] {
  const told = new Set<string>();
  const sorted = [...faults].sort((a, b) => a.at - b.at);
  const problems = sorted.flatMap(({ at, what, mend }): Problem[] => {
    const where = placeOf(at);
    const key = `${where.line}:${where.column}:${what}`;
    if (told.has(key)) return [];
    told.add(key);
    return [{ where, what: safeMessage(what), mend: safeMessage(mend) }];
  });
  const more = problems.length - mostProblems;
  const next = problems[mostProblems];
  if (!next) return problems;
  return [
    ...problems.slice(0, mostProblems),
    {
      where: next.where,
      what: `${more} more ${more === 1 ? 'problem' : 'problems'} from here on`,
      mend: 'Mend those above first; one fault often causes several.',
    },
  ];
}

const mostProblems = 60;
const mostSyntaxFaults = 200;
const longestMessage = 400;

const empty: Fault = { at: 0, what: 'the file is empty', mend: 'Start from the skeleton: mlsd cases new <id>.' };

/** A message may quote the file: it is kept short, and free of what steers a terminal. */
function safeMessage(text: string): string {
  const plain = replaceForbidden(text);
  return plain.length > longestMessage ? `${plain.slice(0, longestMessage)}…` : plain;
}

/** Composes the first document, and tells where a second one begins. */
function composeOne(tokens: Parameters<Composer['compose']>[0]): {
  document?: Document.Parsed<ParsedNode>;
  second?: number;
} {
  const composer = new Composer<ParsedNode>({ version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false });
  let document: Document.Parsed<ParsedNode> | undefined;
  for (const one of composer.compose(tokens)) {
    if (document) return { document, second: one.range[0] };
    document = one;
  }
  return document ? { document } : {};
}

function errorsOf(document: Document.Parsed | undefined, text: string): Fault[] {
  const errors = (document?.errors ?? []).slice(0, mostSyntaxFaults);
  // What follows the first fault of a line is mostly its echo.
  const lineOf = (at: number): number => text.lastIndexOf('\n', at - 1);
  const first = errors.filter(({ pos }, i) => i === 0 || lineOf(pos[0]) !== lineOf(errors[i - 1]?.pos[0] ?? -1));
  return first.map((error) => syntaxFault(error, text));
}

function directiveFaults(document: Document.Parsed): Fault[] {
  const { yaml, tags } = document.directives;
  const given = yaml.explicit === true || Object.keys(tags).some((prefix) => prefix !== '!!');
  return given ? [{ at: 0, what: 'a directive ("%…") stands before the document', mend: 'Leave it out.' }] : [];
}

function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}
