import type { Step } from '../domain/case-study.ts';
import { latestAttempt, type StepWork } from '../domain/session.ts';
import type { Choice } from '../ports.ts';
import { nextHint } from './hint.ts';

export type MenuAction =
  | 'questions'
  | 'follow-up'
  | 'go-on'
  | 'criteria'
  | 'improve'
  | 'hint'
  | 'model-answer'
  | 'second-design'
  | 'simulation'
  | 'back'
  | 'leave';

/** What the menu of a step needs to know. */
export type MenuView = {
  step: Step;
  work: StepWork;
  questions: number;
  hasFollowUp: boolean;
  isFirst: boolean;
  isLast: boolean;
};

/** The menu after a graded answer; the first choice is the next thing on the way, so that Enter walks it. */
export function stepMenu(view: MenuView): { choices: readonly Choice<MenuAction>[]; initial: MenuAction } {
  const choices = [...onTheWay(view), ...beside(view), ...outOf(view)];
  return { choices, initial: choices[0]?.value ?? 'go-on' };
}

function onTheWay({ questions, hasFollowUp, work, isLast }: MenuView): Choice<MenuAction>[] {
  const say = questions === 1 ? 'one question' : `${questions} questions`;
  const followUp = work.openFollowUp ? 'go on with the follow-up' : 'one follow-up question';
  return [
    ...(questions > 0
      ? [choice('questions', 'y', [`did you say this? (${say})`, 'did you say?'], 'points that were half seen')]
      : []),
    ...(hasFollowUp ? [choice('follow-up', 'f', [followUp, 'follow-up'], 'what it earns counts half')] : []),
    choice('go-on', 'g', isLast ? ['go on to the summary', 'summary'] : ['go on to the next step', 'next step']),
  ];
}

function beside({ step, work }: MenuView): Choice<MenuAction>[] {
  const score = latestAttempt(work)?.score;
  const next = score && nextHint(step, work, score);
  const hint = next && 'text' in next ? next : undefined;
  const uncounted = 'answers written after it are graded, not counted';
  const number = hint ? `hint ${hint.number} of ${hint.of}` : '';
  return [
    choice('criteria', 'c', ['all criteria, read or dispute', 'all criteria'], 'they say what a strong answer holds'),
    choice('improve', 'i', ['improve the answer', 'improve']),
    ...(hint ? [choice('hint', 'h', [number, number], 'what it earns is not counted')] : []),
    choice('model-answer', 'm', ['model answer', 'model answer'], work.modelAnswerShown ? undefined : uncounted),
    ...(step.secondDesign
      ? [
          choice(
            'second-design',
            's',
            ['a second sound design', 'second design'],
            work.secondDesignShown ? undefined : uncounted,
          ),
        ]
      : []),
    ...(step.simulation
      ? [choice('simulation', 'x', ['see it in numbers: the simulation', 'simulation'], 'predict first, then run')]
      : []),
  ];
}

function outOf({ isFirst }: MenuView): Choice<MenuAction>[] {
  return [
    ...(isFirst ? [] : [choice('back', 'b', ['back to the step before', 'step before'])]),
    choice('leave', 'q', ['save and leave', 'save and leave']),
  ];
}

function choice(
  value: MenuAction,
  key: string,
  [name, short]: readonly [string, string],
  about?: string,
): Choice<MenuAction> {
  return { value, key, name, short, ...(about === undefined ? {} : { about }) };
}
