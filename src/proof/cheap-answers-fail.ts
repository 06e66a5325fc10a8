import type { Criterion, Step } from '../domain/case-study.ts';
import { passMark, share } from '../domain/score.ts';
import { elementsOf } from '../grading/matching/rubric.ts';
import { readPattern, type Item } from '../domain/pattern.ts';
import type { Glossary } from '../domain/case-study.ts';
import { percentText, type Proof } from './proof.ts';

/** The question, a bare list of every keyword, and the criteria's own sentences as a list stay below the pass mark. */
export const cheapAnswersFail: Proof = (material) =>
  material.caseStudy.steps.flatMap((step) =>
    Object.entries(cheapAnswers(step, material.caseStudy.brief, material.glossary)).flatMap(([name, text]) => {
      const graders =
        name === 'criteria' ? [material.full] : name === 'question' ? [material.bare, material.full] : [material.bare];
      return graders
        .map((grader) => grader.grade(step.id, text))
        .filter((score) => share(score.auto, score.max) >= passMark)
        .slice(0, 1)
        .map((score) => ({
          where: material.placeOf(['steps', step.id]),
          what: `the ${name} of "${step.id}" as an answer earns ${percentText(share(score.auto, score.max))}; it must stay below ${percentText(passMark)}`,
          mend: 'Ask for a statement: two elements in one sentence, or a reason in `because`.',
        }));
    }),
  );

const lists = [0, 1, 2, 3, 4];
/** Fewer criteria have too few words to make a list of terms. */
const enoughForAList = 4;

function cheapAnswers(step: Step, brief: string, glossary: Glossary): Record<string, string> {
  return {
    question: `${step.question} ${brief}`,
    ...Object.fromEntries(
      (step.criteria.length >= enoughForAList ? lists : []).map((nth) => [
        `list of all keywords (${nth + 1})`,
        keywordsOf(step.criteria, glossary, nth).join(', '),
      ]),
    ),
    criteria: step.criteria.map((criterion) => `- ${criterion.says}`).join('\n'),
  };
}

/** One word for every slot of every pattern: the nth of its alternatives, counted round. */
function keywordsOf(criteria: readonly Criterion[], glossary: Glossary, nth: number): string[] {
  const sources = criteria.flatMap((criterion) => elementsOf(criterion.rule).flatMap((element) => element.patterns));
  const words = sources.flatMap((source) => itemsOf(source).map((item) => keywordOf(item, glossary, nth)));
  return [...new Set(words)].filter((word) => word !== '');
}

function itemsOf(source: string): readonly Item[] {
  const reading = readPattern(source);
  return reading.ok ? reading.pattern.items : [];
}

function keywordOf(item: Item, glossary: Glossary, nth: number): string {
  const one = item[nth % item.length];
  if (one?.kind === 'words') return one.words.map((word) => word.text).join(' ');
  if (one?.kind !== 'concept') return '';
  const terms = glossary.concepts.find((concept) => concept.id === one.id)?.terms ?? [];
  const inner = itemsOf(terms[nth % Math.max(1, terms.length)] ?? '');
  return inner.map((slot) => keywordOf(slot, glossary, nth)).join(' ');
}
