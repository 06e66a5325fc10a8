import type { DeepDive, Level } from '../domain/case-study.ts';
import type { Block, Page } from '../page.ts';

const levels: readonly { level: Level; title: string }[] = [
  { level: 'mid', title: 'Mid: the choice and its reason' },
  { level: 'senior', title: 'Senior: its number, and how it fails' },
  { level: 'staff', title: 'Staff: its price over time, and who owns it' },
];

/** The question of a deep dive. */
export function deepDivePage(dive: DeepDive): Page {
  return [
    { kind: 'heading', level: 2, text: 'Deep dive' },
    { kind: 'quote', label: 'The interviewer asks', text: dive.question.trim() },
  ];
}

/** The same question answered at three levels, to hold beside one's own answer. */
export function deepDiveAnswersPage(dive: DeepDive): Page {
  return levels.flatMap(({ level, title }): Block[] => [
    { kind: 'heading', level: 3, text: title },
    { kind: 'prose', markdown: dive.answers[level] },
  ]);
}
