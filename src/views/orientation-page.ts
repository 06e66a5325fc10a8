import type { Page } from '../page.ts';

/** What a newcomer needs in a minute, shown before the first session. */
export function orientationPage(invokedAs: string): Page {
  return [
    { kind: 'heading', level: 1, text: 'The machine-learning system design interview, practised' },
    { kind: 'prose', markdown: orientation },
    { kind: 'note', tone: 'next', text: `To see it before you type: ${invokedAs} demo` },
  ];
}

const orientation = `You get a brief, as an interviewer would say it: incomplete on purpose. You answer in your own words, step by step:

1. clarify requirements
2. frame the problem as an ML task
3. data preparation
4. model development
5. evaluation
6. deployment and serving
7. monitoring and infrastructure

After each answer you see which points were detected, in which of your words, and the gap that is worth most. "Not detected" may be the checker's miss: every verdict can be disputed on one key. Nothing leaves this machine, and you can stop at any moment without losing a word.`;
