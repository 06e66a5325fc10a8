import type { Step } from '../domain/case-study.ts';
import { stepIds, stepNumber, type StepGuide } from '../domain/step.ts';
import type { Page } from '../page.ts';

/** A step as it is put to the candidate: the question, the minutes, what it is for, and what to think of. */
export function stepPage(step: Step, guide: StepGuide): Page {
  return [
    { kind: 'heading', level: 1, text: `Step ${stepNumber(step.id)} of ${stepIds.length}: ${guide.title}` },
    { kind: 'quote', text: step.question.trim() },
    {
      kind: 'prose',
      markdown: [`${guide.purpose.trim()} ${guide.minutes} minutes in an interview.`, list(guide.checklist)].join(
        '\n\n',
      ),
    },
    ...(step.id === 'clarify' ? [{ kind: 'note' as const, tone: 'info' as const, text: howToAsk }] : []),
  ];
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item.trim()}`).join('\n');
}

const howToAsk = 'A line that ends in “?” is answered at once. Ask, then say what follows for the design.';
