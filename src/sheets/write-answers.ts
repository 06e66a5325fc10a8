import type { CaseStudy } from '../domain/case-study.ts';
import { stepIds, type Framework, type StepId } from '../domain/step.ts';
import type { Answers } from './answer-sheet.ts';
import { stepHeading } from './step-headings.ts';

/** Longer than the fences that people type inside an answer. */
const shortestFence = 4;

/** Writes an answer sheet that can be read back to the letter: each answer stands in a fence longer than any in it. */
export function writeAnswers(answers: Answers, caseStudy: CaseStudy, framework: Framework): string {
  const steps = stepIds.filter((step) => answers[step] !== undefined);
  return [sheetHead(caseStudy), ...steps.map((step) => stepPart(step, answers[step] ?? '', caseStudy, framework))].join(
    '\n',
  );
}

/** Writes an empty answer sheet, to be filled in by hand. */
export function blankSheet(caseStudy: CaseStudy, framework: Framework): string {
  return writeAnswers(Object.fromEntries(stepIds.map((step) => [step, ''])), caseStudy, framework);
}

function sheetHead(caseStudy: CaseStudy): string {
  return `# Answer sheet: ${oneLine(caseStudy.title)}\n\nCase: \`${caseStudy.id}\`\n\n${howToFill}\n\n${quoted(caseStudy.brief)}\n`;
}

function stepPart(step: StepId, answer: string, caseStudy: CaseStudy, framework: Framework): string {
  const question = caseStudy.steps.find((one) => one.id === step)?.question ?? '';
  const minutes = framework.steps.find((one) => one.id === step)?.minutes;
  const fence = '`'.repeat(Math.max(shortestFence, longestRun(answer) + 1));
  const asked = quoted(`**Question.** ${question}${minutes === undefined ? '' : ` (${minutes} minutes)`}`);
  return `## ${stepHeading(step)}\n\n${asked}\n\n${fence}answer ${step}\n${answer}\n${fence}\n`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
}

function quoted(text: string): string {
  return text
    .trim()
    .split(/\s*\n\s*/u)
    .map((line) => `> ${line}`)
    .join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

const howToFill =
  'Write each answer between the lines of backticks below its question, or delete those lines and write below the question. The headings stay as they are.';
