import type { Page } from '../page.ts';

export type Told = { question: string; answer: string };

/** What the interviewer says, each answer below its question. */
export function toldPage(told: readonly Told[]): Page {
  return told.map(({ question, answer }) => ({ kind: 'quote', label: `You: ${question}`, text: answer }));
}
