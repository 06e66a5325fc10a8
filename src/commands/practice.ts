import type { CaseStudy } from '../domain/case-study.ts';
import type { Session } from '../domain/session.ts';
import { stepIds, type StepId } from '../domain/step.ts';
import { leaveCode, pick, type Picked } from '../interview/reply.ts';
import type { World } from '../ports.ts';
import { blankAnswersPage } from '../views/blank-answers-page.ts';
import { standingText } from '../views/sessions-page.ts';
import { whenText } from '../views/when-text.ts';
import type { Invocation } from './command.ts';
import { goOn } from './hold-session.ts';
import { warnOfProblems } from './problems-text.ts';
import { readStepOption } from './read-step.ts';
import { startSession } from './start-session.ts';
import { refuseBoth, textArgument } from './typed-words.ts';
import { withCase } from './with-case.ts';

/** Practises a case step by step; goes on with its newest unfinished session unless told otherwise. */
export async function run(invocation: Invocation, world: World): Promise<number> {
  const typed = textArgument(invocation, 'case');
  refuseBoth(invocation, 'from', 'only', `mlsd practice ${typed} --only frame`);
  const wish: PracticeWish = {
    typed,
    from: readStepOption(invocation.options['from'], '--from'),
    only: readStepOption(invocation.options['only'], '--only'),
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
    : await newestUnfinished(world, (one) => isAskedFor(one, caseStudy, caseFile, wish), hasSeveralSteps);
  if (!begun) return startSession(world, caseStudy, scopeOf(wish), caseFile);
  const picked = await wantsToGoOn(world, begun, wish);
  if (picked.kind === 'left') return leaveCode(picked);
  if (!picked.value) return startSession(world, caseStudy, undefined, caseFile);
  const { from } = wish;
  return goOn(world, caseStudy, begun.id, (session) => (from ? movedTo(session, from) : session));
}

/** Who asked for the whole case may not mean the one step that was left over: that is asked. */
async function wantsToGoOn(world: World, begun: Session, { from, only }: PracticeWish): Promise<Picked<boolean>> {
  const found = `${standingText(begun)}, saved ${whenText(begun.updatedAt, world.clock)}`;
  if (from !== undefined || only !== undefined || hasSeveralSteps(begun)) {
    const text = `An unfinished session of this case was found (${found}); --new starts afresh.`;
    (await world.screen()).show([{ kind: 'note', tone: 'info', text }]);
    return { kind: 'picked', value: true };
  }
  return pick(await world.prompter(), {
    message: `An unfinished session of this case was found: ${found}.`,
    choices: [
      { name: 'go on with it', value: true, key: 'g' },
      { name: 'start afresh', value: false, key: 'n', about: 'what was begun is kept' },
    ],
  });
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

function hasSeveralSteps(session: Session): boolean {
  return session.scope.length > 1;
}

/** The newest unfinished session that fits, a preferred one first; session files that cannot be read are told. */
export async function newestUnfinished(
  world: World,
  fits: (session: Session) => boolean,
  prefers: (session: Session) => boolean = () => true,
): Promise<Session | undefined> {
  const store = await world.sessions();
  const { sessions, problems } = await store.list();
  warnOfProblems(world, problems);
  let other: Session | undefined;
  for (const summary of sessions.filter((one) => one.state === 'open')) {
    const session = await store.load(summary.id);
    if (!fits(session)) continue;
    if (prefers(session)) return session;
    other ??= session;
  }
  return other;
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
