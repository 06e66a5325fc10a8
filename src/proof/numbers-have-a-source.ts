import type { CaseStudy } from '../domain/case-study.ts';
import { foldText } from '../grading/text/fold-text.ts';
import { equalsCaseNumber, type Quantity } from '../grading/text/quantity.ts';
import { tokenize } from '../grading/text/tokenize.ts';
import type { CasePath, Proof } from './proof.ts';

const plainNumbersUpTo = 1000;

/** Every number with a unit or above 1,000 equals a fact, a figure, or a threshold that is marked as a choice. */
export const everyNumberHasASource: Proof = (material) => {
  const { caseStudy } = material;
  const known = [
    ...caseStudy.facts
      .filter((fact) => fact.value !== undefined)
      .map((fact) => ({ value: fact.value as number, unit: fact.unit ?? '', tolerance: 0.05 })),
    ...caseStudy.figures.map((figure) => ({ ...figure, tolerance: Math.max(0.05, figure.tolerance / 2) })),
  ];
  const chosen = new Set(caseStudy.choices.map((choice) => numberTexts(choice)).flat());
  return textsOf(caseStudy).flatMap(({ path, text }) =>
    quantitiesIn(text)
      .filter(
        ({ quantities, words }) =>
          isTelling(quantities, words) &&
          !chosen.has(words) &&
          !quantities.some((one) => known.some((number) => equalsCaseNumber(one, number))),
      )
      .map(({ words }) => ({
        where: material.placeOf(path),
        what: `the number "${words}" is no fact and no figure of the case`,
        mend: 'Derive it as a figure, or list it under `choices` when it is a threshold of the design.',
      })),
  );
};

function numberTexts(text: string): string[] {
  return quantitiesIn(text).map(({ words }) => words);
}

function quantitiesIn(text: string): { quantities: readonly Quantity[]; words: string }[] {
  const tokens = tokenize(foldText(text), () => false);
  return tokens.flatMap((token, index) =>
    token.quantities.length > 0 && /\d/u.test(token.text)
      ? [
          {
            quantities: token.quantities,
            words: tokens
              .slice(index, index + token.span)
              .map((one) => one.text)
              .join(' '),
          },
        ]
      : [],
  );
}

function isTelling(quantities: readonly Quantity[], words: string): boolean {
  return quantities.some((one) => (one.kind !== 'count' || one.value > plainNumbersUpTo) && !/^(1|2)$/u.test(words));
}

function textsOf(caseStudy: CaseStudy): { path: CasePath; text: string }[] {
  return caseStudy.steps.flatMap((step) => {
    const at = (key: string): CasePath => ['steps', step.id, key];
    return [
      { path: at('model_answer'), text: step.modelAnswer },
      ...(step.secondDesign ? [{ path: at('second_design'), text: step.secondDesign }] : []),
      ...step.criteria.map((criterion, index) => ({
        path: ['steps', step.id, 'criteria', index, 'why'] as CasePath,
        text: criterion.why,
      })),
    ];
  });
}
