/** The seven steps of the framework, in the order of the interview. */
export const stepIds = ['clarify', 'frame', 'data', 'model', 'evaluation', 'serving', 'monitoring'] as const;
export type StepId = (typeof stepIds)[number];

/** Tells whether a word is the id of a step. */
export function isStepId(word: string): word is StepId {
  return (stepIds as readonly string[]).includes(word);
}

/** The number a person uses for a step: `stepNumber('frame')` is 2. */
export function stepNumber(id: StepId): number {
  return stepIds.indexOf(id) + 1;
}

/** What every case shares about one step; read from `case-studies/shared/framework.yaml`. */
export type StepGuide = {
  id: StepId;
  title: string;
  minutes: number;
  phase: string;
  purpose: string;
  checklist: readonly string[];
  slips: readonly string[];
};

/** The framework: the seven steps, and how the four-phase form that many candidates know maps onto them. */
export type Framework = {
  formatVersion: 1;
  wrapUpMinutes: number;
  phases: readonly { id: string; title: string; steps: readonly StepId[] }[];
  steps: readonly StepGuide[];
};
