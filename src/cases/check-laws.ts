import type { CaseStudy } from '../domain/case-study.ts';
import type { Framework } from '../domain/step.ts';
import * as counts from './count-laws.ts';
import type { CaseFault, Law } from './law.ts';
import * as texts from './text-laws.ts';

/** A breach of a law, named after the truth that it guards. */
export type LawFault = CaseFault & { rule: string };

/** Checks counts, balance and lengths; lengths are measured against the minutes of the framework where it is given. */
export function checkLaws(caseStudy: CaseStudy, framework?: Pick<Framework, 'steps'>): LawFault[] {
  const guides = framework?.steps ?? [];
  return Object.entries(laws).flatMap(([rule, law]) => law(caseStudy, guides).map((fault) => ({ rule, ...fault })));
}

const laws: Readonly<Record<string, Law>> = {
  theBriefHasSixtyToOneHundredTwentyWords: texts.theBriefHasSixtyToOneHundredTwentyWords,
  thereAreTwelveFacts: counts.thereAreTwelveFacts,
  someFactsAreOpen: counts.someFactsAreOpen,
  thereAreFortyFiveCriteria: counts.thereAreFortyFiveCriteria,
  everyStepHasSixToEightCriteria: counts.everyStepHasSixToEightCriteria,
  everyStepHasThreeEssentials: counts.everyStepHasThreeEssentials,
  aQuarterOfTheCriteriaAreStaffRungs: counts.aQuarterOfTheCriteriaAreStaffRungs,
  noRungStandsOnAHigherOne: counts.noRungStandsOnAHigherOne,
  everyCriterionIsWrittenOut: texts.everyCriterionIsWrittenOut,
  everyCriterionHasTwoToFourExamples: counts.everyCriterionHasTwoToFourExamples,
  everyStepHasAMisconception: counts.everyStepHasAMisconception,
  modelAnswersFitTheirMinutes: texts.modelAnswersFitTheirMinutes,
  frameModelAndServingHaveASecondDesign: counts.frameModelAndServingHaveASecondDesign,
  thereAreThreeTwistsEstimatesAndDeepDives: counts.thereAreThreeTwistsEstimatesAndDeepDives,
  theDiagramHasAtMostEighteenNodes: counts.theDiagramHasAtMostEighteenNodes,
  bothLanesHaveNodes: counts.bothLanesHaveNodes,
  labelsAreShort: texts.labelsAreShort,
  everySourceIsUsed: counts.everySourceIsUsed,
};
