import type { CaseStudy } from '../domain/case-study.ts';
import { isoTime, timeStamp } from '../domain/iso-time.ts';
import type { Session } from '../domain/session.ts';
import { stepIds, type Framework, type StepId } from '../domain/step.ts';
import type { Choice, Clock, Prompter } from '../ports.ts';
import { byChoice, pick, type Leave } from './reply.ts';

/** What a new session covers, as typed or chosen. */
export type Scope = { kind: 'scope'; steps: readonly StepId[] };

export type ScopeDesk = { prompter: Prompter; framework: Framework };

/** Asks how much to practise: one step in 20 minutes, or the whole case. */
export async function askScope(desk: ScopeDesk): Promise<Scope | Leave> {
  const picked = await pick<'one' | 'all'>(desk.prompter, {
    message: 'How much today?',
    choices: [
      { name: 'one step, 20 minutes', value: 'one', key: 'o' },
      { name: 'the whole case, two to three hours; leave and go on whenever you like', value: 'all', key: 'w' },
    ],
  });
  if (picked.kind === 'left') return picked;
  return picked.value === 'all' ? { kind: 'scope', steps: stepIds } : askOneStep(desk);
}

/** Asks for the one step of a short session. */
export async function askOneStep({ prompter, framework }: ScopeDesk): Promise<Scope | Leave> {
  const choices = framework.steps.map((guide): Choice<StepId> => ({
    name: guide.title,
    value: guide.id,
    about: guide.purpose,
  }));
  const picked = await pick(prompter, { message: 'Which step?', choices });
  return picked.kind === 'left' ? picked : { kind: 'scope', steps: [picked.value] };
}

/** Waits until the candidate has read what stands above. */
export async function askReady(prompter: Prompter, word: 'start' | 'go on'): Promise<Leave | undefined> {
  const picked = await pick<'ready' | 'leave'>(prompter, {
    message: `Ready? Enter to ${word}.`,
    choices: [
      { name: 'ready', value: 'ready', key: 'r' },
      { name: 'leave', value: 'leave', key: 'q' },
    ],
  });
  if (picked.kind === 'left') return picked;
  return picked.value === 'leave' ? byChoice : undefined;
}

/** A new session of a case, with nothing in it yet. Its id is the case and the moment. */
export function newSession(caseStudy: CaseStudy, scope: readonly StepId[], clock: Clock, caseFile?: string): Session {
  const at = isoTime(clock.now());
  return {
    formatVersion: 1,
    id: `${caseStudy.id}-${timeStamp(at)}`,
    caseId: caseStudy.id,
    caseTitle: caseStudy.title,
    caseHash: caseStudy.hash,
    ...(caseFile === undefined ? {} : { caseFile }),
    mode: 'practice',
    startedAt: at,
    updatedAt: at,
    state: 'open',
    scope,
    steps: {},
    asked: [],
    confirmations: [],
    disputes: [],
  };
}
