import { nearNames } from '../domain/near-names.ts';
import { stepIds, stepNumber, type StepId } from '../domain/step.ts';

/** What each step is called in a sheet; the first name is the one that is written. */
const names: Readonly<Record<StepId, readonly string[]>> = {
  clarify: ['Clarify requirements', 'clarify', 'requirements', 'clarification'],
  frame: ['Frame the problem as an ML task', 'frame', 'framing', 'frame the problem', 'problem framing'],
  data: ['Data preparation', 'data'],
  model: ['Model development', 'model', 'modelling', 'modeling'],
  evaluation: ['Evaluation', 'evaluate'],
  serving: ['Deployment and serving', 'serving', 'deployment'],
  monitoring: ['Monitoring and infrastructure', 'monitoring', 'infrastructure'],
};

/** The heading of a step in a sheet: `2. Frame the problem as an ML task`. */
export function stepHeading(step: StepId): string {
  return `${stepNumber(step)}. ${names[step][0] ?? step}`;
}

export type HeadingReading =
  | { kind: 'step'; step: StepId; asWritten: boolean }
  /** It reads like a step and is none: `near` holds the steps it may have meant. */
  | { kind: 'nearly'; near: readonly StepId[] }
  | { kind: 'other' };

/** Reads a heading of level one or two: which step it is, or which it may have meant; nothing when the line is no heading. */
export function readHeading(
  line: string,
): (HeadingReading & { level: number; text: string; column: number }) | undefined {
  const match = /^( {0,3}(#{1,2})[ \t]+)(\S.*?)(?:[ \t]+#+)?[ \t]*$/u.exec(line);
  if (!match) return undefined;
  const [, start = '', marks = '', text = ''] = match;
  return { ...readName(text), level: marks.length, text, column: start.length + 1 };
}

function readName(text: string): HeadingReading {
  const number = /^(?:step\s+)?(\d{1,2})\s*[.:)]?\s*/iu.exec(text);
  const numbered = number ? stepIds[Number(number[1]) - 1] : undefined;
  const name = plain(number ? text.slice(number[0].length) : text);
  const named = stepIds.find((step) => names[step].some((one) => plain(one) === name));
  const found = named ?? (name === '' ? numbered : undefined);
  if (found)
    return { kind: 'step', step: found, asWritten: numbered === found && name === plain(names[found][0] ?? '') };
  const near = nearSteps(name);
  if (near.length > 0) return { kind: 'nearly', near };
  return numbered ? { kind: 'nearly', near: [numbered] } : { kind: 'other' };
}

function nearSteps(name: string): StepId[] {
  const all = stepIds.flatMap((step) => names[step].map((one) => ({ step, name: plain(one) })));
  const near = nearNames(
    name,
    all.map((one) => one.name),
  );
  return [...new Set(near.flatMap((one) => all.filter((other) => other.name === one).map((other) => other.step)))];
}

/** Lower case, without minutes in brackets, punctuation or marks. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
