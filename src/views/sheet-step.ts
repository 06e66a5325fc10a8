import type { Step } from '../domain/case-study.ts';
import type { Attempt, StepWork } from '../domain/session.ts';
import { stepNumber, type StepGuide } from '../domain/step.ts';
import type { Block } from '../page.ts';
import { criteriaTable } from './criteria-page.ts';
import { durationText } from './numbers-text.ts';
import { scoreBar } from './score-bar.ts';

export type SheetStep = {
  step: Step;
  guide: StepGuide;
  work: StepWork;
  attempt: Attempt | undefined;
  forPeers: boolean;
};

/** One step of an answer sheet: the question, the candidate's own words, and the verdicts or a blank scorecard. */
export function sheetStep({ step, guide, work, attempt, forPeers }: SheetStep): Block[] {
  const text = attempt?.text ?? work.draft;
  return [
    { kind: 'heading', level: 2, text: `${stepNumber(step.id)}. ${guide.title}` },
    { kind: 'quote', text, label: step.question.trim(), answerTo: step.id },
    { kind: 'prose', markdown: timeText(work, guide, attempt) },
    ...(forPeers ? [scorecard(step)] : verdicts(step, attempt)),
    ...work.followUps.map((one): Block => ({ kind: 'quote', label: `Follow-up: ${one.question}`, text: one.answer })),
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

function verdicts(step: Step, attempt: Attempt | undefined): Block[] {
  if (!attempt) return [];
  const aid: Record<Attempt['aid'], string> = {
    none: '',
    'follow-up': 'Written after a question of the checker.',
    hint: 'Written after a hint.',
    'model-answer': 'Written after the model answer was shown: graded, not counted.',
  };
  const note: Block[] = aid[attempt.aid] === '' ? [] : [{ kind: 'prose', markdown: aid[attempt.aid] }];
  return [...note, scoreBar(attempt.score, 'Points'), criteriaTable(step, attempt.score)];
}

function scorecard(step: Step): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'No.', align: 'right' },
      { title: 'Point' },
      { title: 'Worth' },
      { title: 'Covered' },
      { title: 'Partial' },
      { title: 'No' },
    ],
    rows: step.criteria.map((one, i) => [
      String(i + 1),
      one.says,
      `${one.weight}${one.essential ? ', essential' : ''}`,
      '☐',
      '☐',
      '☐',
    ]),
  };
}
