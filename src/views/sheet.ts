import type { CaseStudy, Step } from '../domain/case-study.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import { caseShare } from '../domain/score.ts';
import type { StepScore } from '../domain/session-score.ts';
import { countedAttempt, latestAttempt, workOn, type Attempt, type Session } from '../domain/session.ts';
import { countedShare, stepPoints } from '../domain/step-points.ts';
import type { Framework, StepGuide } from '../domain/step.ts';

export type Sheet = {
  session: Session;
  caseStudy: CaseStudy;
  framework: Framework;
  /** For a study group: no verdicts, no spoilers, the criteria as a blank scorecard. */
  forPeers: boolean;
  /** What was asked, told and used. */
  ledger?: readonly LedgerRow[];
  /** A moment as the clock on the person's wall shows it; UTC where it is absent. */
  local?: ((iso: string) => string) | undefined;
};

export type SheetRow = { step: Step; guide: StepGuide };

/** The steps that a sheet covers, in the order of the interview. */
export function sheetRows({ session, caseStudy, framework }: Sheet): SheetRow[] {
  return framework.steps
    .filter((guide) => session.scope.includes(guide.id))
    .flatMap((guide) => caseStudy.steps.filter((step) => step.id === guide.id).map((step) => ({ step, guide })));
}

/** The points of a step that count; nothing where no counted text was submitted. The end of a session graded it once more. */
export function sheetScore({ session }: Sheet, { step, guide }: SheetRow): StepScore | undefined {
  const work = workOn(session, step.id);
  const score = countedAttempt(work)?.score;
  if (!score) return undefined;
  const final = session.summary?.steps.find((one) => one.step === step.id);
  if (final && session.state === 'finished') return final;
  const points = { auto: stepPoints(work, score, 'auto'), confirmed: stepPoints(work, score, 'confirmed') };
  return { step: step.id, minutes: guide.minutes, score, ...points };
}

/** The share over the answered steps, weighted by their minutes; nothing where none was answered. */
export function sheetShare(sheet: Sheet): { auto: number; confirmed: number } | undefined {
  const scores = sheetRows(sheet).flatMap((row) => sheetScore(sheet, row) ?? []);
  const mean = (by: 'auto' | 'confirmed'): number =>
    caseShare(scores.map((one) => ({ share: countedShare(one[by]), minutes: one.minutes })));
  return scores.length === 0 ? undefined : { auto: mean('auto'), confirmed: mean('confirmed') };
}

/** The attempt that counts, as it counts; where only uncounted ones were written, the newest of them. */
export function sheetAttempt(sheet: Sheet, row: SheetRow): Attempt | undefined {
  const work = workOn(sheet.session, row.step.id);
  const counted = countedAttempt(work);
  return counted ? { ...counted, score: sheetScore(sheet, row)?.score ?? counted.score } : latestAttempt(work);
}
