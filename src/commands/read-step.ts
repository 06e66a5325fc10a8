import { didYouMean, nearNames } from '../domain/near-names.ts';
import { isStepId, stepIds, type StepId } from '../domain/step.ts';
import { UserError } from '../errors.ts';

/** The step that was typed: its id, or its number from 1 to 7; `flag` is the option that it was typed after. */
export function readStep(text: string, flag = '--step'): StepId {
  const word = text.trim().toLowerCase();
  if (isStepId(word)) return word;
  const numbered = /^[1-7]$/u.test(word) ? stepIds[Number(word) - 1] : undefined;
  if (numbered) return numbered;
  const fault = `There is no step "${text}"; the steps are ${stepIds.join(', ')}.`;
  const [near = 'frame'] = nearNames(word, stepIds);
  throw new UserError(`${fault} ${didYouMean(word, stepIds)}`.trim(), `${flag} ${near}`, 2);
}

/** The step of an option, where it was given. */
export function readStepOption(value: unknown, flag?: string): StepId | undefined {
  return typeof value === 'string' ? readStep(value, flag) : undefined;
}
