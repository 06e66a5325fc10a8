import type { Page } from '../page.ts';

/** One hint, with its number among those of its point. */
export function hintPage(hint: { number: number; of: number; text: string }): Page {
  return [
    { kind: 'heading', level: 3, text: `Hint ${hint.number} of ${hint.of}` },
    { kind: 'quote', text: hint.text.trim() },
    { kind: 'note', tone: 'info', text: 'What this hint earns is shown, and not counted.' },
  ];
}
