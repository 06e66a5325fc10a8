import type { CaseStudy } from '../domain/case-study.ts';
import { stepNumber, type Framework } from '../domain/step.ts';
import type { Page } from '../page.ts';

/** What the interviewer says, and the seven steps with their minutes. */
export function briefPage(caseStudy: CaseStudy, framework: Framework): Page {
  return [
    { kind: 'heading', level: 1, text: caseStudy.title },
    { kind: 'quote', label: 'The interviewer', text: caseStudy.brief.trim() },
    stepTable(framework),
    { kind: 'prose', markdown: howLong(framework) },
  ];
}

/** The seven steps with their minutes in an interview, and the phase of the four-phase form that each belongs to. */
export function stepTable(framework: Framework): Page[number] {
  const phase = (id: string): string => framework.phases.find((one) => one.id === id)?.title ?? id;
  return {
    kind: 'table',
    columns: [{ title: 'Step' }, { title: 'Minutes', align: 'right' }, { title: 'In the four-phase form' }],
    rows: framework.steps.map((guide) => [
      `${stepNumber(guide.id)} ${guide.title}`,
      String(guide.minutes),
      phase(guide.phase),
    ]),
  };
}

function howLong(framework: Framework): string {
  const minutes = framework.steps.reduce((sum, guide) => sum + guide.minutes, framework.wrapUpMinutes);
  return `${minutes} minutes in an interview, ${framework.wrapUpMinutes} of them to wrap up. Here a step takes about 20 minutes and the whole case two to three hours; you can stop at any point.`;
}
