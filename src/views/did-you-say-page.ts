import type { Page } from '../page.ts';

/**
 * The sentence that comes nearest to a point that was not surely seen. The question itself is asked below it.
 *
 * @param wasQuoted the same sentence stood below another question of this step
 */
export function questionPage({ sentence }: { sentence: string }, wasQuoted = false): Page {
  if (sentence === '') return [{ kind: 'prose', markdown: 'No sentence near this point was found in your answer.' }];
  const label = wasQuoted ? 'No other sentence is nearer than the one shown before' : 'The nearest of your sentences';
  return [{ kind: 'quote', label, text: sentence }];
}
