import type { CaseStudy, Step } from '../domain/case-study.ts';
import type { Score } from '../domain/score.ts';
import { emptyWork, type Attempt } from '../domain/session.ts';
import { stepNumber, type Framework, type StepGuide, type StepId } from '../domain/step.ts';
import type { Grader } from '../grading/grader.ts';
import type { Block, Page } from '../page.ts';
import type { Clock } from '../ports.ts';
import { scorePage } from '../views/score-page.ts';
import { sheetParts } from '../views/sheet-parts.ts';
import { newSession } from './begin.ts';

/** The step that the tour shows: short, and the one that decides the rest. */
export const tourStep: StepId = 'frame';

export type TourMaterial = {
  caseStudy: CaseStudy;
  framework: Framework;
  grader: Grader;
  clock: Clock;
  invokedAs: string;
};

/** The pages of a minute's tour: the question, a weak answer graded, a strong one graded, and a part of the sheet. */
export function demoTour(material: TourMaterial): readonly Page[] {
  const { caseStudy, framework, grader } = material;
  const step = caseStudy.steps.find((one) => one.id === tourStep);
  const guide = framework.steps.find((one) => one.id === tourStep);
  if (!step || !guide) throw new RangeError(`\`demoTour\` found no step "${tourStep}"`);
  const weak = grader.grade(tourStep, step.weakAnswer);
  const strong = grader.grade(tourStep, step.modelAnswer);
  return [
    openingPage(caseStudy, step, guide),
    [
      answer('A nervous candidate answers', step.weakAnswer),
      ...scorePage(step, guide, { text: step.weakAnswer, score: weak }),
    ],
    [
      answer('The same candidate, three weeks later', step.modelAnswer),
      ...scorePage(step, guide, { text: step.modelAnswer, score: strong }),
    ],
    sheetPart(material, step.modelAnswer, strong),
    closingPage(material),
  ];
}

function openingPage(caseStudy: CaseStudy, step: Step, guide: StepGuide): Page {
  return [
    { kind: 'heading', level: 1, text: `A minute's tour: ${caseStudy.title}` },
    { kind: 'quote', label: 'The interviewer', text: caseStudy.brief.trim() },
    { kind: 'heading', level: 2, text: `Step ${stepNumber(step.id)} of 7: ${guide.title}` },
    { kind: 'prose', markdown: step.question },
  ];
}

function sheetPart({ caseStudy, framework, clock }: TourMaterial, text: string, score: Score): Page {
  const fresh = newSession(caseStudy, [tourStep], clock);
  const attempt: Attempt = { text, score, at: fresh.startedAt, aid: 'none' };
  const steps = { [tourStep]: { ...emptyWork, attempts: [attempt], state: 'done' as const } };
  const parts = sheetParts({ session: { ...fresh, id: 'demo', steps }, caseStudy, framework, forPeers: false });
  return [
    { kind: 'heading', level: 1, text: 'What you take home: the answer sheet' },
    { kind: 'prose', markdown: aboutSheet },
    ...parts.steps.filter((block) => block.kind === 'progress' || block.kind === 'table'),
    ...parts.gaps.filter((block) => block.kind === 'heading' || block.kind === 'prose').slice(0, shownGaps),
  ];
}

function closingPage({ caseStudy, invokedAs }: TourMaterial): Page {
  return [
    { kind: 'prose', markdown: closing },
    { kind: 'note', tone: 'next', text: `Try it: ${invokedAs} practice ${caseStudy.id} --only ${tourStep}` },
  ];
}

function answer(label: string, text: string): Block {
  return { kind: 'quote', label, text: text.trim() };
}

const shownGaps = 3;

const aboutSheet =
  'Your own words step by step, each verdict with the words that earned it, and what to work on. Here are the verdicts on the second answer.';

const closing =
  'In practice you type the answer, dispute any verdict on one key, get hints and a follow-up, and take the whole sheet home.';
