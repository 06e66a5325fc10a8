import { share } from '../domain/score.ts';
import { quantile } from '../math/quantile.ts';
import { percentText, type Proof, type ProofMaterial } from './proof.ts';

const medianAtMost = 0.35;
const highestAtMost = 0.6;
const commonGroundAtMost = 0.25;

/** The other cases' model answers earn little here, and most criteria are earned by at most one of them. */
export const otherCasesEarnLittle: Proof = (material) => {
  if (!material.shipped || material.otherCases.length === 0) return [];
  const graded = material.otherCases.map((other) => ({
    id: other.id,
    scores: other.steps.map((step) => ({ step: step.id, score: material.bare.grade(step.id, step.modelAnswer) })),
  }));
  const shares = graded.flatMap(({ id, scores }) =>
    scores.map(({ step, score }) => ({ id, step, part: share(score.auto, score.max) })),
  );
  const tooHigh = shares.filter((one) => one.part > highestAtMost);
  const median = quantile(
    shares.map((one) => one.part),
    0.5,
  );
  return [
    ...tooHigh.map((one) => ({
      where: material.placeOf(['steps', one.step]),
      what: `the model answer of "${one.id}" earns ${percentText(one.part)} in "${one.step}" here`,
      mend: 'Make the criteria lean on a fact of this case.',
    })),
    ...(median > medianAtMost
      ? [
          {
            where: material.placeOf(['steps']),
            what: `the other cases' model answers earn ${percentText(median)} here in the median, more than ${percentText(medianAtMost)}`,
            mend: 'Make the criteria lean on facts of this case.',
          },
        ]
      : []),
    ...commonGround(material, graded),
  ];
};

function commonGround(
  material: ProofMaterial,
  graded: readonly { scores: readonly { score: { criteria: readonly { id: string; verdict: string }[] } }[] }[],
): ReturnType<Proof> {
  const all = material.caseStudy.steps.flatMap((step) => step.criteria.map((criterion) => criterion.id));
  const earners = (id: string): number =>
    graded.filter(({ scores }) =>
      scores.some(({ score }) => score.criteria.some((one) => one.id === id && one.verdict === 'covered')),
    ).length;
  const common = all.filter((id) => earners(id) > 1);
  if (common.length <= all.length * commonGroundAtMost) return [];
  return [
    {
      where: material.placeOf(['steps']),
      what: `${common.length} of ${all.length} criteria are earned by two other cases or more: ${common.join(', ')}`,
      mend: 'At least three quarters of the criteria must be this case alone.',
    },
  ];
}
