import type { CaseStudy, Step } from '../domain/case-study.ts';
import { caseShare, share } from '../domain/score.ts';
import { countedAttempt, latestAttempt, workOn, type Attempt, type Session } from '../domain/session.ts';
import type { Framework, StepGuide } from '../domain/step.ts';
import type { Block, Page } from '../page.ts';
import { architectureBlock } from './architecture-block.ts';
import { gapProse, valuableGaps } from './gap-prose.ts';
import { percentText } from './criterion-words.ts';
import { momentText } from './sessions-page.ts';
import { sheetStep } from './sheet-step.ts';
import { sourcesProse } from './sources-prose.ts';

export type Sheet = {
  session: Session;
  caseStudy: CaseStudy;
  framework: Framework;
  /** For a study group: no verdicts, no spoilers, the criteria as a blank scorecard. */
  forPeers: boolean;
};

/** The slots of a sheet's frame, in the order of the frames that ship. */
export const sheetSlots = ['about', 'brief', 'score', 'steps', 'gaps', 'diagram', 'sources'] as const;
export type SheetParts = Readonly<Record<(typeof sheetSlots)[number], Page>> & { title: string };

const gapsAStep = 2;

/** The answer sheet of a session, cut into the slots of a frame; each part brings its own headings. */
export function sheetParts(sheet: Sheet): SheetParts {
  const { caseStudy, session, forPeers } = sheet;
  return {
    title: caseStudy.title,
    about: [{ kind: 'prose', markdown: aboutText(sheet) }],
    brief: [
      { kind: 'heading', level: 2, text: 'The brief' },
      { kind: 'prose', markdown: caseStudy.brief },
    ],
    score: forPeers ? [] : scoreBlocks(sheet),
    steps: stepsOf(sheet).flatMap(({ step, guide }) =>
      sheetStep({ step, guide, work: workOn(session, step.id), attempt: sheetAttempt(sheet, step), forPeers }),
    ),
    gaps: forPeers ? [] : gapBlocks(sheet),
    diagram: forPeers
      ? []
      : [{ kind: 'heading', level: 2, text: 'The reference architecture' }, architectureBlock(caseStudy.diagram)],
    sources:
      forPeers || caseStudy.sources.length === 0
        ? []
        : [
            { kind: 'heading', level: 2, text: 'Sources' },
            { kind: 'prose', markdown: sourcesProse(caseStudy.sources) },
          ],
  };
}

/** The whole sheet as one page, without a frame. */
export function sheetPage(sheet: Sheet): Page {
  const parts = sheetParts(sheet);
  return [{ kind: 'heading', level: 1, text: parts.title }, ...sheetSlots.flatMap((slot) => parts[slot])];
}

function stepsOf({ session, caseStudy, framework }: Sheet): { step: Step; guide: StepGuide }[] {
  return framework.steps
    .filter((guide) => session.scope.includes(guide.id))
    .flatMap((guide) => caseStudy.steps.filter((step) => step.id === guide.id).map((step) => ({ step, guide })));
}

/** The attempt that counts; where only uncounted ones were written, the newest of them. The end of a session grades it once more with every answer in sight. */
function sheetAttempt({ session }: Sheet, step: Step): Attempt | undefined {
  const work = workOn(session, step.id);
  const attempt = countedAttempt(work) ?? latestAttempt(work);
  const final = session.summary?.steps.find((one) => one.step === step.id)?.score;
  return attempt && final && attempt === countedAttempt(work) ? { ...attempt, score: final } : attempt;
}

function aboutText({ session, caseStudy, forPeers }: Sheet): string {
  const kind = forPeers ? 'Answers for a study group, with a blank scorecard' : 'Answer sheet';
  return [
    `Case: \`${caseStudy.id}\``,
    `${kind}. Session \`${session.id}\`, started ${momentText(session.startedAt)} UTC, last saved ${momentText(session.updatedAt)} UTC.`,
  ].join('\n\n');
}

function scoreBlocks(sheet: Sheet): Block[] {
  const { summary } = sheet.session;
  const graded = stepsOf(sheet).flatMap(({ step, guide }) => {
    const score = sheetAttempt(sheet, step)?.score;
    return score
      ? [{ minutes: guide.minutes, auto: share(score.auto, score.max), confirmed: share(score.confirmed, score.max) }]
      : [];
  });
  if (graded.length === 0) return [];
  const mean = (by: 'auto' | 'confirmed'): number =>
    summary?.share[by] ?? caseShare(graded.map((one) => ({ share: one[by], minutes: one.minutes })));
  const own = `**${percentText(mean('confirmed'))}** with your confirmations and disputes; **${percentText(mean('auto'))}** by the checker alone`;
  return [
    { kind: 'heading', level: 2, text: 'Score' },
    { kind: 'prose', markdown: `${own}. Over the answered steps, weighted by their minutes.` },
  ];
}

function gapBlocks(sheet: Sheet): Block[] {
  const blocks = stepsOf(sheet).flatMap(({ step, guide }): Block[] => {
    const score = sheetAttempt(sheet, step)?.score;
    const gaps = score ? valuableGaps(step, score).slice(0, gapsAStep) : [];
    if (gaps.length === 0) return [];
    return [
      { kind: 'heading', level: 3, text: guide.title },
      ...gaps.map((gap): Block => ({ kind: 'prose', markdown: gapProse(gap) })),
    ];
  });
  return blocks.length === 0
    ? []
    : [{ kind: 'heading', level: 2, text: 'What to work on, and what a strong answer says' }, ...blocks];
}
