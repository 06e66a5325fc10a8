import type { CaseStudy } from '../../src/domain/case-study.ts';
import type { Session } from '../../src/domain/session.ts';
import { stepIds, type StepId } from '../../src/domain/step.ts';
import { newSession } from '../../src/interview/begin.ts';
import type { Desk } from '../../src/interview/desk.ts';
import type { StepLab } from '../../src/ports.ts';
import { openNotebook } from '../../src/interview/notebook.ts';
import { practise, type PracticeEnd } from '../../src/interview/practice.ts';
import {
  recordedScreen,
  recordedStore,
  scriptedPrompter,
  steppingClock,
  type Move,
  type RecordedScreen,
  type RecordedStore,
  type ScriptedPrompter,
} from './scripted-ports.ts';
import { tinyFramework } from './tiny-case.ts';
import { markGrader, walkCase } from './walk-case.ts';

export type Walk = {
  end: PracticeEnd;
  /** As it was saved, not as it stood in memory. */
  session: Session;
  prompter: ScriptedPrompter;
  screen: RecordedScreen;
  store: RecordedStore;
  /** What happened in order: saves, gradings and pages. */
  events: readonly string[];
};

/** Walks a session with a script, from its beginning or from a session that was saved. */
export async function walk(
  script: readonly Move[],
  start: { session?: Session; scope?: readonly StepId[]; caseStudy?: CaseStudy; lab?: StepLab } = {},
): Promise<Walk> {
  const events: string[] = [];
  const clock = steppingClock(start.session ? Date.UTC(2026, 0, 3) : undefined);
  const caseStudy = start.caseStudy ?? walkCase;
  const session = start.session ?? newSession(caseStudy, start.scope ?? stepIds, clock);
  const store = recordedStore([session], (saved) => void events.push(`save ${textsOf(saved).join('|')}`));
  const screen = recordedScreen(() => void events.push('show'));
  const prompter = scriptedPrompter(script);
  const desk: Desk = {
    prompter,
    screen,
    clock,
    notebook: openNotebook(session, store, clock),
    caseStudy,
    framework: tinyFramework,
    grader: markGrader((step, text) => void events.push(`grade ${step} ${text}`)),
    invokedAs: 'mlsd',
    ...(start.lab && { lab: start.lab }),
  };
  const end = await practise(desk);
  return { end, session: store.read(session.id), prompter, screen, store, events };
}

/** Everything in a session that a person has typed. */
export function textsOf(session: Session): string[] {
  const works = Object.values(session.steps);
  return [
    ...works.flatMap((work) => [work.draft, work.openFollowUp?.draft ?? '', ...work.attempts.map((one) => one.text)]),
    ...works.flatMap((work) => work.followUps.map((one) => one.answer)),
    ...session.asked.map((one) => one.text),
    ...session.disputes.map((one) => one.sentence),
    ...session.confirmations.map((one) => one.sentence),
    ...(session.deepDives ?? []).map((one) => one.answer),
    session.openDeepDive?.draft ?? '',
  ].filter((text) => text !== '');
}
