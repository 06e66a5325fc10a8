import type { CaseStudy } from '../domain/case-study.ts';
import { stepNumber, type Framework } from '../domain/step.ts';
import type { Page } from '../page.ts';

/** What the interviewer says, and nothing beside it: it is to be read before the first prompt. */
export function briefPage(caseStudy: CaseStudy): Page {
  return [
    { kind: 'heading', level: 1, text: caseStudy.title },
    { kind: 'quote', label: 'The interviewer', text: caseStudy.brief.trim() },
  ];
}

/** The way through a whole case: the seven steps with their minutes, by the phases of the four-phase form. */
export function stepsPage(framework: Framework): Page {
  const phases = framework.phases.map(({ title, steps }) => {
    const guides = framework.steps.filter((guide) => steps.includes(guide.id));
    return `- **${title}**: ${guides.map((one) => `${stepNumber(one.id)} ${one.title} (${one.minutes} min)`).join(', ')}`;
  });
  return [
    { kind: 'heading', level: 2, text: 'Seven steps, in four phases' },
    { kind: 'prose', markdown: phases.join('\n') },
    { kind: 'prose', markdown: howLong(framework) },
  ];
}

function howLong(framework: Framework): string {
  const minutes = framework.steps.reduce((sum, guide) => sum + guide.minutes, framework.wrapUpMinutes);
  return `${minutes} minutes in an interview, ${framework.wrapUpMinutes} of them to wrap up. Here the whole case takes two to three hours; you can stop at any point.`;
}
