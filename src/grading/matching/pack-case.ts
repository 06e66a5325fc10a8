import type { CaseStudy, Criterion, Element, Option, Rule } from '../../domain/case-study.ts';
import type { CompiledLanguage, LanguagePart } from './compiled-language.ts';

type Languages = Record<LanguagePart, CompiledLanguage>;

/**
 * A case as the program starts with it: each pattern that a language holds compiled is named by a short key and not by
 * its source, there and here. Sources and glossary were half of what a start parsed. A key is no pattern, so that a case
 * without its languages fails aloud.
 */
export function packCase(caseStudy: CaseStudy, languages: Languages): { caseStudy: CaseStudy; languages: Languages } {
  const keys = new Map<string, string>();
  for (const { patterns } of Object.values(languages))
    for (const source of Object.keys(patterns)) if (!keys.has(source)) keys.set(source, `<${keys.size.toString(36)}`);
  const key = (source: string): string => keys.get(source) ?? source;
  return { caseStudy: packedCase(caseStudy, key), languages: mapValues(languages, (one) => packedLanguage(one, key)) };
}

type Key = (source: string) => string;

function packedLanguage(language: CompiledLanguage, key: Key): CompiledLanguage {
  return {
    ...language,
    patterns: Object.fromEntries(Object.entries(language.patterns).map(([source, data]) => [key(source), data])),
    concepts: mapValues(language.concepts, ({ finds, blocks }) => ({ finds: finds.map(key), blocks: blocks.map(key) })),
  };
}

function packedCase(caseStudy: CaseStudy, key: Key): CaseStudy {
  return {
    ...caseStudy,
    facts: caseStudy.facts.map((fact) => ({ ...fact, asked: fact.asked.map(key) })),
    steps: caseStudy.steps.map((step) => ({
      ...step,
      criteria: step.criteria.map((criterion): Criterion => ({ ...criterion, rule: packedRule(criterion.rule, key) })),
      misconceptions: step.misconceptions.map((one) => ({ ...one, any: one.any.map(key) })),
    })),
  };
}

function packedRule(rule: Rule, key: Key): Rule {
  const packed = (elements: readonly Element[]): Element[] =>
    elements.map((element) => ({ ...element, patterns: element.patterns.map(key) }));
  switch (rule.form) {
    case 'needs':
      return { ...rule, needs: packed(rule.needs), because: packed(rule.because) };
    case 'options':
      return {
        ...rule,
        options: rule.options.map((option): Option => ({
          ...option,
          needs: packed(option.needs),
          because: packed(option.because),
          price: packed(option.price),
        })),
      };
    case 'asks':
      return { ...rule, orStates: packed(rule.orStates) };
  }
}

function mapValues<K extends string, A, B>(record: Readonly<Record<K, A>>, change: (value: A) => B): Record<K, B> {
  const entries = Object.entries(record) as [K, A][];
  return Object.fromEntries(entries.map(([name, value]) => [name, change(value)])) as Record<K, B>;
}
