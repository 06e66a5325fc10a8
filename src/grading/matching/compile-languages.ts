import { stepIds } from '../../domain/step.ts';
import type { CompiledLanguage, LanguagePart } from './compiled-language.ts';
import { createLanguage, type LanguageMaterial } from './language.ts';
import { patternsOfFacts, patternsOfStep } from './rubric.ts';

/** Compiles every part of a case at build, for `createGrader`'s `compiled`. */
export function compileLanguages(material: Omit<LanguageMaterial, 'isWord'>): Record<LanguagePart, CompiledLanguage> {
  const { caseStudy } = material;
  const compile = (sources: readonly string[]): CompiledLanguage =>
    createLanguage(sources, { ...material, isWord: () => true }).data();
  const steps = stepIds.map((id): [LanguagePart, CompiledLanguage] => {
    const step = caseStudy.steps.find((one) => one.id === id);
    return [id, compile(step ? patternsOfStep(step, caseStudy) : [])];
  });
  return Object.fromEntries([...steps, ['facts', compile(patternsOfFacts(caseStudy))]]) as Record<
    LanguagePart,
    CompiledLanguage
  >;
}
