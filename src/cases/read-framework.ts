import type { Reading } from '../domain/problem.ts';
import { stepIds, type Framework } from '../domain/step.ts';
import { idsIn } from './case-parts.ts';
import { theSevenStepsStandInOrder } from './content-rules.ts';
import { everyIdIsUsedOnceIn, unknown, type Rule } from './id-rules.ts';
import { entriesOf, itemsOf, valueOf } from './located.ts';
import { readShaped } from './read-shaped.ts';
import { frameworkSchema } from './shared-schema.ts';

/** Reads the YAML text of the framework, or every problem in it. */
export function readFramework(text: string, file: string): Reading<Framework> {
  const reading = readShaped(text, file, frameworkSchema, [
    theSevenStepsStandInOrder,
    everyPhaseNamedExists,
    everyPhaseIsNamedOnce,
  ]);
  if (!reading.ok) return reading;
  const { phases, steps, wrap_up_minutes: wrapUpMinutes } = reading.value;
  return {
    ok: true,
    value: { formatVersion: 1, wrapUpMinutes, phases, steps: stepIds.map((id) => ({ id, ...steps[id] })) },
  };
}

const everyPhaseNamedExists: Rule = (root) => {
  const phases = idsIn(itemsOf(valueOf(root, 'phases')));
  return entriesOf(valueOf(root, 'steps')).flatMap(({ value }) => unknown('phase', valueOf(value, 'phase'), phases));
};

const everyPhaseIsNamedOnce: Rule = (root) => everyIdIsUsedOnceIn('a phase', itemsOf(valueOf(root, 'phases')));
