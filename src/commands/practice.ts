import type { CaseStudy } from '../domain/case-study.ts';
import type { Session } from '../domain/session.ts';
import { stepIds, type StepId } from '../domain/step.ts';
import { askScope, newSession } from '../interview/begin.ts';
import { leaveCode } from '../interview/reply.ts';
import type { World } from '../ports.ts';
import { briefPage } from '../views/brief-page.ts';
import { blankAnswersPage } from '../views/blank-answers-page.ts';
import type { Invocation } from './command.ts';
import { begin, goOn } from './hold-session.ts';
import { warnOfProblems } from './problems-text.ts';
import { readStepOption } from './read-step.ts';
import { refuseBoth, textArgument } from './typed-words.ts';
import { withCase } from './with-case.ts';

/** Practises a case step by step; goes on with its newest unfinished session unless told otherwise. */
export async function run(invocation: Invocation, world: World): Promise<number> {
  const typed = textArgument(invocation, 'case');
  refuseBoth(invocation, 'from', 'only', `mlsd practice ${typed} --only frame`);
  const wish: PracticeWish = {
    typed,
    from: readStepOption(invocation.options['from']),
    only: readStepOption(invocation.options['only']),
    isNew: invocation.options['new'] === true,
  };
  return withCase(world, typed, (caseStudy) =>
    world.situation.interactive ? practiseCase(world, caseStudy, wish) : showQuestions(world, caseStudy, typed),
  );
}

type PracticeWish = { typed: string; from: StepId | undefined; only: StepId | undefined; isNew: boolean };

async function practiseCase(world: World, caseStudy: CaseStudy, wish: PracticeWish): Promise<number> {
  const store = await world.sessions();
  await store.checkWritable();
  const caseFile = fileOf(wish.typed, world);
  const begun = wish.isNew
    ? undefined
    : await newestUnfinished(world, (one) => isAskedFor(one, caseStudy, caseFile, wish));
  if (begun) {
    const screen = await world.screen();
    screen.show([
      { kind: 'note', tone: 'info', text: 'An unfinished session of this case was found; --new starts afresh.' },
    ]);
    const { from } = wish;
    return goOn(world, caseStudy, begun.id, (session) => (from ? movedTo(session, from) : session));
  }
  return startSession(world, caseStudy, scopeOf(wish), caseFile);
}

/** Starts a session of a case with its brief; without a scope the candidate chooses one. */
export async function startSession(
  world: World,
  caseStudy: CaseStudy,
  scope: readonly StepId[] | undefined,
  caseFile?: string,
): Promise<number> {
  const [screen, library] = await Promise.all([world.screen(), world.cases()]);
  screen.show(briefPage(caseStudy, await library.framework()));
  const steps = scope ?? (await chooseScope(world, caseStudy));
  if (typeof steps === 'number') return steps;
  return begin(world, caseStudy, newSession(caseStudy, steps, world.clock, caseFile));
}

async function chooseScope(world: World, caseStudy: CaseStudy): Promise<readonly StepId[] | number> {
  const [prompter, screen, library] = await Promise.all([world.prompter(), world.screen(), world.cases()]);
  const chosen = await askScope({ prompter, framework: await library.framework() });
  if (chosen.kind === 'scope') return chosen.steps;
  const command = `${world.situation.invokedAs} practice ${caseStudy.id}`;
  screen.show([{ kind: 'note', tone: 'next', text: `Nothing was written yet. Begin with: ${command}` }]);
  return leaveCode(chosen);
}

function scopeOf({ from, only }: PracticeWish): readonly StepId[] | undefined {
  if (only) return [only];
  return from ? stepIds.slice(stepIds.indexOf(from)) : undefined;
}

/** A path is kept in full, so that the session is found from any folder. */
function fileOf(typed: string, world: World): string | undefined {
  return /\.ya?ml$/u.test(typed) ? (world.files.absolute?.(typed) ?? typed) : undefined;
}

function isAskedFor(session: Session, caseStudy: CaseStudy, caseFile: string | undefined, wish: PracticeWish): boolean {
  if (session.mode !== 'practice' || session.caseId !== caseStudy.id || session.caseFile !== caseFile) return false;
  if (wish.only) return session.scope.length === 1 && session.scope[0] === wish.only;
  return wish.from === undefined || session.scope.includes(wish.from);
}

/** The newest unfinished session that fits; session files that cannot be read are told. */
export async function newestUnfinished(
  world: World,
  fits: (session: Session) => boolean,
): Promise<Session | undefined> {
  const store = await world.sessions();
  const { sessions, problems } = await store.list();
  warnOfProblems(world, problems);
  for (const summary of sessions.filter((one) => one.state === 'open')) {
    const session = await store.load(summary.id);
    if (fits(session)) return session;
  }
  return undefined;
}

/** The session with another place: `--from` on a session that was begun. */
function movedTo(session: Session, step: StepId): Session {
  const work = session.steps[step];
  const steps = work ? { ...session.steps, [step]: { ...work, state: 'open' as const } } : session.steps;
  const at = work && work.attempts.length > 0 && work.draft === '' ? 'menu' : 'answer';
  return { ...session, steps, place: { at, step } };
}

async function showQuestions(world: World, caseStudy: CaseStudy, typed: string): Promise<number> {
  const library = await world.cases();
  const { invokedAs } = world.situation;
  world.output.show(blankAnswersPage(caseStudy, await library.framework()));
  world.output.warn(
    `practice needs a terminal. To answer from a file:\n  ${invokedAs} export --blank ${typed} --out answers.md\n  ${invokedAs} grade ${typed} --answers answers.md\n`,
  );
  return 2;
}
