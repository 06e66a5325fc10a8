import type { CaseStudy, Concept, Glossary } from '../../domain/case-study.ts';
import { readPattern } from '../../domain/pattern.ts';
import { readAnswerText, type AnswerText } from '../text/answer-text.ts';
import { compilePattern, conceptsOfPattern, wordsOfPattern, type CompiledPattern } from './compile-pattern.ts';
import { patternData, patternFromData, type CompiledLanguage, type ConceptData } from './compiled-language.ts';
import { createLexicon } from './lexicon.ts';
import { createMatcher, type CaseNumber, type CompiledConcept, type Matcher } from './matcher.ts';
import { typoRepair } from '../text/repair-typos.ts';

/**
 * What a set of patterns can talk about: their words, the concepts they name, the case's numbers. A step has its own,
 * so that grading one step costs the patterns of one step.
 */
export type Language = {
  /** Throws a `RangeError` for a pattern that does not parse. */
  compile: (source: string) => CompiledPattern;
  read: (text: string) => AnswerText;
  match: (text: AnswerText) => Matcher;
  /** Everything compiled so far, to be kept as JSON. */
  data: () => CompiledLanguage;
  /** Whether a word is one of the patterns' own or of the word list. */
  knows: (word: string) => boolean;
};

export type LanguageMaterial = { caseStudy: CaseStudy; glossary: Glossary; isWord: (word: string) => boolean };

const rememberedTexts = 16;
const factTolerance = 0.12;
const mostWords = 5000;

/** Makes the language of some patterns; what was compiled at build is taken from there. */
export function createLanguage(
  sources: readonly string[],
  { caseStudy, glossary, isWord }: LanguageMaterial,
  compiled?: CompiledLanguage,
): Language {
  const patterns = new Map<string, CompiledPattern>();
  const words = new Set<string>(compiled?.vocabulary);
  const lexicon = createLexicon(compiled?.runs);
  const concepts = new Map<string, CompiledConcept>();
  const conceptSources = new Map<string, ConceptData>();
  let byId: ReadonlyMap<string, Concept> | undefined;
  const sourcesOf = (id: string): ConceptData | undefined => {
    byId ??= new Map(glossary.concepts.map((concept) => [concept.id, concept]));
    const concept = byId.get(id);
    return concept && { finds: [...concept.terms, ...concept.plain], blocks: concept.blocks };
  };

  const compile = (source: string): CompiledPattern => {
    const known = patterns.get(source);
    if (known) return known;
    const data = compiled?.patterns[source];
    const pattern = data ? patternFromData(source, data) : compileSource(source);
    patterns.set(source, pattern);
    conceptsOfPattern(pattern).forEach(addConcept);
    return pattern;
  };
  const compileSource = (source: string): CompiledPattern => {
    const reading = readPattern(source);
    if (!reading.ok) throw new RangeError(`the pattern "${source}" cannot be compiled: ${reading.what}`);
    wordsOfPattern(reading.pattern).forEach((word) => words.add(word));
    return compilePattern(reading.pattern, lexicon);
  };
  const addConcept = (id: string): void => {
    const sources = compiled?.concepts[id] ?? sourcesOf(id);
    if (!sources || concepts.has(id)) return;
    concepts.set(id, { finds: [], blocks: [] });
    conceptSources.set(id, sources);
    concepts.set(id, { finds: sources.finds.map(compile), blocks: sources.blocks.map(compile) });
  };
  sources.forEach(compile);

  const dictionary = { concepts, numbers: numbersOf(caseStudy), lexicon };
  const repair = typoRepair({ words, hasStem: lexicon.hasStem, isWord });
  const known = remembered(isWord);
  const texts = new Map<string, AnswerText>();
  return {
    compile,
    read(given) {
      const known = texts.get(given);
      if (known) return known;
      const text = readAnswerText(given, { isTerm: (word) => words.has(word), repair });
      if (texts.size >= rememberedTexts) texts.delete(texts.keys().next().value as string);
      texts.set(given, text);
      return text;
    },
    data: () => ({
      runs: lexicon.runs(),
      patterns: Object.fromEntries([...patterns].map(([source, pattern]) => [source, patternData(pattern)])),
      concepts: Object.fromEntries(conceptSources),
      vocabulary: [...words],
    }),
    match: (text) => createMatcher(text, dictionary),
    knows: (word) => words.has(word) || known(word),
  };
}

/** The word list is searched by halving: the words of answers come again. */
function remembered(isWord: (word: string) => boolean): (word: string) => boolean {
  const found = new Map<string, boolean>();
  return (word) => {
    let is = found.get(word);
    if (is === undefined) {
      if (found.size > mostWords) found.clear();
      found.set(word, (is = isWord(word)));
    }
    return is;
  };
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
