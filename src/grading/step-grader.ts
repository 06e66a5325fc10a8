import type { CaseStudy, Step } from '../domain/case-study.ts';
import { sumPoints, type ConfirmedVerdict, type Evidence, type Score } from '../domain/score.ts';
import type { StepId } from '../domain/step.ts';
import { quote, type AnswerText } from './text/answer-text.ts';
import type { CompiledLanguage, PrintedTexts } from './matching/compiled-language.ts';
import { copySource, findCopied, stemText, type CopiedSpan } from './copied.ts';
import { criteriaToAsk, gradeCriteria } from './grade-step.ts';
import { judgeCriterion } from './judge-criterion.ts';
import type { Material } from './material.ts';
import { createLanguage, type Language, type LanguageMaterial } from './matching/language.ts';
import { findNotices } from './notices.ts';
import { isOtherLanguage } from './other-language.ts';
import { markRejected } from './rejection/rejection.ts';
import { compileStep, patternsOfStep, type StepRubric } from './matching/rubric.ts';
import { worthOfSentences } from './sentence-guards.ts';

/** Goes up whenever the same answer may get another score. */
export const graderVersion = 1;

export type ShownText = { kind: 'hint' | 'model-answer'; text: string };

export type GradeOptions = {
  /** What the session has shown for the step: repeating it word for word earns nothing. */
  shown?: readonly ShownText[];
  /** The session's other answers; what was said there counts, with the place named. */
  others?: readonly { step: StepId; text: string }[];
  /** The candidate's own verdicts by criterion. */
  confirm?: Readonly<Record<string, ConfirmedVerdict>>;
};

export type StepGrader = {
  grade: (text: string, options: GradeOptions) => Score;
  nearestSentence: (text: string, criterion: string) => Evidence | undefined;
};

export type StepGraderMaterial = LanguageMaterial & {
  /** Leaves copied text unnoticed, for proofs that must hold by the criteria alone. */
  ignoreCopies: boolean;
  /** The title of the other case that a text is about, if it clearly is about another. */
  otherCaseOf: (text: AnswerText) => string | undefined;
  compiled: CompiledLanguage | undefined;
};

/** Makes the grader of one step: its patterns are compiled once. */
export function createStepGrader(step: Step, material: StepGraderMaterial): StepGrader {
  const language = createLanguage(patternsOfStep(step, material.caseStudy), material, material.compiled);
  const rubric = compileStep(step, material.caseStudy, language);
  const { question, criteria } = material.compiled?.printed ?? printedTexts(step, material.caseStudy, language);
  const printed = [copySource('question', question), copySource('criterion', criteria)];

  const copiesIn = (text: AnswerText, shown: readonly ShownText[]): CopiedSpan[] =>
    material.ignoreCopies
      ? []
      : findCopied(text, [...printed, ...shown.map((one) => copySource(one.kind, stemText(language.read(one.text))))]);

  return {
    grade(given, { shown = [], others = [], confirm = {} }) {
      const text = language.read(given);
      const copied = copiesIn(text, shown);
      const own = prepare(rubric, language, text, copied);
      const elsewhere = others.map((other) => ({
        step: other.step,
        material: prepare(rubric, language, language.read(other.text), []),
      }));
      const otherCase = material.otherCaseOf(text);
      const criteria = gradeCriteria(rubric, own, elsewhere, otherCase === undefined ? 'covered' : 'partial', confirm);
      const notices = findNotices(text, {
        copied,
        worth: own.worth,
        otherCase,
        otherLanguage: isOtherLanguage(text, language.knows),
        asking: own.asking,
      });
      return { graderVersion, ...sumPoints(criteria), criteria, ask: criteriaToAsk(criteria), notices };
    },
    nearestSentence(given, id) {
      const compiled = rubric.criteria.find((one) => one.criterion.id === id);
      if (!compiled) return undefined;
      const text = language.read(given);
      const hit = judgeCriterion(compiled, prepare(rubric, language, text, [])).hits[0];
      const sentence = hit && text.sentences[text.sentenceOf[hit.from] ?? 0];
      return sentence && quote(text, sentence.from, sentence.to);
    },
  };
}

function prepare(rubric: StepRubric, language: Language, text: AnswerText, copies: readonly CopiedSpan[]): Material {
  const copied = new Uint8Array(text.tokens.length);
  copies.forEach((span) => copied.fill(1, span.from, span.to));
  const asking = rubric.step.id === 'clarify';
  return {
    text,
    matcher: language.match(text),
    worth: worthOfSentences(text, asking),
    copied,
    rejection: markRejected(text, asking),
    asking,
  };
}

/** What everybody can read on the screen: the question, the brief, and the criteria's own sentences. */
export function printedTexts(step: Step, caseStudy: CaseStudy, language: Language): PrintedTexts {
  const criteria = step.criteria.map((criterion) => criterion.says).join('\n\n');
  return {
    question: stemText(language.read(`${step.question}\n\n${caseStudy.brief}`)),
    criteria: stemText(language.read(criteria)),
  };
}
