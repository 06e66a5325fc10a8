import type { QuestionAnswer } from '../grading/answer-questions.ts';
import type { Grader } from '../grading/grader.ts';
import { UserError } from '../errors.ts';
import type { Page } from '../page.ts';
import type { World } from '../ports.ts';
import { answerLines } from './batch.ts';
import type { RunCommand } from './command.ts';
import { jsonText, schemaVersion } from './json-text.ts';
import { loadGrader } from './load-grader.ts';
import { textArgument, textOption, wordsArgument } from './typed-words.ts';
import { withCase } from './with-case.ts';

/** Answers questions from the case's facts, as the interviewer would. */
export const run: RunCommand = async (invocation, world) => {
  const id = textArgument(invocation, 'case');
  const batch = textOption(invocation, 'batch');
  const questions = wordsArgument(invocation, 'question');
  if (batch === undefined && questions.length === 0) {
    throw new UserError('No question was given.', `mlsd ask ${id} "How many users are there?"`, 2);
  }
  if (batch !== undefined && questions.length > 0) {
    throw new UserError(
      'Questions and --batch exclude each other: give one of them.',
      `mlsd ask ${id} --batch questions.jsonl`,
      2,
    );
  }
  return withCase(world, id, async (caseStudy) => {
    const grader = await loadGrader(await world.cases(), caseStudy);
    if (batch !== undefined) return askBatch(world, batch, grader);
    const answered = questions.map((text) => ({ text, answers: answersTo(grader, text) }));
    if (world.situation.json) world.output.write(jsonText({ case: caseStudy.id, questions: answered }));
    else world.output.show(answersPage(answered));
    return 0;
  });
};

const version = { schemaVersion };

/** One line in, one line out: the questions of a text with their answers. */
function askBatch(world: World, path: string, grader: Grader): Promise<number> {
  return answerLines(world, path, (line) => {
    const { text } = line;
    if (typeof text === 'string') {
      return { ok: true, value: { ...version, ...line, ...version, answers: answersTo(grader, text) } };
    }
    const what = text === undefined ? '"text" is missing.' : `"text" is ${JSON.stringify(text)}, and not a text.`;
    return { ok: false, fault: { what, mend: 'Write {"text": "How many users are there?"} on the line.' } };
  });
}

/** The answers by the machine contract: kind, the fact or the nearest one, what is said, and where the question stands. */
function answersTo(grader: Grader, text: string): QuestionAnswer[] {
  return grader
    .ask(text)
    .map(({ kind, id, nearest, text: said, start, end }) => ({ kind, id, nearest, text: said, start, end }));
}

type Answered = { text: string; answers: readonly QuestionAnswer[] };

function answersPage(answered: readonly Answered[]): Page {
  return answered.flatMap(({ text, answers }): Page => {
    if (answers.length === 0) return [{ kind: 'note', tone: 'info', text: `No question was found in "${text}".` }];
    return answers.flatMap((one): Page => [
      { kind: 'quote', text: text.slice(one.start, one.end) },
      { kind: 'prose', markdown: one.text },
    ]);
  });
}
