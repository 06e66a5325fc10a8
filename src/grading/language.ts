import type { CaseStudy, Glossary } from '../domain/case-study.ts';
import { readPattern, type Pattern } from '../domain/pattern.ts';
import { readAnswerText, type AnswerText } from './answer-text.ts';
import { compilePattern, conceptsOfPattern, wordsOfPattern, type CompiledPattern } from './compile-pattern.ts';
import { createLexicon } from './lexicon.ts';
import { createMatcher, type CaseNumber, type CompiledConcept, type Matcher } from './matcher.ts';
import { typoRepair } from './repair-typos.ts';

/**
 * What a set of patterns can talk about: their words, the concepts they name, the case's numbers. A step has its own,
 * so that grading one step costs the patterns of one step.
 */
export type Language = {
  /** Throws a `RangeError` for a pattern that does not parse. */
  compile: (source: string) => CompiledPattern;
  read: (text: string) => AnswerText;
  match: (text: AnswerText) => Matcher;
  /** Whether a word is one of the patterns' own or of the word list. */
  knows: (word: string) => boolean;
};

export type LanguageMaterial = { caseStudy: CaseStudy; glossary: Glossary; isWord: (word: string) => boolean };

const rememberedTexts = 16;
const factTolerance = 0.12;

/** Makes the language of some patterns. */
export function createLanguage(
  sources: readonly string[],
  { caseStudy, glossary, isWord }: LanguageMaterial,
): Language {
  const parsed = new Map<string, Pattern>();
  const lexicon = createLexicon();
  const concepts = new Map<string, CompiledConcept>();
  const byId = new Map(glossary.concepts.map((concept) => [concept.id, concept]));

  const parse = (source: string): Pattern => {
    const known = parsed.get(source);
    if (known) return known;
    const reading = readPattern(source);
    if (!reading.ok) throw new RangeError(`the pattern "${source}" cannot be compiled: ${reading.what}`);
    parsed.set(source, reading.pattern);
    return reading.pattern;
  };
  const compile = (source: string): CompiledPattern => compilePattern(parse(source), lexicon);
  const addConcepts = (source: string): void => conceptsOfPattern(parse(source)).forEach(addConcept);
  const addConcept = (id: string): void => {
    const concept = byId.get(id);
    if (!concept || concepts.has(id)) return;
    const finds = [...concept.terms, ...concept.plain];
    concepts.set(id, { finds: finds.map(compile), blocks: concept.blocks.map(compile) });
    finds.forEach(addConcepts);
  };
  sources.forEach(addConcepts);
  const vocabulary = once(() => new Set([...parsed.values()].flatMap(wordsOfPattern)));

  const dictionary = { concepts, numbers: numbersOf(caseStudy), lexicon };
  const repair = typoRepair(vocabulary, isWord);
  const texts = new Map<string, AnswerText>();
  return {
    compile,
    read(given) {
      const known = texts.get(given);
      if (known) return known;
      const text = readAnswerText(given, { isTerm: (word) => vocabulary().has(word), repair });
      if (texts.size >= rememberedTexts) texts.delete(texts.keys().next().value as string);
      texts.set(given, text);
      return text;
    },
    match: (text) => createMatcher(text, dictionary),
    knows: (word) => isWord(word) || vocabulary().has(word),
  };
}

/** Makes a value when it is first asked for: most answers hold no misspelt word. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function numbersOf(caseStudy: CaseStudy): Map<string, CaseNumber> {
  const numbers = new Map<string, CaseNumber>();
  for (const fact of caseStudy.facts) {
    if (fact.value === undefined) continue;
    numbers.set(`fact ${fact.id}`, { value: fact.value, unit: fact.unit ?? '', tolerance: factTolerance });
  }
  for (const figure of caseStudy.figures) numbers.set(`figure ${figure.id}`, figure);
  return numbers;
}
