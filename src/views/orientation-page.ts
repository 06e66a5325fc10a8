import type { Page } from '../page.ts';

/** What a newcomer needs in a minute, shown before the first session; with the menu below it, one screen. */
export function orientationPage(): Page {
  return [
    { kind: 'heading', level: 1, text: 'The machine-learning system design interview, practised' },
    { kind: 'prose', markdown: orientation },
  ];
}

const orientation = `You get a brief, incomplete on purpose, and answer in your own words in seven steps: clarify, frame, data, model, evaluation, serving, monitoring.

After each answer you see which points were detected, in which of your words, and the gap that is worth most. "Not detected" may be the checker's miss: every verdict can be disputed. Nothing leaves this machine, and you can stop at any moment without losing a word.`;
