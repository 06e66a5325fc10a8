import type { Page } from '../page.ts';

/** The sentence that comes nearest to a point that was not surely seen. The question itself is asked below it. */
export function questionPage(question: { ask: string; sentence: string }): Page {
  if (question.sentence === '')
    return [{ kind: 'prose', markdown: 'The checker saw a part of this point and no sentence for it.' }];
  return [{ kind: 'quote', label: 'The nearest of your sentences', text: question.sentence }];
}
