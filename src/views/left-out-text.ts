import { stepNumber, type StepGuide } from '../domain/step.ts';

/** The steps that a share does not count, by number and title; empty when there is none. */
export function leftOutText(steps: readonly StepGuide[]): string {
  if (steps.length === 0) return '';
  const count = steps.length === 1 ? '1 step' : `${steps.length} steps`;
  return `${count} left out, and not counted: ${stepNames(steps)}.`;
}

/** "2 Frame the problem, 6 Deployment and serving". */
export function stepNames(steps: readonly StepGuide[]): string {
  return steps.map((guide) => `${stepNumber(guide.id)} ${guide.title}`).join(', ');
}
