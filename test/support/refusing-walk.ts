import type { Session } from '../../src/domain/session.ts';
import { openNotebook } from '../../src/interview/notebook.ts';
import { practise } from '../../src/interview/practice.ts';
import { recordedScreen, scriptedPrompter, steppingClock, type Move, type RecordedScreen } from './scripted-ports.ts';
import { tinyFramework } from './tiny-case.ts';
import { markGrader, walkCase } from './walk-case.ts';

/** Walks with a store that refuses every save of words. */
export async function refusingWalk(
  script: readonly Move[],
  session: Session,
  refusal: Error,
): Promise<{ screen: RecordedScreen; fault: unknown }> {
  const clock = steppingClock();
  const screen = recordedScreen();
  const save = (one: Session) =>
    Object.values(one.steps).some((work) => work.draft !== '') ? Promise.reject(refusal) : Promise.resolve();
  const prompter = scriptedPrompter(script);
  // The editor tells of a save that failed and goes on.
  const answer: typeof prompter.answer = (request) =>
    prompter.answer({
      ...request,
      onDraft: async (...draft) => Promise.resolve(request.onDraft(...draft)).catch(() => undefined),
    });
  const fault: unknown = await practise({
    prompter: { ...prompter, answer },
    screen,
    clock,
    notebook: openNotebook(session, { save }, clock),
    caseStudy: walkCase,
    framework: tinyFramework,
    grader: markGrader(),
    invokedAs: 'mlsd',
  }).catch((error: unknown) => error);
  return { screen, fault };
}
