import type { CaseStudy, Glossary } from '../domain/case-study.ts';
import type { CaseWords } from '../domain/case-words.ts';
import type { Evidence, Score } from '../domain/score.ts';
import type { StepId } from '../domain/step.ts';
import { createInterviewer, type QuestionAnswer } from './answer-questions.ts';
import type { AnswerText } from './text/answer-text.ts';
import type { CompiledLanguage, LanguagePart } from './matching/compiled-language.ts';
import { caseWords, findOtherCase, signaturesOf, type Signature } from './other-case.ts';
import { createStepGrader, type GradeOptions, type StepGrader } from './step-grader.ts';

export { graderVersion, type GradeOptions, type ShownText } from './step-grader.ts';
export type { QuestionAnswer } from './answer-questions.ts';

export type Grader = {
  /** Grades an answer to a step; throws a `RangeError` for a step that the case does not have. */
  grade: (step: StepId, text: string, options?: GradeOptions) => Score;
  /** Every question in a text, answered from the case's facts. */
  ask: (text: string) => QuestionAnswer[];
  /** The sentence that comes nearest to a criterion, for "did you say this?"; undefined when nothing of it was found. */
  nearestSentence: (step: StepId, text: string, criterion: string) => Evidence | undefined;
};

export type GraderMaterial = {
  caseStudy: CaseStudy;
  glossary: Glossary;
  isWord: (word: string) => boolean;
  /** The words of all cases, for noticing an answer to another one; leave out to switch that off. */
  knownCases?: readonly CaseWords[];
  /** What the build compiled of this very case and glossary; without it patterns are compiled on first use. */
  compiled?: (part: LanguagePart) => CompiledLanguage | undefined;
  /** Switches the detection of copied text off, for proofs that must hold by the criteria alone. */
  ignoreCopies?: boolean;
};

/**
 * Makes the checker of one case. Pure and deterministic: the same text gets the same score.
 * A step is compiled when it is first graded; an answer costs about a millisecond after that.
 */
export function createGrader(material: GraderMaterial): Grader {
  const { caseStudy, glossary, isWord, knownCases = [], ignoreCopies = false, compiled } = material;
  const language = { caseStudy, glossary, isWord };
  const graders = new Map<StepId, StepGrader>();
  const own = knownCases.find((one) => one.id === caseStudy.id && one.hash === caseStudy.hash);
  const others = knownCases.filter((one) => one.id !== caseStudy.id);
  let signatures: Signature[] | undefined;
  let interviewer: ((text: string) => QuestionAnswer[]) | undefined;

  const otherCaseOf = (text: AnswerText): string | undefined => {
    if (others.length === 0) return undefined;
    signatures ??= signaturesOf([own ?? caseWords(caseStudy), ...others]);
    return findOtherCase(text, caseStudy.id, signatures)?.title;
  };

  const graderOf = (id: StepId): StepGrader => {
    const known = graders.get(id);
    if (known) return known;
    const step = caseStudy.steps.find((one) => one.id === id);
    if (!step) throw new RangeError(`the case "${caseStudy.id}" has no step "${id}"`);
    const made = createStepGrader(step, { ...language, ignoreCopies, otherCaseOf, compiled: compiled?.(id) });
    graders.set(id, made);
    return made;
  };

  return {
    grade: (step, text, options = {}) => graderOf(step).grade(text, options),
    ask(text) {
      interviewer ??= createInterviewer(language, compiled?.('facts'));
      return interviewer(text);
    },
    nearestSentence: (step, text, criterion) => graderOf(step).nearestSentence(text, criterion),
  };
}
