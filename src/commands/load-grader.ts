import type { CaseStudy } from '../domain/case-study.ts';
import type { CompiledLanguage, LanguagePart } from '../grading/matching/compiled-language.ts';
import type { Grader } from '../grading/grader.ts';
import type { CaseLibrary } from '../ports.ts';

/** The grader of a case, with the glossary, the word list, and the words of all cases for "this is another case's text". */
export async function loadGrader(library: CaseLibrary, caseStudy: CaseStudy): Promise<Grader> {
  const [{ createGrader }, glossary, isWord, knownCases = []] = await Promise.all([
    import('../grading/grader.ts'),
    library.glossary(),
    library.isWord(),
    library.caseWords?.(),
  ]);
  const compiled = (part: LanguagePart) => library.compiled?.(caseStudy.hash, part) as CompiledLanguage | undefined;
  return createGrader({ caseStudy, glossary, isWord, knownCases, compiled });
}
