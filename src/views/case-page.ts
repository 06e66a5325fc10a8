import type { CaseStudy, Step } from '../domain/case-study.ts';
import { stepNumber, type Framework, type StepGuide, type StepId } from '../domain/step.ts';
import type { Block, Page } from '../page.ts';
import { architectureBlock } from './architecture-block.ts';
import { questionTable } from './blank-answers-page.ts';
import { countText } from './numbers-text.ts';
import { sourcesProse } from './sources-prose.ts';

/** What to show of a case; the spoilers only where they are asked for. */
export type CaseView = {
  step?: StepId | undefined;
  modelAnswer?: boolean;
  diagram?: boolean;
  sources?: boolean;
  invokedAs: string;
};

/** A case before it is practised: the brief and the questions; or what was asked for by flag, and that alone. */
export function casePage(caseStudy: CaseStudy, framework: Framework, view: CaseView): Page {
  const guides = framework.steps.filter((guide) => view.step === undefined || guide.id === view.step);
  return [
    { kind: 'heading', level: 1, text: caseStudy.title },
    ...(view.step === undefined
      ? isPicked(view)
        ? []
        : wholeCase(caseStudy, framework)
      : guides.flatMap((guide) => oneStep(stepOf(caseStudy, guide), guide))),
    ...(view.modelAnswer
      ? guides.flatMap((guide) => answers(stepOf(caseStudy, guide), guide, view.step === undefined))
      : []),
    ...(view.diagram
      ? [{ kind: 'heading', level: 2, text: 'The architecture' } as const, architectureBlock(caseStudy.diagram)]
      : []),
    ...(view.sources ? sourceBlocks(caseStudy) : []),
    {
      kind: 'note',
      tone: 'next',
      text: `${view.invokedAs} practice ${caseStudy.id}${view.step ? ` --only ${view.step}` : ''}`,
    },
  ];
}

function isPicked({ modelAnswer, diagram, sources }: CaseView): boolean {
  return [modelAnswer, diagram, sources].includes(true);
}

function stepOf(caseStudy: CaseStudy, guide: StepGuide): Step | undefined {
  return caseStudy.steps.find((step) => step.id === guide.id);
}

function wholeCase(caseStudy: CaseStudy, framework: Framework): Block[] {
  const criteria = caseStudy.steps.reduce((sum, step) => sum + step.criteria.length, 0);
  return [
    { kind: 'prose', markdown: caseStudy.summary.trim() },
    { kind: 'quote', label: 'The interviewer', text: caseStudy.brief.trim() },
    questionTable(caseStudy, framework),
    {
      kind: 'prose',
      markdown: `The interviewer knows ${countText(caseStudy.facts.length, 'thing')} to ask for; the answers are checked against ${criteria} criteria.`,
    },
  ];
}

function oneStep(step: Step | undefined, guide: StepGuide): Block[] {
  if (!step) return [];
  const list = (items: readonly string[]): string => items.map((item) => `- ${item.trim()}`).join('\n');
  return [
    { kind: 'heading', level: 2, text: `Step ${stepNumber(guide.id)}: ${guide.title}` },
    { kind: 'quote', text: step.question.trim() },
    {
      kind: 'prose',
      markdown: `${guide.purpose.trim()} ${guide.minutes} minutes in an interview.\n\n${list(guide.checklist)}`,
    },
    { kind: 'heading', level: 3, text: 'Common slips' },
    { kind: 'prose', markdown: list(guide.slips) },
  ];
}

function answers(step: Step | undefined, guide: StepGuide, titled: boolean): Block[] {
  if (!step) return [];
  const name = titled ? `Step ${stepNumber(guide.id)}, model answer` : 'Model answer';
  return [
    { kind: 'heading', level: 2, text: name },
    { kind: 'prose', markdown: step.modelAnswer },
    ...(step.secondDesign
      ? [
          { kind: 'heading', level: 3, text: 'A second sound design' } as const,
          { kind: 'prose', markdown: step.secondDesign } as const,
        ]
      : []),
  ];
}

function sourceBlocks(caseStudy: CaseStudy): Block[] {
  if (caseStudy.sources.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Sources' },
    { kind: 'prose', markdown: sourcesProse(caseStudy.sources) },
  ];
}
