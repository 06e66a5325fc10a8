import type { Reading } from '../domain/problem.ts';
import type { StepId } from '../domain/step.ts';
import type { AnswerSheet } from '../sheets/answer-sheet.ts';
import { readAnswers } from '../sheets/read-answers.ts';
import { answerOpening } from '../sheets/sheet-fences.ts';
import { readHeading } from '../sheets/step-headings.ts';

/** Reads a file of answers; when one step is wanted and the file is no sheet, the whole text is the answer to it. */
export function readAnswerFile(text: string, file: string, wanted?: StepId): Reading<AnswerSheet> {
  const name = file === '-' ? 'standard input' : file;
  if (wanted === undefined || isSheet(text, wanted)) return readAnswers(exportedAnswers(text) ?? text, name);
  return { ok: true, value: { caseId: undefined, answers: { [wanted]: text.replace(/^\uFEFF/u, '') } } };
}

/** JSON, or Markdown with the fence of an answer or the heading of the wanted step. */
function isSheet(text: string, wanted: StepId): boolean {
  if (/^\uFEFF?\s*\{\s*"/u.test(text)) return true;
  return text.split('\n').some((line) => {
    const heading = readHeading(line);
    return answerOpening(line) !== undefined || (heading?.kind === 'step' && heading.step === wanted);
  });
}

/** The answers in what `mlsd export --format json` wrote, in the short form that is read. */
function exportedAnswers(text: string): string | undefined {
  if (!/^\uFEFF?\s*\{/u.test(text) || !text.includes('"answers"')) return undefined;
  try {
    const exported = JSON.parse(text.replace(/^\uFEFF/u, '')) as { case?: unknown; answers?: unknown };
    if (typeof exported.answers !== 'object' || exported.answers === null) return undefined;
    return JSON.stringify({ case: exported.case, ...exported.answers });
  } catch {
    return undefined;
  }
}
