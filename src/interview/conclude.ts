import { sessionLedger } from '../domain/ledger.ts';
import { withWork, workOn, type Session } from '../domain/session.ts';
import { stepNumber, type StepId } from '../domain/step.ts';
import type { Choice } from '../ports.ts';
import { sessionEndPage } from '../views/session-end-page.ts';
import { diveHere, runDeepDive } from './deep-dive.ts';
import { guideOf, notePlace, remark, sessionOf, type Desk } from './desk.ts';
import { namesFact } from './names-fact.ts';
import { pick, type Leave } from './reply.ts';
import { isAnswered, noteSessionScore, weakestStep } from './score-session.ts';

/** How the summary was left: for good, back into a step, or by leaving. */
export type SummaryEnd = { kind: 'finished' } | { kind: 'step'; step: StepId } | Leave;

/** Shows the summary of a session, offers one deep dive, and lets the candidate take a step up once more. */
export async function conclude(desk: Desk): Promise<SummaryEnd> {
  if (!sessionOf(desk).summary) await noteSessionScore(desk);
  showSummary(desk);
  if (sessionOf(desk).place?.at === 'deep-dive') {
    const left = await runDeepDive(desk);
    if (left) return left;
  }
  return summaryLoop(desk);
}

async function summaryLoop(desk: Desk): Promise<SummaryEnd> {
  for (;;) {
    await notePlace(desk, { at: 'summary' });
    const choices = summaryChoices(desk);
    const picked = await pick(desk.prompter, { message: 'What next?', choices });
    if (picked.kind === 'left') return picked;
    if (picked.value === 'finish') return { kind: 'finished' };
    const end = picked.value === 'deep-dive' ? await runDeepDive(desk) : await takeUpStep(desk);
    if (end) return end;
  }
}

type SummaryAction = 'deep-dive' | 'step' | 'finish';

function summaryChoices(desk: Desk): Choice<SummaryAction>[] {
  const dive = diveHere(desk);
  return [
    ...(dive
      ? [
          {
            name: 'one deep dive',
            value: 'deep-dive' as const,
            key: 'd',
            about: 'a question, then answers at three levels',
          },
        ]
      : []),
    { name: 'finish', value: 'finish', key: 'f' },
    { name: 'take up a step once more', value: 'step', key: 't' },
  ];
}

async function takeUpStep(desk: Desk): Promise<{ kind: 'step'; step: StepId } | Leave | undefined> {
  const session = sessionOf(desk);
  const choices: Choice<StepId | ''>[] = [
    ...session.scope.map((id) => ({
      name: `${guideOf(desk, id).title} (step ${stepNumber(id)})`,
      value: id,
      about: workOn(session, id).state === 'skipped' ? 'left out' : 'answered',
    })),
    { name: 'back', value: '', key: 'b' },
  ];
  const picked = await pick<StepId | ''>(desk.prompter, { message: 'Which step?', choices });
  if (picked.kind === 'left') return picked;
  if (picked.value === '') return undefined;
  const step = picked.value;
  await desk.notebook.note((now, at) => ({ ...withWork(now, step, { state: 'open' }, at), state: 'open' }));
  return { kind: 'step', step };
}

function showSummary(desk: Desk): void {
  const session = sessionOf(desk);
  const { summary } = session;
  if (!summary) return;
  if (summary.caseHash !== desk.caseStudy.hash) remark(desk, staleSummary, 'warning');
  if (wasGradedOtherwise(session, summary.caseHash)) remark(desk, regraded);
  desk.screen.show(
    sessionEndPage({
      session,
      summary,
      framework: desk.framework,
      weakest: weakestStep(summary)?.step,
      leftOut: session.scope.filter((step) => !isAnswered(session, step)),
      ledger: sessionLedger(session, desk.caseStudy.facts, namesFact),
      exportCommand: `${desk.invokedAs} export ${session.id}`,
    }),
  );
}

/** Whether an attempt was graded on another form of the case than the summary. */
function wasGradedOtherwise(session: Session, caseHash: string): boolean {
  const attempts = session.scope.flatMap((step) => workOn(session, step).attempts);
  return attempts.some((one) => (one.caseHash ?? session.caseHash) !== caseHash);
}

/** The words for a session that was left. */
export function continueWith(session: Session, invokedAs: string): string {
  return `Saved. Continue with: ${invokedAs} resume ${session.id}`;
}

const staleSummary = 'The case has changed since this score was computed. It is shown as it was made.';

const regraded =
  'Some answers were first graded on an earlier form of the case. Their scores stay; the summary grades them on the case as it is now.';
