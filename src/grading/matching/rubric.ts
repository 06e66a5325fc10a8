import type { CaseStudy, Criterion, Element, Fact, Misconception, Rule, Step } from '../../domain/case-study.ts';
import type { CompiledPattern } from './compile-pattern.ts';
import type { Language } from './language.ts';

/** A rubric made ready for matching: what one step asks for, compiled once. */
export type StepRubric = {
  step: Step;
  criteria: readonly CompiledCriterion[];
  misconceptions: readonly { misconception: Misconception; any: readonly CompiledPattern[] }[];
};

export type CompiledElement = { name: string; patterns: readonly CompiledPattern[] };
export type CompiledCriterion = { criterion: Criterion; rule: CompiledRule };

export type CompiledRule =
  | { form: 'needs'; needs: readonly CompiledElement[]; because: readonly CompiledElement[]; enough: number }
  | { form: 'options'; options: readonly CompiledOption[] }
  | { form: 'asks'; asked: readonly CompiledPattern[]; orStates: readonly CompiledElement[] };

export type CompiledOption = { name: string; needs: readonly CompiledElement[]; because: readonly CompiledElement[] };

/** Compiles one step of a case. */
export function compileStep(step: Step, caseStudy: CaseStudy, language: Language): StepRubric {
  return {
    step,
    criteria: step.criteria.map((criterion) => ({ criterion, rule: compileRule(criterion.rule, caseStudy, language) })),
    misconceptions: step.misconceptions.map((misconception) => ({
      misconception,
      any: misconception.any.map(language.compile),
    })),
  };
}

function compileRule(rule: Rule, caseStudy: CaseStudy, language: Language): CompiledRule {
  switch (rule.form) {
    case 'needs':
      return {
        form: 'needs',
        needs: compileElements(rule.needs, language),
        because: compileElements(rule.because, language),
        enough: rule.enough ?? rule.needs.length,
      };
    case 'options':
      return {
        form: 'options',
        options: rule.options.map((option) => ({
          name: option.name,
          needs: compileElements(option.needs, language),
          because: compileElements([...option.because, ...option.price], language),
        })),
      };
    case 'asks':
      return {
        form: 'asks',
        asked: factsAsked(rule, caseStudy)
          .flatMap((fact) => fact.asked)
          .map(language.compile),
        orStates: compileElements(rule.orStates, language),
      };
  }
}

function compileElements(elements: readonly Element[], language: Language): CompiledElement[] {
  return elements.map((element) => ({
    name: element.name,
    patterns: element.patterns.map(language.compile),
  }));
}

/** Every pattern that a step uses: its criteria, its misconceptions, and the facts that it asks for. */
export function patternsOfStep(step: Step, caseStudy: CaseStudy): string[] {
  return [
    ...step.criteria.flatMap((criterion) => elementsOf(criterion.rule).flatMap((element) => element.patterns)),
    ...step.criteria.flatMap((criterion) => factsAsked(criterion.rule, caseStudy).flatMap((fact) => fact.asked)),
    ...step.misconceptions.flatMap((one) => one.any),
  ];
}

/** Every way of asking for a fact of the case. */
export function patternsOfFacts(caseStudy: CaseStudy): string[] {
  return caseStudy.facts.flatMap((fact) => fact.asked);
}

function factsAsked(rule: Rule, caseStudy: CaseStudy): Fact[] {
  return rule.form === 'asks' ? caseStudy.facts.filter((fact) => rule.facts.includes(fact.id)) : [];
}

/** Every element of a rule, whatever its form. */
export function elementsOf(rule: Rule): readonly Element[] {
  switch (rule.form) {
    case 'needs':
      return [...rule.needs, ...rule.because];
    case 'options':
      return rule.options.flatMap((option) => [...option.needs, ...option.because, ...option.price]);
    case 'asks':
      return rule.orStates;
  }
}
