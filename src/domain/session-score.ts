import type { Score } from './score.ts';
import type { StepId } from './step.ts';

/** A step's points by what it took to earn them. */
export type StepPoints = {
  /** Earned before anything pointed at the criterion. */
  unprompted: number;
  /** Earned after a question or a follow-up: half of the points, already halved here. */
  prompted: number;
  /** Earned only after a hint: shown, not counted. */
  afterHint: number;
  /** Unprompted and prompted together: the step's points. */
  counted: number;
  max: number;
};

/** One step in the session's score: graded with every other answer in sight. */
export type StepScore = { step: StepId; minutes: number; score: Score; auto: StepPoints; confirmed: StepPoints };

/** The session's score as it was computed once, with the case and the grader it was made with. */
export type SessionScore = {
  at: string;
  caseHash: string;
  graderVersion: number;
  steps: readonly StepScore[];
  /** Means of the answered steps' shares, weighted by their minutes. */
  share: { auto: number; confirmed: number };
};
