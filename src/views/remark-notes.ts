import type { Step } from '../domain/case-study.ts';
import type { Notice, Score } from '../domain/score.ts';
import type { NoteBlock } from '../page.ts';
import { proseText } from './prose-text.ts';
import { quotedWords } from './quoted-words.ts';

const quoteLetters = 60;

/** What must not be missed about an answer: mistaken beliefs explained, and what the checker noticed, each once. */
export function remarkNotes(step: Step, score: Score, text = ''): NoteBlock[] {
  const hit = new Set(score.criteria.flatMap((row) => row.misconceptions));
  const beliefs = step.misconceptions
    .filter((one) => hit.has(one.id))
    .map((one): NoteBlock => ({ kind: 'note', tone: 'warning', text: proseText(one.say) }));
  const notices = new Map(score.notices.map((notice) => [notice.text, noticeNote(notice, text)]));
  return [...beliefs, ...notices.values()];
}

function noticeNote(notice: Notice, text: string): NoteBlock {
  const words = notice.kind === 'sum' || notice.kind === 'stuffed' ? text.slice(notice.start, notice.end).trim() : '';
  const tone = notice.kind === 'sum' || notice.kind === 'empty' ? 'info' : 'warning';
  return {
    kind: 'note',
    tone,
    text: proseText(words === '' ? notice.text : `${quotedWords(words, quoteLetters)}: ${notice.text}`),
  };
}
