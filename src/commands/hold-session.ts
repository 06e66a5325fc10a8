import type { CaseStudy } from '../domain/case-study.ts';
import type { Session } from '../domain/session.ts';
import { stepNumber } from '../domain/step.ts';
import { continueWith } from '../interview/conclude.ts';
import { remark, type Desk } from '../interview/desk.ts';
import { openNotebook } from '../interview/notebook.ts';
import { openingStep, practise } from '../interview/practice.ts';
import { leaveCode } from '../interview/reply.ts';
import type { World } from '../ports.ts';
import { proseText } from '../views/prose-text.ts';
import { whenText } from '../views/when-text.ts';
import { loadGrader } from './load-grader.ts';
import { createStepLab } from './step-lab.ts';

/** Begins the conversation of a new session and returns the exit code. */
export async function begin(world: World, caseStudy: CaseStudy, session: Session): Promise<number> {
  return whileLocked(world, session.id, () => holdSession(world, caseStudy, session));
}

/**
 * Goes on with a session that was begun before, and says where it stands.
 *
 * @param adjust moves the session to another place before it is opened
 */
export async function goOn(
  world: World,
  caseStudy: CaseStudy,
  id: string,
  adjust: (session: Session) => Session = (session) => session,
): Promise<number> {
  return whileLocked(world, id, async () => {
    const session = adjust(await (await world.sessions()).load(id));
    const screen = await world.screen();
    screen.show([{ kind: 'note', tone: 'info', text: goingOn(caseStudy, session, world) }]);
    if (knownHash(session) !== caseStudy.hash) screen.show([{ kind: 'note', tone: 'warning', text: changedCase }]);
    return holdSession(world, caseStudy, session);
  });
}

/** Nobody else can open the session meanwhile. */
async function whileLocked(world: World, id: string, work: () => Promise<number>): Promise<number> {
  const release = await (await world.sessions()).lock(id);
  try {
    return await work();
  } finally {
    await release();
  }
}

async function holdSession(world: World, caseStudy: CaseStudy, session: Session): Promise<number> {
  const desk = await openDesk(world, caseStudy, session);
  const end = await practise(desk);
  if (end.kind === 'left') {
    remark(desk, continueWith(session, desk.invokedAs));
    return leaveCode(end);
  }
  remark(desk, `Saved. Your answer sheet: ${desk.invokedAs} export ${session.id}`);
  return 0;
}

async function openDesk(world: World, caseStudy: CaseStudy, session: Session): Promise<Desk> {
  const [library, prompter, screen, store] = await Promise.all([
    world.cases(),
    world.prompter(),
    world.screen(),
    world.sessions(),
  ]);
  const [framework, grader] = await Promise.all([library.framework(), loadGrader(library, caseStudy)]);
  const notebook = openNotebook(session, store, world.clock);
  const { invokedAs } = world.situation;
  return {
    prompter,
    screen,
    clock: world.clock,
    notebook,
    caseStudy,
    framework,
    grader,
    lab: createStepLab(world),
    invokedAs,
  };
}

/** The place of a session in words. */
export function placeText(session: Session): string {
  const step = openingStep(session);
  return step === undefined ? 'at its summary' : `step ${stepNumber(step)} of 7, ${step}`;
}

function goingOn(caseStudy: CaseStudy, session: Session, { clock }: World): string {
  return `Going on with ${proseText(caseStudy.title)}, begun ${whenText(session.startedAt, clock)}: ${placeText(session)}. While you type, :brief shows the brief.`;
}

/** The form of the case that the candidate last saw graded. */
function knownHash(session: Session): string {
  const attempts = session.scope.flatMap((step) => session.steps[step]?.attempts ?? []);
  const [newest] = [...attempts].sort((a, b) => (a.at < b.at ? 1 : -1));
  return newest?.caseHash ?? session.caseHash;
}

const changedCase =
  'The case has changed since this session was begun. Scores that were given stay as they are; what you write from now on is graded on the case as it is now.';
