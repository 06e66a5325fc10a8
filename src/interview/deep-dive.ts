import type { DeepDive } from '../domain/case-study.ts';
import type { Session } from '../domain/session.ts';
import { deepDiveAnswersPage, deepDivePage } from '../views/deep-dive-page.ts';
import { keepWords, notePlace, remark, sessionOf, type Desk } from './desk.ts';
import { byChoice, type Leave } from './reply.ts';

const deepDiveMinutes = 5;

/** The one deep dive of a session: the one that was begun, else one by the session's name; none once it was answered. */
export function offeredDeepDive(dives: readonly DeepDive[], session: Session): DeepDive | undefined {
  if ((session.deepDives ?? []).length > 0) return undefined;
  const begun = dives.find((one) => one.id === session.openDeepDive?.id);
  const turn = [...session.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return begun ?? dives[turn % dives.length];
}

/** Puts the deep dive; the answer is saved before the answers at three levels are shown. */
export async function runDeepDive(desk: Desk): Promise<Leave | undefined> {
  const dive = offeredDeepDive(desk.caseStudy.deepDives, sessionOf(desk));
  if (!dive) return undefined;
  await noteDraft(desk, dive, sessionOf(desk).openDeepDive?.draft ?? '');
  desk.screen.show(deepDivePage(dive));
  const end = await askDive(desk, dive);
  if (end === 'submitted') {
    await noteAnswer(desk, dive);
    desk.screen.show(deepDiveAnswersPage(dive));
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
