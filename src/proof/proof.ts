import type { CaseStudy, Glossary } from '../domain/case-study.ts';
import type { Place, Problem } from '../domain/problem.ts';
import { caseWords } from '../grading/other-case.ts';
import { createGrader, type Grader } from '../grading/grader.ts';

/** Keys and indexes from the top of a case's file: `['steps', 'data', 'model_answer']`. */
export type CasePath = readonly (string | number)[];

/** What a proof may use. */
export type ProofMaterial = {
  caseStudy: CaseStudy;
  glossary: Glossary;
  isWord: (word: string) => boolean;
  /** The cases that ship, without this one. */
  otherCases: readonly CaseStudy[];
  /** Counts, lengths and balance are laws for the cases that ship, advice for one's own. */
  shipped: boolean;
  placeOf: (path: CasePath) => Place;
  /** Grades by the criteria alone: copied text and other cases are not looked for. */
  bare: Grader;
  /** Grades as a session does. */
  full: Grader;
};

/** Shows one truth of a case, or returns what speaks against it. Named for the truth it guards. */
export type Proof = (material: ProofMaterial) => readonly Problem[];

/** Adds the two graders to what is known about a case. */
export function proofMaterial(given: Omit<ProofMaterial, 'bare' | 'full'>): ProofMaterial {
  const { caseStudy, glossary, isWord, otherCases } = given;
  return {
    ...given,
    bare: createGrader({ caseStudy, glossary, isWord, ignoreCopies: true }),
    full: createGrader({ caseStudy, glossary, isWord, knownCases: otherCases.map(caseWords) }),
  };
}

/** A percentage for a message: .904 is "90 %". */
export function percentText(part: number): string {
  return `${Math.round(part * 100)} %`;
}
