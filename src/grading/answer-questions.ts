import type { Fact } from '../domain/case-study.ts';
import { quote, type AnswerText } from './text/answer-text.ts';
import type { CompiledPattern } from './matching/compile-pattern.ts';
import type { CompiledLanguage } from './matching/compiled-language.ts';
import { createLanguage, type LanguageMaterial } from './matching/language.ts';
import type { Matcher } from './matching/matcher.ts';
import { patternsOfFacts } from './matching/rubric.ts';
import type { Sentence } from './text/sentences.ts';

type Span = Pick<Sentence, 'from' | 'to'>;

export type QuestionAnswer = {
  kind: 'fact' | 'open' | 'unknown';
  /** The fact, where there is one. */
  id: string | null;
  /** The nearest fact, where the question fits none. */
  nearest: string | null;
  /** What the interviewer says. */
  text: string;
  start: number;
  end: number;
};

type CompiledFact = { fact: Fact; asked: readonly CompiledPattern[]; words: ReadonlySet<string> };

/**
 * Makes the interviewer of a case, who answers every question of a text from the facts; a text without a question
 * mark is one question.
 */
export function createInterviewer(
  material: LanguageMaterial,
  compiledLanguage?: CompiledLanguage,
): (text: string) => QuestionAnswer[] {
  const { facts } = material.caseStudy;
  const language = createLanguage(patternsOfFacts(material.caseStudy), material, compiledLanguage);
  const compiled = facts.map((fact) => ({
    fact,
    asked: fact.asked.map(language.compile),
    words: new Set(contentStems(language.read(`${fact.topic} ${fact.answer}`))),
  }));
  return (given) => {
    const text = language.read(given);
    const asked = text.sentences.filter((sentence) => sentence.shape === 'question');
    const matcher = language.match(text);
    return (asked.length > 0 ? asked : wholeText(text)).map((question) => answer(text, question, compiled, matcher));
  };
}

function answer(text: AnswerText, question: Span, facts: readonly CompiledFact[], matcher: Matcher): QuestionAnswer {
  const { start, end } = quote(text, question.from, question.to);
  const fits = facts
    .map((one) => ({ fact: one.fact, tokens: matchedTokens(one, question, matcher) }))
    .filter((one) => one.tokens.size > 0)
    .sort((a, b) => b.tokens.size - a.tokens.size);
  const told = disjoint(fits);
  const first = told[0];
  if (!first) return unknown(text, question, facts, { start, end });
  const say = told.map((fact) => fact.answer).join(' ');
  return { kind: first.open ? 'open' : 'fact', id: first.id, nearest: null, text: say, start, end };
}

function contentStems(text: AnswerText): string[] {
  return text.tokens.filter((token) => token.content).map((token) => token.stem);
}

function wholeText(text: AnswerText): Span[] {
  return text.tokens.length > 0 ? [{ from: 0, to: text.tokens.length }] : [];
}

function matchedTokens(compiled: CompiledFact, question: Span, matcher: Matcher): Set<number> {
  const hits = compiled.asked
    .flatMap((pattern) => matcher.find(pattern))
    .filter((hit) => hit.from >= question.from && hit.to <= question.to);
  return new Set(hits.flatMap((hit) => hit.tokens));
}

/** The best fact, and others that answer a different part of the same question. */
function disjoint(fits: readonly { fact: Fact; tokens: ReadonlySet<number> }[]): Fact[] {
  const used = new Set<number>();
  const told: Fact[] = [];
  for (const { fact, tokens } of fits) {
    const fresh = [...tokens].filter((token) => !used.has(token)).length;
    if (told.length > 0 && (fresh < 2 || told.length >= 3)) continue;
    tokens.forEach((token) => used.add(token));
    told.push(fact);
  }
  return told;
}

function unknown(
  text: AnswerText,
  question: Span,
  facts: readonly CompiledFact[],
  place: { start: number; end: number },
): QuestionAnswer {
  const stems = text.tokens
    .slice(question.from, question.to)
    .filter((token) => token.content)
    .map((token) => token.stem);
  const ranked = facts
    .map((one) => ({ fact: one.fact, shared: stems.filter((stem) => one.words.has(stem)).length }))
    .sort((a, b) => b.shared - a.shared);
  const nearest = ranked[0] && ranked[0].shared > 0 ? ranked[0].fact : undefined;
  const say = nearest
    ? `I do not know that. The nearest thing I can tell you is ${nearest.topic}: ${nearest.answer}`
    : 'I do not know that. Assume something and say it aloud.';
  return { kind: 'unknown', id: null, nearest: nearest?.id ?? null, text: say, start: place.start, end: place.end };
}
