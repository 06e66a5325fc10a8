import type { Step } from '../domain/case-study.ts';
import type { StepScore } from '../domain/session-score.ts';
import { latestAttempt, type Attempt, type SimulationVisit, type StepWork } from '../domain/session.ts';
import { stepNumber, type StepGuide } from '../domain/step.ts';
import type { Block } from '../page.ts';
import { criteriaTable } from './criteria-page.ts';
import { countText, durationText } from './numbers-text.ts';
import { predictionsBlocks } from './predictions-blocks.ts';
import { pointsBar, scoreBar } from './score-bar.ts';

export type SheetStep = {
  step: Step;
  guide: StepGuide;
  work: StepWork;
  attempt: Attempt | undefined;
  /** What counts of the step; nothing where no counted text was submitted. */
  points: StepScore | undefined;
  forPeers: boolean;
};

/**
 * One step of an answer sheet: the question, the candidate's own words, and the verdicts or a blank scorecard.
 * Of several texts the one that counts is marked as the answer, so that it is the one to be graded again.
 */
export function sheetStep(one: SheetStep): Block[] {
  const { step, guide, work, attempt, forPeers } = one;
  return [
    { kind: 'heading', level: 2, text: `${stepNumber(step.id)}. ${guide.title}` },
    { kind: 'quote', text: attempt?.text ?? work.draft, label: step.question.trim(), answerTo: step.id },
    ...(forPeers ? [] : laterTexts(work, attempt)),
    { kind: 'prose', markdown: timeText(work, guide, attempt) },
    ...(forPeers ? [scorecard(step)] : [...aids(work, attempt), ...verdicts(one)]),
    ...work.followUps.map((reply): Block => ({
      kind: 'quote',
      label: `Follow-up: ${reply.question}`,
      text: reply.answer,
    })),
    ...openReply(work),
    ...(work.simulations ?? []).flatMap(visitBlocks),
  ];
}

/** A simulation beside the answer: what was predicted, what it showed, and what the candidate makes of it. */
function visitBlocks({ title, predictions, claim, price, change }: SimulationVisit): Block[] {
  return [
    { kind: 'heading', level: 3, text: `Simulation: ${title}` },
    ...predictionsBlocks(predictions),
    { kind: 'prose', markdown: `${claim} ${price}`.trim() },
    ...(change === '' ? [] : [{ kind: 'quote', label: 'What I would now change', text: change } as const]),
  ];
}

/** What was written below the text that counts: an answer after the model answer, and a draft. */
function laterTexts(work: StepWork, attempt: Attempt | undefined): Block[] {
  if (!attempt) return [];
  const last = latestAttempt(work)?.text ?? '';
  const later: Block[] =
    last === attempt.text
      ? []
      : [
          {
            kind: 'quote',
            label: 'Your last text, written after the model answer or second design: not counted',
            text: last,
          },
        ];
  const isKnown = [attempt.text.trim(), last.trim(), ''].includes(work.draft.trim());
  return isKnown ? later : [...later, { kind: 'quote', label: 'A draft, not submitted', text: work.draft }];
}

function openReply({ openFollowUp }: StepWork): Block[] {
  if (!openFollowUp || openFollowUp.draft.trim() === '') return [];
  return [
    { kind: 'quote', label: `Follow-up: ${openFollowUp.question} (a draft, not submitted)`, text: openFollowUp.draft },
  ];
}

function timeText(work: StepWork, guide: StepGuide, attempt: Attempt | undefined): string {
  const spent =
    work.elapsedSeconds > 0
      ? `${durationText(work.elapsedSeconds)} of ${guide.minutes} min suggested`
      : `${guide.minutes} min suggested`;
  const state = attempt ? '' : work.draft.trim() === '' ? ' Not answered.' : ' A draft, not submitted.';
  return `Time: ${spent}.${state}`;
}

/** What was shown in the step, and what of it came before the text above. */
function aids(work: StepWork, attempt: Attempt | undefined): Block[] {
  const hints = Object.values(work.hintsShown).reduce((sum, count) => sum + count, 0);
  const shown = [
    hints > 0 ? countText(hints, 'hint') : '',
    work.modelAnswerShown ? 'the model answer' : '',
    work.secondDesignShown ? 'the second design' : '',
  ].filter((one) => one !== '');
  const lines = [
    shown.length > 0 ? `Shown in this step: ${shown.join(', ')}.` : '',
    attempt && (shown.length > 0 || attempt.aid !== 'none') ? before[attempt.aid] : '',
  ].filter((line) => line !== '');
  return lines.length === 0 ? [] : [{ kind: 'prose', markdown: lines.join(' ') }];
}

const before: Readonly<Record<Attempt['aid'], string>> = {
  none: 'The answer was written before anything was shown.',
  'follow-up': 'The answer was written after a question of the checker.',
  hint: 'The answer was written after a hint.',
  'model-answer': 'The answer was written after the model answer or second design: graded, not counted.',
};

function verdicts({ step, attempt, points }: SheetStep): Block[] {
  if (!attempt) return [];
  const bar = points ? pointsBar(points, 'Points') : scoreBar(attempt.score, 'Points, not counted');
  return [bar, criteriaTable(step, attempt.score)];
}

/** The points as questions: the sentences of the criteria hold the solution's numbers. */
function scorecard(step: Step): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'No.', align: 'right' },
      { title: 'Question to the author' },
      { title: 'Worth' },
      { title: 'Covered' },
      { title: 'Partial' },
      { title: 'No' },
    ],
    rows: step.criteria.map((one, i) => [
      String(i + 1),
      one.ask,
      `${one.weight}${one.essential ? ', essential' : ''}`,
      '☐',
      '☐',
      '☐',
    ]),
  };
}
