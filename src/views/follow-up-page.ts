import type { Step } from '../domain/case-study.ts';
import type { Score } from '../domain/score.ts';
import type { Block, Page } from '../page.ts';
import { verdictWords } from './criterion-words.ts';
import { proseText } from './prose-text.ts';

/** A follow-up question, as an interviewer would put it. */
export function followUpPage(open: { question: string }): Page {
  return [{ kind: 'quote', label: 'The interviewer asks', text: open.question.trim() }];
}

/** What the reply to a follow-up earned beyond the answer: prompted points, counted by half. */
export function followUpResultPage(step: Step, together: Score, gained: readonly string[]): Page {
  if (gained.length === 0) return [{ kind: 'note', tone: 'info', text: nothingMore }];
  return [
    { kind: 'heading', level: 3, text: 'Earned by the reply' },
    ...together.criteria
      .filter((row) => gained.includes(row.id))
      .flatMap((row): Block[] => [
        {
          kind: 'prose',
          markdown: `**${verdictWords[row.verdict]}** ${proseText(step.criteria.find((one) => one.id === row.id)?.says ?? row.id)}`,
        },
        ...row.evidence.map((one): Block => ({ kind: 'quote', text: one.text })),
      ]),
    {
      kind: 'note',
      tone: 'info',
      text: 'Points after a question are prompted: half of them count, and they are kept apart.',
    },
  ];
}

const nothingMore = 'Saved. No further point was detected in the reply; it stands in your sheet.';
