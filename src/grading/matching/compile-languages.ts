import { stepIds } from '../../domain/step.ts';
import type { CompiledLanguage, LanguagePart } from './compiled-language.ts';
import { printedTexts } from '../step-grader.ts';
import { createLanguage, type Language, type LanguageMaterial } from './language.ts';
import { patternsOfFacts, patternsOfStep } from './rubric.ts';

/** Compiles every part of a case at build, for `createGrader`'s `compiled`. */
export function compileLanguages(material: LanguageMaterial): Record<LanguagePart, CompiledLanguage> {
  const { caseStudy } = material;
  const compile = (sources: readonly string[]): Language => createLanguage(sources, material);
  const steps = stepIds.map((id): [LanguagePart, CompiledLanguage] => {
    const step = caseStudy.steps.find((one) => one.id === id);
    const language = compile(step ? patternsOfStep(step, caseStudy) : []);
    return [id, { ...language.data(), ...(step ? { printed: printedTexts(step, caseStudy, language) } : {}) }];
  });
  return Object.fromEntries([...steps, ['facts', compile(patternsOfFacts(caseStudy)).data()]]) as Record<
    LanguagePart,
    CompiledLanguage
  >;
}
