import type { Criterion, Step } from '../domain/case-study.ts';
import type { Problem } from '../domain/problem.ts';
import type { CriterionScore, Verdict } from '../domain/score.ts';
import { createLanguage } from '../grading/matching/language.ts';
import { elementsOf } from '../grading/matching/rubric.ts';
import type { Proof, ProofMaterial } from './proof.ts';

const fits: Record<'covered' | 'partial' | 'not-detected', readonly Verdict[]> = {
  covered: ['covered'],
  partial: ['partial'],
  'not-detected': ['not-detected', 'unsure'],
};

/** Every example gets the verdict that it declares; a rung is judged without its gate. */
export const examplesGradeAsDeclared: Proof = (material) =>
  everyCriterion(material, (step, criterion, index) =>
    criterion.examples.flatMap((example, at) => {
      const verdict = verdictAlone(material, step, criterion, example.text);
      const halfSeen = example.verdict === 'partial' && isHalfSeen(scoreOf(material, step, criterion, example.text));
      if (fits[example.verdict].includes(verdict) || halfSeen) return [];
      return [
        {
          where: material.placeOf(['steps', step.id, 'criteria', index, 'examples', at]),
          what: `an example of "${criterion.id}" is declared ${example.verdict} and graded ${verdict}: "${example.text.slice(0, 80)}"`,
          mend: 'Change the patterns until they agree with the sentence that a person would grade by.',
        },
      ];
    }),
  );

/** Each element is hit by an example or a model answer at least once, so that none is there for nothing. */
export const everyElementIsHit: Proof = (material) =>
  everyCriterion(material, (step, criterion, index) => {
    const texts = [...criterion.examples.map((example) => example.text), step.modelAnswer, step.secondDesign ?? ''];
    const elements = elementsOf(criterion.rule);
    const language = createLanguage(
      elements.flatMap((element) => element.patterns),
      material,
    );
    const matchers = texts.map((text) => language.match(language.read(text)));
    const isHit = (source: string): boolean =>
      matchers.some((matcher) => matcher.find(language.compile(source)).length > 0);
    const hit = new Set(elements.filter((element) => element.patterns.some(isHit)).map((element) => element.name));
    return [...new Set(elements.map((element) => element.name))]
      .filter((name) => !hit.has(name))
      .map((name) => ({
        where: material.placeOf(['steps', step.id, 'criteria', index]),
        what: `no example and no model answer hits the element "${name}" of "${criterion.id}"`,
        mend: 'Add an example that says it, or take the element out.',
      }));
  });

/** Each verdict that a criterion can give is reached: covered by some example or model answer. */
export const everyCriterionCanBeCovered: Proof = (material) =>
  everyCriterion(material, (step, criterion, index) => {
    const texts = [...criterion.examples.map((example) => example.text), step.modelAnswer, step.secondDesign ?? ''];
    if (texts.some((text) => verdictAlone(material, step, criterion, text) === 'covered')) return [];
    return [
      {
        where: material.placeOf(['steps', step.id, 'criteria', index]),
        what: `nothing shows that "${criterion.id}" can be covered`,
        mend: 'Add an example that is declared covered.',
      },
    ];
  });

function everyCriterion(
  material: ProofMaterial,
  check: (step: Step, criterion: Criterion, index: number) => Problem[],
): Problem[] {
  return material.caseStudy.steps.flatMap((step) =>
    step.criteria.flatMap((criterion, index) => check(step, criterion, index)),
  );
}

/** Half a point on one or two words is asked about and not given: as much was found as for half, in too few words. */
function isHalfSeen(score: CriterionScore | undefined): boolean {
  return score?.verdict === 'unsure' && score.found.length > 0 && score.missing.length <= 1;
}

function scoreOf(material: ProofMaterial, step: Step, criterion: Criterion, text: string): CriterionScore | undefined {
  return material.bare.grade(step.id, text).criteria.find((one) => one.id === criterion.id);
}

/** A rung that is unsure only because the one below is missing counts as what its own elements give. */
function verdictAlone(material: ProofMaterial, step: Step, criterion: Criterion, text: string): Verdict {
  const score = scoreOf(material, step, criterion, text);
  if (!score) return 'not-detected';
  return score.ungated ?? score.verdict;
}
