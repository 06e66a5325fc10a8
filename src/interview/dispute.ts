import { withDispute, withoutOwnVerdict } from '../domain/confirmation.ts';
import { latestAttempt, type Dispute } from '../domain/session.ts';
import { verdictWorth, type ConfirmedVerdict, type CriterionScore, type Score } from '../domain/score.ts';
import type { StepId } from '../domain/step.ts';
import type { Choice } from '../ports.ts';
import { criteriaPage } from '../views/criteria-page.ts';
import { verdictWords } from '../views/criterion-words.ts';
import { settledPage, standingWords } from '../views/settled-page.ts';
import { caseStep, guideOf, noteWork, workAt, type Desk } from './desk.ts';
import { withPointedAt } from './grade-step.ts';
import { addSentence, pickSentence, sentenceLabel } from './pick-sentence.ts';
import { pick, type Leave } from './reply.ts';

/** Shows the table of criteria; each row can be disputed, one after the other, until the candidate goes back. */
export async function disputeRows(desk: Desk, step: StepId): Promise<Leave | undefined> {
  const seen = latestAttempt(workAt(desk, step))?.score;
  if (seen) desk.screen.show(criteriaPage(caseStep(desk, step), guideOf(desk, step), seen));
  for (;;) {
    const score = latestAttempt(workAt(desk, step))?.score;
    if (!score) return undefined;
    const picked = await pick(desk.prompter, {
      message: 'Dispute a row?',
      choices: rowChoices(desk, step, score),
      initial: '',
    });
    if (picked.kind === 'left') return picked;
    const row = score.criteria.find((one) => one.id === picked.value);
    if (!row) return undefined;
    const end = await disputeRow(desk, step, row);
    if (end) return end;
    confirmDispute(desk, step, row);
  }
}

/** One line says how the row stands now; the table is not printed anew. */
function confirmDispute(desk: Desk, step: StepId, before: CriterionScore): void {
  const score = latestAttempt(workAt(desk, step))?.score;
  const row = score?.criteria.find((one) => one.id === before.id);
  if (!score || !row || (row.confirmed === before.confirmed && row.verdict === before.verdict)) return;
  desk.screen.show(settledPage(row, score));
}

function rowChoices(desk: Desk, step: StepId, score: Score): Choice<string>[] {
  const says = new Map(caseStep(desk, step).criteria.map((one) => [one.id, one.says]));
  // Up to nine rows the menu numbers them itself, as the table does.
  const number = (index: number) => (score.criteria.length > 9 ? `${index + 1}. ` : '');
  return [
    ...score.criteria.map((row, index) => ({
      name: `${number(index)}${sentenceLabel(says.get(row.id) ?? row.id)}`,
      value: row.id,
      about: standingWords(row),
    })),
    { name: 'no, back to the menu', value: '', key: 'b' },
  ];
}

/** What a candidate may say about a row. */
export type Claim = ConfirmedVerdict | 'agree' | 'back';

/** What a candidate may claim about a row: never what the checker said already, save by agreeing after all. */
export function claims(row: CriterionScore): Choice<Claim>[] {
  const all: Choice<Claim>[] = [
    { name: 'it is all there', value: 'covered', key: 'a' },
    { name: 'it is there in part', value: 'partial', key: 'p' },
    { name: 'it is not there: the checker gave too much', value: 'not-detected', key: 'n' },
  ];
  const standing = row.verdict === 'unsure' ? 'not-detected' : row.verdict;
  const others = row.verdict === 'unsure' ? all : all.filter((one) => one.value !== standing);
  return [
    ...others.filter((one) => one.value !== row.confirmed),
    ...(row.confirmed === undefined ? [] : [agreement(row)]),
    { name: 'back', value: 'back', key: 'b' },
  ];
}

function agreement(row: CriterionScore): Choice<Claim> {
  return { name: `the checker is right after all: ${verdictWords[row.verdict]}`, value: 'agree', key: 'c' };
}

async function disputeRow(desk: Desk, step: StepId, row: CriterionScore): Promise<Leave | undefined> {
  const picked = await pick(desk.prompter, { message: 'What is right?', choices: claims(row) });
  if (picked.kind === 'left') return picked;
  if (picked.value === 'back') return undefined;
  if (picked.value === 'agree') {
    await desk.notebook.note((session, at) => withoutOwnVerdict(session, step, row.id, at));
    return undefined;
  }
  const earned = row.evidence[0]?.text ?? '';
  const lowers =
    verdictWorth[picked.value] <= verdictWorth[row.verdict] && (earned !== '' || picked.value === 'not-detected');
  if (lowers) return noteDispute(desk, step, row, picked.value, earned);
  return claimWithSentence(desk, step, row, picked.value);
}

async function claimWithSentence(
  desk: Desk,
  step: StepId,
  row: CriterionScore,
  claimed: ConfirmedVerdict,
): Promise<Leave | undefined> {
  const end = await pickSentence(desk, step, 'Which sentence says it?');
  if (end.kind === 'left') return end;
  if (end.kind === 'sentence') return noteDispute(desk, step, row, claimed, end.text);
  if (end.kind === 'back') return undefined;
  const added = await addSentence(desk, step, row.id, 'The sentence that says it:');
  if (added.kind === 'left') return added;
  return added.kind === 'added' ? noteDispute(desk, step, row, claimed, added.sentence) : undefined;
}

async function noteDispute(
  desk: Desk,
  step: StepId,
  row: CriterionScore,
  claimed: ConfirmedVerdict,
  sentence: string,
): Promise<undefined> {
  const { id: criterion, verdict: automatic } = row;
  const graderVersion = latestAttempt(workAt(desk, step))?.score.graderVersion ?? 0;
  const caseHash = desk.caseStudy.hash;
  await desk.notebook.note((session, at): typeof session => {
    const dispute: Dispute = { step, criterion, automatic, claimed, sentence, at, graderVersion, caseHash };
    return withDispute(session, dispute);
  });
  await noteWork(desk, step, withPointedAt(workAt(desk, step), criterion), { at: 'menu', step });
  return undefined;
}
