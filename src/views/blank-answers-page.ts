import type { CaseStudy } from '../domain/case-study.ts';
import { stepNumber, type Framework } from '../domain/step.ts';
import type { Page } from '../page.ts';

/** The brief and the seven questions, for those who answer from a file. */
export function blankAnswersPage(caseStudy: CaseStudy, framework: Framework): Page {
  return [
    { kind: 'heading', level: 1, text: caseStudy.title },
    { kind: 'quote', label: 'The interviewer', text: caseStudy.brief.trim() },
    questionTable(caseStudy, framework),
  ];
}

/** The question of each step, with its minutes. */
export function questionTable(caseStudy: CaseStudy, framework: Framework): Page[number] {
  const rows = framework.steps.map((guide) => {
    const question = caseStudy.steps.find((step) => step.id === guide.id)?.question ?? '';
    return [`${stepNumber(guide.id)} ${guide.id}`, String(guide.minutes), question.trim()];
  });
  return { kind: 'table', columns: [{ title: 'Step' }, { title: 'Min', align: 'right' }, { title: 'Question' }], rows };
}
