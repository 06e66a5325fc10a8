import type { Step } from '../domain/case-study.ts';
import type { Evidence } from '../domain/score.ts';
import type { Proof, ProofMaterial } from './proof.ts';

/** In model answers and examples no two criteria of a step are earned by the very same words. */
export const noTwoCriteriaShareTheirEvidence: Proof = (material) =>
  material.caseStudy.steps.flatMap((step, index) =>
    textsOf(step).flatMap((text) =>
      doubles(material, step, text).map(([a, b, words]) => ({
        where: material.placeOf(['steps', step.id, 'criteria', index]),
        what: `"${a}" and "${b}" of "${step.id}" are earned by the same words: "${words}"`,
        mend: 'Make one of the two ask for something of its own.',
      })),
    ),
  );

function textsOf(step: Step): string[] {
  return [
    step.modelAnswer,
    ...(step.secondDesign ? [step.secondDesign] : []),
    ...step.criteria.flatMap((criterion) => criterion.examples.map((example) => example.text)),
  ];
}

function doubles(material: ProofMaterial, step: Step, text: string): [string, string, string][] {
  const earned = material.bare.grade(step.id, text).criteria.filter((one) => one.verdict === 'covered');
  return earned.flatMap((one, index) =>
    earned
      .slice(index + 1)
      .filter((other) => sameWords(one.evidence, other.evidence))
      .map((other): [string, string, string] => [
        one.id,
        other.id,
        one.evidence.map((evidence) => evidence.text).join(' … '),
      ]),
  );
}

function sameWords(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  return (
    a.length > 0 &&
    a.length === b.length &&
    a.every((one, index) => one.start === b[index]?.start && one.end === b[index]?.end)
  );
}
