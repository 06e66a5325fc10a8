import type { CaseStudy } from '../domain/case-study.ts';
import type { Framework } from '../domain/step.ts';

/** What a list of cases shows about one, apart from where it came from. */
export type CaseOutline = Pick<CaseStudy, 'id' | 'title' | 'summary' | 'difficulty' | 'tags'> & {
  minutes: number;
  criteria: number;
};

/** Sums a case up for a list; the minutes are those of a whole round. */
export function summariseCase(
  caseStudy: CaseStudy,
  framework: Pick<Framework, 'steps' | 'wrapUpMinutes'>,
): CaseOutline {
  const { id, title, summary, difficulty, tags, steps } = caseStudy;
  const minutes = framework.steps.reduce((sum, step) => sum + step.minutes, framework.wrapUpMinutes);
  const criteria = steps.reduce((sum, step) => sum + step.criteria.length, 0);
  return { id, title, summary, difficulty, tags, minutes, criteria };
}
