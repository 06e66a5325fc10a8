import type { Fact } from '../domain/case-study.ts';
import { foldText } from '../grading/text/fold-text.ts';
import { equalsCaseNumber } from '../grading/text/quantity.ts';
import { tokenize } from '../grading/text/tokenize.ts';

const tolerance = 0.05;

/** Tells whether a text names the number of a fact, whatever the notation: "800M" is 800 million. */
export function namesFact(fact: Fact, text: string): boolean {
  const { value, unit = '' } = fact;
  if (value === undefined) return false;
  return tokenize(foldText(text), () => false).some((token) =>
    token.quantities.some((found) => equalsCaseNumber(found, { value, unit, tolerance })),
  );
}
