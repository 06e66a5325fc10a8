import type { CaseStudy, Glossary } from '../domain/case-study.ts';
import type { Reading } from '../domain/problem.ts';
import { caseStudySchema } from './case-schema.ts';
import { conceptFaults } from './check-concepts.ts';
import {
  everyExampleHasOneVerdict,
  everyFactIsKnownOrOpen,
  everyFormulaWorksOut,
  everyNumberInAPatternExists,
  everyPatternParses,
  theSevenStepsStandInOrder,
} from './content-rules.ts';
import {
  enoughIsNoMoreThanThereAre,
  everyCompanionFitsItsForm,
  everyCriterionHasOneForm,
  noMappingOfElementsIsEmpty,
} from './form-rules.ts';
import * as ids from './id-rules.ts';
import { readShaped } from './read-shaped.ts';
import { toCaseStudy } from './to-case-study.ts';

/** Reads the YAML text of a case study: the case, or every problem in it at once, in the order of the text. */
export function readCaseStudy(text: string, file: string, options: { glossary?: Glossary } = {}): Reading<CaseStudy> {
  const { glossary } = options;
  const concepts: ids.Rule = (root) => (glossary ? conceptFaults(root, glossary) : []);
  const reading = readShaped(text, file, caseStudySchema, [...rules, concepts]);
  return reading.ok ? { ok: true, value: toCaseStudy(reading.value) } : reading;
}

const rules: readonly ids.Rule[] = [
  theSevenStepsStandInOrder,
  ids.everyIdIsUsedOnce,
  ids.everyFactNamedExists,
  ids.everyFigureNamedExists,
  ids.everySourceNamedExists,
  ids.everyEdgeJoinsTwoNodes,
  ids.everyCappedCriterionStandsInTheStep,
  ids.everyRungStandsOnOneOfItsStep,
  ids.noRungStandsOnItself,
  everyCriterionHasOneForm,
  everyCompanionFitsItsForm,
  noMappingOfElementsIsEmpty,
  enoughIsNoMoreThanThereAre,
  everyPatternParses,
  everyNumberInAPatternExists,
  everyFormulaWorksOut,
  everyFactIsKnownOrOpen,
  everyExampleHasOneVerdict,
];
