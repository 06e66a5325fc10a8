import { didYouMean } from '../domain/near-names.ts';
import type { Problem, Reading } from '../domain/problem.ts';
import { isStepId, stepIds, type StepId } from '../domain/step.ts';
import type { AnswerSheet } from './answer-sheet.ts';

/** Reads answers as JSON: `{"clarify": "…", "frame": "…"}`, with "case" where the file names it. */
export function readAnswersJson(text: string, file: string): Reading<AnswerSheet> {
  const parsed = parse(text);
  if (!parsed.ok)
    return {
      ok: false,
      problems: [{ where: { file, ...placeAt(text, parsed.at) }, what: parsed.what, mend: example }],
    };
  const answers: Partial<Record<StepId, string>> = {};
  const problems: Problem[] = [];
  let caseId: string | undefined;
  const fault = (key: string, what: string, mend: string): void => {
    problems.push({ where: { file, ...placeAt(text, Math.max(0, text.indexOf(JSON.stringify(key)))) }, what, mend });
  };
  for (const [key, value] of Object.entries(parsed.value)) {
    if (key !== 'case' && !isStepId(key))
      fault(key, `"${key}" is no step`, didYouMean(key, stepIds) || `The steps are ${stepIds.join(', ')}.`);
    else if (typeof value !== 'string') fault(key, `"${key}" is not a text`, example);
    else if (isStepId(key)) answers[key] = value;
    else caseId = value;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { caseId, answers } };
}

type Parsed = { ok: true; value: object } | { ok: false; what: string; at: number };

function parse(text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ok: true, value };
    return { ok: false, what: 'this is JSON, and not an object', at: 0 };
  } catch (error) {
    const at = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
    return at === undefined
      ? { ok: false, what: 'this is not JSON', at: 0 }
      : { ok: false, what: 'this is not JSON from here on', at: Number(at) };
  }
}

function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const example = 'Write {"clarify": "the answer", "frame": "the answer"}.';
