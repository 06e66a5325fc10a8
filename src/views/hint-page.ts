import type { Page } from '../page.ts';
import { criterionName } from './verdict-words.ts';

/** One hint, with its number among those of its point, and the point by name. */
export function hintPage(hint: { criterion: string; number: number; of: number; text: string }): Page {
  return [
    { kind: 'heading', level: 3, text: `Hint ${hint.number} of ${hint.of}, for: ${criterionName(hint.criterion)}` },
    { kind: 'quote', text: hint.text.trim() },
    { kind: 'note', tone: 'info', text: 'What this hint earns is shown, and not counted.' },
  ];
}
