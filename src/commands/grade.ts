import type { CaseStudy } from '../domain/case-study.ts';
import { caseShare, share, type Score } from '../domain/score.ts';
import { stepIds, type Framework, type StepId } from '../domain/step.ts';
import { UserError } from '../errors.ts';
import { graderVersion } from '../grading/grader.ts';
import type { Page } from '../page.ts';
import type { World } from '../ports.ts';
import type { AnswerSheet } from '../sheets/answer-sheet.ts';
import { criteriaPage } from '../views/criteria-page.ts';
import { gradePage } from '../views/grade-page.ts';
import type { Invocation, RunCommand } from './command.ts';
import { gradeBatch, scoreJson } from './grade-batch.ts';
import { jsonText } from './json-text.ts';
import { loadGrader } from './load-grader.ts';
import { warnOfProblems } from './problems-text.ts';
import { readAnswerFile } from './read-answer-file.ts';
import { readPercent } from './read-percent.ts';
import { readStepOption } from './read-step.ts';
import { refuseBoth, textOption } from './typed-words.ts';
import { withCase } from './with-case.ts';

const belowMinimum = 3;

/** Checks answers from a file: a whole sheet, one step, or a batch of lines. */
export const run: RunCommand = async (invocation, world) => {
  const { options } = invocation;
  for (const other of ['answers', 'step', 'minScore'])
    refuseBoth(invocation, 'batch', other, 'mlsd grade --batch answers.jsonl');
  const typed = invocation.arguments['case'];
  const caseId = typeof typed === 'string' ? typed : undefined;
  const batch = textOption(invocation, 'batch');
  if (batch !== undefined) return gradeBatch(world, batch, caseId);
  const step = readStepOption(options['step']);
  const minimum = readPercent(options['minScore'], '--min-score');
  const file = answersFile(invocation);
  const reading = readAnswerFile(await world.files.read(file), file, step);
  if (!reading.ok) {
    warnOfProblems(world, reading.problems);
    return 1;
  }
  return withCase(world, caseOf(reading.value, caseId, world), (caseStudy) =>
    gradeSheet(world, caseStudy, reading.value, { step, minimum }),
  );
};

async function gradeSheet(
  world: World,
  caseStudy: CaseStudy,
  { answers }: AnswerSheet,
  { step, minimum }: { step: StepId | undefined; minimum: number | undefined },
): Promise<number> {
  const library = await world.cases();
  const [framework, grader] = await Promise.all([library.framework(), loadGrader(library, caseStudy)]);
  const wanted = step ? [step] : stepIds.filter((id) => answers[id] !== undefined);
  const graded = wanted.map((id): GradedAnswer => {
    const text = answers[id] ?? '';
    return { id, text, score: grader.grade(id, text, { others: othersOf(answers, id) }) };
  });
  const answered = graded.filter((one) => one.text.trim() !== '');
  const shares = { auto: shareOf(answered, framework, 'auto'), possible: shareOf(answered, framework, 'possible') };
  if (world.situation.json) world.output.write(jsonText(gradedJson(caseStudy, graded, shares)));
  else world.output.show(gradedPage(caseStudy, framework, graded, world.situation.invokedAs));
  return minimum !== undefined && shares.auto * 100 < minimum ? belowMinimum : 0;
}

type GradedAnswer = { id: StepId; text: string; score: Score };

/** What stands in the other answers of the sheet counts as well, with the place named. */
function othersOf(answers: AnswerSheet['answers'], id: StepId): { step: StepId; text: string }[] {
  const others = stepIds.filter((other) => other !== id).map((step) => ({ step, text: answers[step] ?? '' }));
  return others.filter((other) => other.text.trim() !== '');
}

/** The share over the answered steps, weighted by their minutes, as in a sheet of a session; 0 where none was answered. */
function shareOf(graded: readonly GradedAnswer[], framework: Framework, by: 'auto' | 'possible'): number {
  const minutes = (step: StepId) => framework.steps.find((one) => one.id === step)?.minutes ?? 1;
  return caseShare(graded.map(({ id, score }) => ({ share: share(score[by], score.max), minutes: minutes(id) })));
}

function gradedJson(caseStudy: CaseStudy, graded: readonly GradedAnswer[], shares: object): object {
  const steps = graded.map(({ id, score }) => ({
    step: id,
    share: { auto: share(score.auto, score.max), possible: share(score.possible, score.max) },
    ...scoreJson(score),
  }));
  const leftOut = graded.filter((one) => one.text.trim() === '').map((one) => one.id);
  return { graderVersion, case: caseStudy.id, caseHash: caseStudy.hash, share: shares, leftOut, steps };
}

/** One step with all its criteria, or a sheet step by step with its share. */
function gradedPage(
  caseStudy: CaseStudy,
  framework: Framework,
  graded: readonly GradedAnswer[],
  invokedAs: string,
): Page {
  const rows = graded.flatMap(({ id, text, score }) => {
    const step = caseStudy.steps.find((one) => one.id === id);
    const guide = framework.steps.find((one) => one.id === id);
    return step && guide ? [{ step, guide, graded: { text, score } }] : [];
  });
  const answered = rows.filter((row) => row.graded.text.trim() !== '');
  const leftOut = rows.filter((row) => !answered.includes(row)).map((row) => row.guide);
  const [first] = answered;
  if (!first) return gradePage([], leftOut, `${invokedAs} practice ${caseStudy.id}`);
  if (rows.length > 1) {
    const more = `${invokedAs} grade ${caseStudy.id} --answers <file> --step ${first.step.id}`;
    return gradePage(answered, leftOut, `all criteria of a step: ${more}`);
  }
  const page = gradePage(answered, [], `${invokedAs} practice ${caseStudy.id} --only ${first.step.id}`);
  return [...page.slice(0, -1), ...criteriaPage(first.step, first.guide, first.graded.score), ...page.slice(-1)];
}

function answersFile(invocation: Invocation): string {
  const file = textOption(invocation, 'answers');
  if (file !== undefined) return file;
  throw new UserError(
    'There is nothing to check: --answers or --batch is missing.',
    'mlsd grade youtube-search --answers sheet.md',
    2,
  );
}

/** The case that was typed, else the one that the sheet names. */
function caseOf({ caseId }: AnswerSheet, typed: string | undefined, world: World): string {
  const id = typed ?? caseId;
  if (id === undefined) {
    throw new UserError(
      'The file names no case, and none was given.',
      'mlsd grade youtube-search --answers sheet.md',
      2,
    );
  }
  if (caseId !== undefined && caseId !== id && !world.situation.json) {
    world.output.warn(`The sheet was written for ${caseId}; it is checked against ${id}.\n`);
  }
  return id;
}
