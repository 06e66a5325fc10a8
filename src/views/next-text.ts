import { passMark, share, type Score } from '../domain/score.ts';

/** What the menu below a score offers first: open questions, else the follow-up, else going on. */
export type OnTheWay = {
  questions: number;
  hasFollowUp: boolean;
  /** Of the window, so that the score and the menu fit into it. */
  columns?: number;
};

/** What is next after a graded answer: what Enter does first, then what would help. */
export function nextText(score: Score, hasGap: boolean, way?: OnTheWay): string {
  return way ? inMenu(score, hasGap, way) : outOfMenu(score, hasGap);
}

function inMenu(score: Score, hasGap: boolean, { questions, hasFollowUp }: OnTheWay): string {
  if (questions > 0) return '“did you say this?” settles what was half seen.';
  const improve = hasGap ? ', or improve the answer by the point above' : '';
  if (hasFollowUp) return `one follow-up question${improve}.`;
  return `${isPassed(score) ? 'passed; ' : ''}go on${improve}.`;
}

function outOfMenu(score: Score, hasGap: boolean): string {
  if (!hasGap) return 'passed.';
  return isPassed(score) ? 'passed; the point above would add most.' : 'a sentence on the point above helps most.';
}

function isPassed(score: Score): boolean {
  return share(score.confirmed, score.max) >= passMark;
}
