import type { CaseStudy, Glossary } from '../domain/case-study.ts';
import type { CompiledLanguage, LanguagePart } from '../grading/matching/compiled-language.ts';
import type { Grader } from '../grading/grader.ts';
import type { CaseLibrary } from '../ports.ts';

/** The grader of a case, with the glossary, the word list, and the words of all cases for "this is another case's text". */
export async function loadGrader(library: CaseLibrary, caseStudy: CaseStudy): Promise<Grader> {
  const compiled = library.compiled?.(caseStudy.hash) as ((part: LanguagePart) => CompiledLanguage) | undefined;
  const [{ createGrader }, glossary, isWord, knownCases = []] = await Promise.all([
    import('../grading/grader.ts'),
    compiled ? noConcepts : library.glossary(),
    library.isWord(),
    library.caseWords?.(),
  ]);
  return createGrader({ caseStudy, glossary, isWord, knownCases, ...(compiled && { compiled }) });
}

/** What was compiled holds the concepts that it needs. */
const noConcepts: Glossary = { formatVersion: 1, concepts: [] };
