import { emptyAnswersEarnNothing, modelAnswersPass, weakAnswersStayLow } from './answers-score-as-promised.ts';
import { otherCasesEarnLittle } from './case-is-its-own.ts';
import { cheapAnswersFail } from './cheap-answers-fail.ts';
import { noTwoCriteriaShareTheirEvidence } from './evidence-is-its-own.ts';
import {
  everyCriterionCanBeCovered,
  everyElementIsHit,
  examplesGradeAsDeclared,
} from './examples-grade-as-declared.ts';
import { everyNumberHasASource } from './numbers-have-a-source.ts';
import type { Proof } from './proof.ts';
import { simulationsExist } from './simulations-exist.ts';

/** What `cases check` proves of a case that can be read, in this order. */
export const proofs: readonly Proof[] = [
  examplesGradeAsDeclared,
  everyElementIsHit,
  everyCriterionCanBeCovered,
  modelAnswersPass,
  weakAnswersStayLow,
  emptyAnswersEarnNothing,
  cheapAnswersFail,
  noTwoCriteriaShareTheirEvidence,
  otherCasesEarnLittle,
  everyNumberHasASource,
  simulationsExist,
];
