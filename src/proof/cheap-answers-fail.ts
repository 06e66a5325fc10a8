import type { Criterion, Step } from '../domain/case-study.ts';
import { passMark, share } from '../domain/score.ts';
import { elementsOf } from '../grading/rubric.ts';
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

function cheapAnswers(step: Step, brief: string, glossary: Glossary): Record<string, string> {
  return {
    question: `${step.question} ${brief}`,
    'list of all keywords': keywordsOf(step.criteria, glossary).join(', '),
    criteria: step.criteria.map((criterion) => `- ${criterion.says}`).join('\n'),
  };
}

function keywordsOf(criteria: readonly Criterion[], glossary: Glossary): string[] {
  const sources = criteria.flatMap((criterion) => elementsOf(criterion.rule).flatMap((element) => element.patterns));
  return [...new Set(sources.flatMap((source) => itemsOf(source).map((item) => keywordOf(item, glossary))))].filter(
    (word) => word !== '',
  );
}

function itemsOf(source: string): readonly Item[] {
  const reading = readPattern(source);
  return reading.ok ? reading.pattern.items : [];
}

function keywordOf(item: Item, glossary: Glossary): string {
  const first = item[0];
  if (!first) return '';
  if (first.kind === 'words') return first.words.map((word) => word.text).join(' ');
  if (first.kind !== 'concept') return '';
  const term = glossary.concepts.find((concept) => concept.id === first.id)?.terms[0] ?? '';
  return itemsOf(term)
    .map((inner) => keywordOf(inner, glossary))
    .join(' ');
}
