import type { CaseStudy } from '../domain/case-study.ts';
import type { CompiledLanguage, LanguagePart } from '../grading/compiled-language.ts';
import { createGrader, type Grader } from '../grading/grader.ts';
import type { CaseLibrary } from '../ports.ts';

/** The grader of a case, with the glossary, the word list, and the other built-in cases for "this is another case's text". */
export async function loadGrader(library: CaseLibrary, caseStudy: CaseStudy): Promise<Grader> {
  const [glossary, isWord, otherCases] = await Promise.all([
    library.glossary(),
    library.isWord(),
    loadOtherCases(library, caseStudy.id),
  ]);
  const compiled = (part: LanguagePart) => library.compiled?.(caseStudy.hash, part) as CompiledLanguage | undefined;
  return createGrader({ caseStudy, glossary, isWord, otherCases, compiled });
}

/** Cases that come with the program; a file of one's own that is at fault must not stop another case's grading. */
async function loadOtherCases(library: CaseLibrary, id: string): Promise<CaseStudy[]> {
  const { cases } = await library.list();
  const others = cases.filter((one) => one.id !== id && one.origin !== 'own');
  const readings = await Promise.all(others.map((one) => library.load(one.id)));
  return readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
}
