import type { Step } from '../domain/case-study.ts';
import { caseShare, passMark, share } from '../domain/score.ts';
import { stepNumber, type StepGuide } from '../domain/step.ts';
import type { Block, Page } from '../page.ts';
import { percentText } from './criterion-words.ts';
import { scoreBar } from './score-bar.ts';
import { scorePage, type Graded } from './score-page.ts';

export type GradedStep = { step: Step; guide: StepGuide; graded: Graded };

/** Answers from a file, graded: each step on its own, then the shares side by side and over all. */
export function gradePage(steps: readonly GradedStep[], next: string): Page {
  const pages = steps.flatMap(({ step, guide, graded }) => scorePage(step, guide, graded).slice(0, -1));
  return [...pages, ...(steps.length > 1 ? totals(steps) : []), { kind: 'note', tone: 'next', text: next }];
}

function totals(steps: readonly GradedStep[]): Block[] {
  const shares = (by: 'auto' | 'possible'): number =>
    caseShare(
      steps.map(({ guide, graded }) => ({ share: share(graded.score[by], graded.score.max), minutes: guide.minutes })),
    );
  const [low, high] = [percentText(shares('auto')), percentText(shares('possible'))];
  const range = low === high ? `**${low}**` : `**${low}**, up to ${high} if every unsure point was said`;
  return [
    { kind: 'heading', level: 2, text: 'All steps' },
    ...steps.map(({ guide, graded }) => scoreBar(graded.score, `${stepNumber(guide.id)} ${guide.title}`)),
    {
      kind: 'prose',
      markdown: `${range}, weighted by the minutes of the steps. A step passes from ${percentText(passMark)} on.`,
    },
  ];
}
