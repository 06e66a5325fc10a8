import type { CaseStudy, Step } from '../domain/case-study.ts';
import { emptyWork, withWork, workOn, type Session, type StepWork } from '../domain/session.ts';
import type { Framework, StepGuide, StepId } from '../domain/step.ts';
import type { Grader } from '../grading/grader.ts';
import type { Clock, Prompter, Screen, StepLab } from '../ports.ts';
import type { Notebook } from './notebook.ts';

/** Everything that a conversation has before it: who is asked, what is asked about, and where it is written down. */
export type Desk = {
  prompter: Prompter;
  screen: Screen;
  clock: Clock;
  notebook: Notebook;
  caseStudy: CaseStudy;
  framework: Framework;
  grader: Grader;
  /** The simulations of the steps; a case names the one that belongs to a step. */
  lab?: StepLab;
  /** What a screen prints before a command: `mlsd`, or the form that started the program. */
  invokedAs: string;
};

/** The session as it stands. */
export function sessionOf(desk: Desk): Session {
  return desk.notebook.session;
}

/** The work on a step as it stands. */
export function workAt(desk: Desk, step: StepId): StepWork {
  return workOn(sessionOf(desk), step) ?? emptyWork;
}

/** The case's part for a step. */
export function caseStep(desk: Desk, step: StepId): Step {
  const found = desk.caseStudy.steps.find((one) => one.id === step);
  if (!found) throw new RangeError(`\`caseStep\` found no step "${step}" in the case`);
  return found;
}

/** The framework's part for a step: its title and minutes. */
export function guideOf(desk: Desk, step: StepId): StepGuide {
  const found = desk.framework.steps.find((one) => one.id === step);
  if (!found) throw new RangeError(`\`guideOf\` found no step "${step}" in the framework`);
  return found;
}

/** Saves a change of one step's work, and where the person is. */
export async function noteWork(
  desk: Desk,
  step: StepId,
  change: Partial<StepWork>,
  place?: Session['place'],
): Promise<void> {
  await desk.notebook.note((session, at) => ({ ...withWork(session, step, change, at), ...(place ? { place } : {}) }));
}

/** Saves where the person is. */
export async function notePlace(desk: Desk, place: NonNullable<Session['place']>): Promise<void> {
  await desk.notebook.note((session) => ({ ...session, place }));
}

/** Shows one remark. */
export function remark(desk: Pick<Desk, 'screen'>, text: string, tone: 'next' | 'info' | 'warning' = 'info'): void {
  desk.screen.show([{ kind: 'note', tone, text }]);
}

/** Waits for words to be saved; where the disk refuses, they are shown once more so that they can be copied. */
export async function keepWords(desk: Pick<Desk, 'screen'>, words: string, saving: Promise<void>): Promise<void> {
  try {
    await saving;
  } catch (error) {
    if (words.trim() !== '') desk.screen.show([{ kind: 'quote', label: 'This could not be saved', text: words }]);
    throw error;
  }
}
