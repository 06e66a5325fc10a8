import type { Page } from '../page.ts';

/** A model answer, and what it means for the attempts after it. */
export function modelAnswerPage(title: string, markdown: string): Page {
  return [
    { kind: 'heading', level: 3, text: title },
    { kind: 'prose', markdown },
    {
      kind: 'note',
      tone: 'info',
      text: 'One sound way among several. What you write from now on is graded, and not counted.',
    },
  ];
}
