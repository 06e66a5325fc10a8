import type { CriterionScore, Score } from '../domain/score.ts';
import type { Cell, Page } from '../page.ts';
import { evidenceText } from './quoted-words.ts';
import { criterionName, verdictCell } from './verdict-words.ts';

const quoteLetters = 84;

/** A follow-up question, as an interviewer would put it. */
export function followUpPage(open: { question: string }): Page {
  return [{ kind: 'quote', label: 'The interviewer asks', text: open.question.trim() }];
}

/**
 * What the reply to a follow-up earned beyond the answer: prompted points, counted by half.
 *
 * @param replyStart where the reply begins in the text that was graded: its own words are quoted first
 */
export function followUpResultPage(together: Score, gained: readonly string[], replyStart: number): Page {
  if (gained.length === 0) return [{ kind: 'note', tone: 'info', text: nothingMore }];
  const rows = together.criteria
    .filter((row) => gained.includes(row.id))
    .map((row): Cell[] => [
      verdictCell(row, `: ${criterionName(row.id)}`),
      evidenceText(quotingReply(row, replyStart), quoteLetters),
    ]);
  return [
    { kind: 'heading', level: 3, text: 'Earned by the reply' },
    { kind: 'table', columns: [{ title: '' }, { title: '' }], rows },
    {
      kind: 'note',
      tone: 'info',
      text: 'Points after a question are prompted: half of them count, and they are kept apart.',
    },
  ];
}

/** The row with the words of the reply alone, where any of its words stand there. */
function quotingReply(row: CriterionScore, replyStart: number): CriterionScore {
  const own = row.saidIn === undefined ? row.evidence.filter((one) => one.start >= replyStart) : [];
  return own.length > 0 ? { ...row, evidence: own } : row;
}

const nothingMore = 'Saved. No further point was detected in the reply; it stands in your sheet.';
