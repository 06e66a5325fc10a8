import type { Step } from '../domain/case-study.ts';
import { caseShare, passMark, share } from '../domain/score.ts';
import { stepNumber, type StepGuide } from '../domain/step.ts';
import type { Block, Page } from '../page.ts';
import { percentText } from './criterion-words.ts';
import { leftOutText } from './left-out-text.ts';
import { countText } from './numbers-text.ts';
import { scoreBar } from './score-bar.ts';
import { scorePage, type Graded } from './score-page.ts';

export type GradedStep = { step: Step; guide: StepGuide; graded: Graded };

/** Answers from a file, graded: each answered step on its own, then the shares side by side, and what was left out. */
export function gradePage(steps: readonly GradedStep[], leftOut: readonly StepGuide[], next: string): Page {
  const end: Block = { kind: 'note', tone: 'next', text: next };
  if (steps.length === 0) return [{ kind: 'prose', markdown: nothingYet }, end];
  const pages = steps.flatMap(({ step, guide, graded }) => scorePage(step, guide, graded).slice(0, -1));
  return [...pages, ...(steps.length + leftOut.length > 1 ? totals(steps, leftOut) : []), end];
}

function totals(steps: readonly GradedStep[], leftOut: readonly StepGuide[]): Block[] {
  const shares = (by: 'auto' | 'possible'): number =>
    caseShare(
      steps.map(({ guide, graded }) => ({ share: share(graded.score[by], graded.score.max), minutes: guide.minutes })),
    );
  const [low, high] = [percentText(shares('auto')), percentText(shares('possible'))];
  const range = low === high ? `**${low}**` : `**${low}**, up to ${high} if every unsure point was said`;
  const over =
    steps.length === 1 ? 'over the one answered step' : `over the ${countText(steps.length, 'answered step')}`;
  const lines = [
    `${range}, ${over}, weighted by minutes. A step passes from ${percentText(passMark)} on.`,
    leftOutText(leftOut),
  ].filter((line) => line !== '');
  return [
    { kind: 'heading', level: 2, text: 'All steps' },
    ...steps.map(({ guide, graded }) => scoreBar(graded.score, `${stepNumber(guide.id)} ${guide.title}`)),
    { kind: 'prose', markdown: lines.join('\n\n') },
  ];
}

const nothingYet = 'Nothing to grade yet: no step has an answer.';
