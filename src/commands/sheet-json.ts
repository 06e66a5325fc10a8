import { countedAttempt, latestAttempt, workOn, type StepWork } from '../domain/session.ts';
import { stepIds } from '../domain/step.ts';
import type { Score } from '../domain/score.ts';
import { sheetAttempt, sheetRows, sheetScore, sheetShare, type Sheet, type SheetRow } from '../views/sheet.ts';
import { scoreJson } from './grade-batch.ts';
import { jsonText } from './json-text.ts';

/** The answer sheet of a session for other programs; `mlsd grade --answers` reads its answers again. */
export function sheetJson(sheet: Sheet): string {
  const { session, forPeers, ledger = [] } = sheet;
  const { id, caseId, caseTitle, caseHash, mode, state, startedAt, updatedAt, scope, asked, disputes } = session;
  const rows = sheetRows(sheet);
  const share = sheetShare(sheet);
  const leftOut = stepIds.filter((step) => scope.includes(step) && textOf(workOn(session, step)).trim() === '');
  return jsonText({
    case: caseId,
    title: caseTitle,
    answers: Object.fromEntries(
      stepIds.filter((step) => scope.includes(step)).map((step) => [step, textOf(workOn(session, step))]),
    ),
    session: { id, mode, state, startedAt, updatedAt, caseHash },
    ...(share && !forPeers ? { share } : {}),
    leftOut,
    steps: rows.map((row) => stepJson(sheet, row)),
    deepDives: (session.deepDives ?? []).map(({ question, answer }) => ({ question, answer })),
    ...(forPeers ? {} : { asked, ledger, disputes }),
  });
}

/** The text that counts; where none was submitted, the newest one, else the draft. */
function textOf(work: StepWork): string {
  return (countedAttempt(work) ?? latestAttempt(work))?.text ?? work.draft;
}

function stepJson(sheet: Sheet, row: SheetRow): object {
  const { step, guide } = row;
  const work = workOn(sheet.session, step.id);
  const followUps = work.followUps.map(({ question, answer }) => ({ question, answer }));
  const { elapsedSeconds, state } = work;
  const about = { step: step.id, question: step.question, minutes: guide.minutes, elapsedSeconds, state, followUps };
  return sheet.forPeers ? about : { ...about, ...laterTexts(work), ...shownIn(work), ...verdicts(sheet, row) };
}

/** What was written beside the text that counts: after the model answer, and not yet submitted. */
function laterTexts(work: StepWork): object {
  const last = latestAttempt(work)?.text;
  const later = last === undefined || last === textOf(work) ? {} : { notCounted: last };
  const isKnown = [textOf(work).trim(), (last ?? '').trim(), ''].includes(work.draft.trim());
  return { ...later, ...(isKnown ? {} : { draft: work.draft }) };
}

function shownIn(work: StepWork): object {
  const hints = Object.values(work.hintsShown).reduce((sum, count) => sum + count, 0);
  return { shown: { hints, modelAnswer: work.modelAnswerShown, secondDesign: work.secondDesignShown === true } };
}

function verdicts(sheet: Sheet, row: SheetRow): object {
  const attempt = sheetAttempt(sheet, row);
  if (!attempt) return {};
  const { aid, score } = attempt;
  const counted = sheetScore(sheet, row);
  const points = counted ? { points: { auto: counted.auto, confirmed: counted.confirmed } } : {};
  return { aid, graderVersion: score.graderVersion, ...points, ...scoreJson(score), own: ownVerdicts(score) };
}

/** The candidate's own verdicts by criterion, with the sentence that was picked. */
function ownVerdicts(score: Score): object {
  return Object.fromEntries(
    score.criteria.flatMap(({ id, confirmed, chosen }) =>
      confirmed === undefined
        ? []
        : [[id, { verdict: confirmed, ...(chosen === undefined ? {} : { sentence: chosen }) }]],
    ),
  );
}
