import type { DeepDive } from '../domain/case-study.ts';
import { share } from '../domain/score.ts';
import type { DeepDiveAnswer, Session } from '../domain/session.ts';
import { countedShare } from '../domain/step-points.ts';
import type { StepId } from '../domain/step.ts';
import { deepDiveAnswersPage, deepDivePage } from '../views/deep-dive-page.ts';
import { keepWords, notePlace, remark, sessionOf, type Desk } from './desk.ts';
import { byChoice, pick, type Leave } from './reply.ts';

const deepDiveMinutes = 5;

/**
 * The one deep dive of a session: the one that was begun, else one of the weakest step's, else one by the session's
 * name; none once it was answered.
 *
 * @param stepOf the step that a deep dive belongs to, where that can be told
 */
export function offeredDeepDive(
  dives: readonly DeepDive[],
  session: Session,
  stepOf: (dive: DeepDive) => StepId | undefined = () => undefined,
): DeepDive | undefined {
  if ((session.deepDives ?? []).length > 0) return undefined;
  const begun = dives.find((one) => one.id === session.openDeepDive?.id);
  if (begun) return begun;
  const steps = [...(session.summary?.steps ?? [])].sort(
    (a, b) => countedShare(a.confirmed) - countedShare(b.confirmed),
  );
  for (const { step } of steps) {
    const fit = dives.find((dive) => stepOf(dive) === step);
    if (fit) return fit;
  }
  const turn = [...session.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return dives[turn % dives.length];
}

/** The deep dive that this session offers. */
export function diveHere(desk: Desk): DeepDive | undefined {
  return offeredDeepDive(desk.caseStudy.deepDives, sessionOf(desk), (dive) => stepOfDive(desk, dive));
}

/** The step whose criteria the answers of a deep dive earn most of. */
function stepOfDive({ caseStudy, grader }: Desk, { question, answers }: DeepDive): StepId | undefined {
  const text = [question, answers.mid, answers.senior, answers.staff].join('\n\n');
  const worth = caseStudy.steps.map(({ id }) => {
    const { auto, max } = grader.grade(id, text);
    return { id, share: share(auto, max) };
  });
  const [best] = worth.sort((a, b) => b.share - a.share);
  return best && best.share > 0 ? best.id : undefined;
}

/** Puts the deep dive; the answer is saved before the answers at three levels are shown. */
export async function runDeepDive(desk: Desk): Promise<Leave | undefined> {
  const dive = diveHere(desk);
  if (!dive) return undefined;
  await noteDraft(desk, dive, sessionOf(desk).openDeepDive?.draft ?? '');
  desk.screen.show(deepDivePage(dive));
  const end = await askDive(desk, dive);
  if (end === 'submitted') {
    await noteAnswer(desk, dive);
    desk.screen.show(deepDiveAnswersPage(dive));
    const left = await askNearest(desk, dive);
    if (left) return left;
  } else if (end !== 'later') {
    return end;
  }
  await notePlace(desk, { at: 'summary' });
  return undefined;
}

async function askDive(desk: Desk, dive: DeepDive): Promise<'submitted' | 'later' | Leave> {
  let elapsed = 0;
  for (;;) {
    const reply = await desk.prompter.answer({
      title: 'Deep dive',
      draft: sessionOf(desk).openDeepDive?.draft ?? '',
      minutes: deepDiveMinutes,
      elapsedSeconds: elapsed,
      wordsAdvised: 0,
      commands: ['back', 'skip', 'quit', '?'],
      onDraft: (draft, elapsedSeconds) => {
        elapsed = elapsedSeconds;
        return noteDraft(desk, dive, draft);
      },
    });
    const typed = reply.kind === 'answered' ? reply.value.text : reply.draft;
    await keepWords(desk, typed, noteDraft(desk, dive, typed));
    if (reply.kind === 'answered') return reply.value.text.trim() === '' ? 'later' : 'submitted';
    if (reply.kind === 'left') return { kind: 'left', by: reply.by };
    if (reply.name === 'quit') return byChoice;
    if (reply.name === 'back' || reply.name === 'skip') return 'later';
    remark(desk, commandHelp);
  }
}

/** No checker judges this reply: the candidate says which answer it is nearest to. */
async function askNearest(desk: Desk, { id }: DeepDive): Promise<Leave | undefined> {
  const picked = await pick<NonNullable<DeepDiveAnswer['nearest']> | 'unknown'>(desk.prompter, {
    message: 'Which one is yours nearest to?',
    choices: [
      { name: 'mid', value: 'mid', key: 'm' },
      { name: 'senior', value: 'senior', key: 's' },
      { name: 'staff', value: 'staff', key: 't' },
      { name: 'none of them yet', value: 'below', key: 'n' },
      { name: 'cannot tell', value: 'unknown', key: 'c' },
    ],
  });
  const nearest = picked.kind === 'left' || picked.value === 'unknown' ? undefined : picked.value;
  await desk.notebook.note((session) => ({
    ...session,
    place: { at: 'summary' },
    ...(nearest === undefined
      ? {}
      : { deepDives: (session.deepDives ?? []).map((one) => (one.id === id ? { ...one, nearest } : one)) }),
  }));
  return picked.kind === 'left' ? picked : undefined;
}

async function noteDraft(desk: Desk, { id }: DeepDive, draft: string): Promise<void> {
  await desk.notebook.note((session) => ({ ...session, openDeepDive: { id, draft }, place: { at: 'deep-dive' } }));
}

async function noteAnswer(desk: Desk, { id, question }: DeepDive): Promise<void> {
  await desk.notebook.note((session, at) => ({
    ...session,
    deepDives: [...(session.deepDives ?? []), { id, question, answer: session.openDeepDive?.draft ?? '', at }],
    openDeepDive: null,
  }));
}

const commandHelp = ':back keeps what is written and returns to the summary, :quit saves and leaves. Ctrl-D submits.';
