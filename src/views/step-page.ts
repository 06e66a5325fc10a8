import type { Step } from '../domain/case-study.ts';
import { stepIds, stepNumber, type StepGuide } from '../domain/step.ts';
import type { Page } from '../page.ts';

/** A step as it is put to the candidate: what it is for, what to think of, and last the question, next to the answer. */
export function stepPage(step: Step, guide: StepGuide): Page {
  const minutes = `${guide.minutes} minutes in an interview; here take the time that you need.`;
  return [
    { kind: 'heading', level: 1, text: `Step ${stepNumber(step.id)} of ${stepIds.length}: ${guide.title}` },
    { kind: 'prose', markdown: [`${guide.purpose.trim()} ${minutes}`, list(guide.checklist)].join('\n\n') },
    ...(step.id === 'clarify' ? [{ kind: 'note' as const, tone: 'info' as const, text: howToAsk }] : []),
    { kind: 'quote', label: 'The interviewer asks', text: step.question.trim() },
  ];
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item.trim()}`).join('\n');
}

const howToAsk = 'A line that ends in “?” is answered at once. Ask, then say what follows for the design.';
