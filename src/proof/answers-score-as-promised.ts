import type { Step } from '../domain/case-study.ts';
import type { Problem } from '../domain/problem.ts';
import { share, type Score } from '../domain/score.ts';
import { percentText, type Proof, type ProofMaterial } from './proof.ts';

const modelAtLeast = 0.9;
const weakAtMost = 0.4;

/** The model answers, the second designs too, earn nine tenths; with and without the detection of copies. */
export const modelAnswersPass: Proof = (material) =>
  material.caseStudy.steps.flatMap((step) => [
    ...earnsEnough(material, step, 'model_answer', step.modelAnswer),
    ...(step.secondDesign === undefined ? [] : earnsEnough(material, step, 'second_design', step.secondDesign)),
  ]);

function earnsEnough(material: ProofMaterial, step: Step, key: string, answer: string): Problem[] {
  const graded = [material.bare.grade(step.id, answer), material.full.grade(step.id, answer)];
  return graded
    .filter((score) => share(score.auto, score.max) < modelAtLeast)
    .slice(0, 1)
    .map((score) => ({
      where: material.placeOf(['steps', step.id, key]),
      what: `the ${key.replace('_', ' ')} of "${step.id}" earns ${percentText(share(score.auto, score.max))}, less than ${percentText(modelAtLeast)}: ${openOf(score)}`,
      mend: 'Say the points in the answer outright, or add patterns for the way it says them.',
    }));
}

function openOf(score: Score): string {
  const open = score.criteria
    .filter((one) => one.verdict !== 'covered')
    .map((one) => `${one.id} ${one.verdict}${one.missing.length > 0 ? ` (no ${one.missing.join(', ')})` : ''}`);
  return open.join('; ');
}

/** The weak answers earn at most two fifths. */
export const weakAnswersStayLow: Proof = (material) =>
  material.caseStudy.steps.flatMap((step) => {
    const score = material.full.grade(step.id, step.weakAnswer);
    const part = share(score.auto, score.max);
    if (part <= weakAtMost) return [];
    const earned = score.criteria
      .filter((one) => one.verdict === 'covered' || one.verdict === 'partial')
      .map((one) => `${one.id} ${one.verdict}`);
    return [
      {
        where: material.placeOf(['steps', step.id, 'weak_answer']),
        what: `the weak answer of "${step.id}" earns ${percentText(part)}, more than ${percentText(weakAtMost)}: ${earned.join(', ')}`,
        mend: 'Make the answer weaker, or the patterns that it earns by chance sharper.',
      },
    ];
  });

/** Nothing earns nothing. */
export const emptyAnswersEarnNothing: Proof = (material) =>
  material.caseStudy.steps.flatMap((step) =>
    ['', ' \n\t', '...', '# Answer\n']
      .filter((nothing) => material.bare.grade(step.id, nothing).auto > 0)
      .map((nothing) => ({
        where: material.placeOf(['steps', step.id]),
        what: `an empty answer (${JSON.stringify(nothing)}) to "${step.id}" earns points`,
        mend: 'A pattern matches nothing at all; look for one without a word.',
      })),
  );
