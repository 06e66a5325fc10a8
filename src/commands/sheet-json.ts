import { countedAttempt, latestAttempt, workOn, type Session } from '../domain/session.ts';
import { stepIds, type StepId } from '../domain/step.ts';
import type { Sheet } from '../views/sheet-parts.ts';
import { scoreJson } from './grade-batch.ts';
import { jsonText } from './json-text.ts';

/** The answer sheet of a session for other programs; `mlsd grade --answers` reads its answers again. */
export function sheetJson({ session, caseStudy, framework, forPeers }: Sheet): string {
  const { id, caseId, caseTitle, caseHash, mode, state, startedAt, updatedAt, scope, summary } = session;
  const steps = scope.map((step) => {
    const work = workOn(session, step);
    const question = caseStudy.steps.find((one) => one.id === step)?.question;
    const minutes = framework.steps.find((one) => one.id === step)?.minutes;
    const followUps = work.followUps.map(({ question, answer }) => ({ question, answer }));
    const about = { step, question, minutes, elapsedSeconds: work.elapsedSeconds, state: work.state, followUps };
    return forPeers ? about : { ...about, ...verdicts(session, step) };
  });
  return jsonText({
    case: caseId,
    title: caseTitle,
    answers: Object.fromEntries(
      stepIds.filter((step) => scope.includes(step)).map((step) => [step, textOf(session, step)]),
    ),
    session: { id, mode, state, startedAt, updatedAt, caseHash },
    ...(summary && !forPeers ? { share: summary.share } : {}),
    steps,
    ...(forPeers ? {} : { asked: session.asked, disputes: session.disputes }),
  });
}

function attemptOf(session: Session, step: StepId) {
  const work = workOn(session, step);
  return countedAttempt(work) ?? latestAttempt(work);
}

function textOf(session: Session, step: StepId): string {
  return attemptOf(session, step)?.text ?? workOn(session, step).draft;
}

/** How the attempt that counts was graded; the end of a session grades it once more with every answer in sight. */
function verdicts(session: Session, step: StepId): object {
  const attempt = attemptOf(session, step);
  if (!attempt) return {};
  const final = session.summary?.steps.find((one) => one.step === step)?.score;
  const counted = countedAttempt(workOn(session, step)) === attempt;
  const score = counted && final ? final : attempt.score;
  return { aid: attempt.aid, graderVersion: score.graderVersion, ...scoreJson(score) };
}
