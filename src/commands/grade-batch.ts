import type { CaseStudy, Step } from '../domain/case-study.ts';
import { didYouMean } from '../domain/near-names.ts';
import type { ConfirmedVerdict, CriterionScore, Score } from '../domain/score.ts';
import { isStepId, stepIds } from '../domain/step.ts';
import { graderVersion, type Grader, type ShownText } from '../grading/grader.ts';
import type { CaseLibrary, World } from '../ports.ts';
import { answerLines, type LineAnswer, type LineFault } from './batch.ts';
import { schemaVersion } from './json-text.ts';
import { loadGrader } from './load-grader.ts';
import { problemsText } from './problems-text.ts';

/** Grades a file of JSON lines, one line out for one line in; a case on the line wins over the argument. */
export async function gradeBatch(world: World, path: string, caseId: string | undefined): Promise<number> {
  const library = await world.cases();
  const openCase = rememberCases(library);
  return answerLines(world, path, async (line) => {
    const id = line['case'] ?? caseId;
    if (typeof id !== 'string') return fault(missingWords(line, 'case', id), '"case": "youtube-search"');
    const { step: stepId, text } = line;
    if (typeof stepId !== 'string' || !isStepId(stepId)) return stepFault(line);
    if (typeof text !== 'string') return fault(missingWords(line, 'text', text), '"text": "the answer"');
    const opened = await openCase(id);
    if (!opened.ok) return opened;
    const step = opened.caseStudy.steps.find((one) => one.id === stepId);
    if (!step) return fault(`The case ${id} has no step "${stepId}".`, 'mlsd cases check');
    const shown = readShown(line['shown'], step);
    if ('what' in shown) return { ok: false, fault: shown };
    const confirm = readConfirm(line['confirm'], step);
    if ('what' in confirm) return { ok: false, fault: confirm };
    const score = opened.grader.grade(stepId, text, { shown: shown.texts, confirm: confirm.verdicts });
    return { ok: true, value: { ...versions, ...line, ...versions, ...scoreJson(score) } };
  });
}

const versions = { schemaVersion, graderVersion };

/** A score as the machine contract writes it: points, and offsets into the text as given. */
export function scoreJson({ auto, possible, confirmed, max, criteria, ask, notices }: Score): object {
  return {
    score: { auto, possible, confirmed, max },
    criteria: criteria.map(criterionJson),
    ask,
    notices: notices.map(({ kind, start, end }) => ({ kind, start, end })),
  };
}

function criterionJson(row: CriterionScore): object {
  const { id, level, essential, weight, verdict, evidence, found, missing, misconceptions } = row;
  const spans = evidence.map(({ text, start, end }) => ({ text, start, end }));
  const where = row.saidIn === undefined ? {} : { saidIn: row.saidIn };
  return { id, level, essential, weight, verdict, evidence: spans, found, missing, misconceptions, ...where };
}

type OpenedCase = { ok: true; caseStudy: CaseStudy; grader: Grader } | { ok: false; fault: LineFault };

/** Opens each case once, however many lines name it. */
function rememberCases(library: CaseLibrary): (id: string) => Promise<OpenedCase> {
  const opened = new Map<string, Promise<OpenedCase>>();
  return (id) => {
    const known = opened.get(id) ?? open(library, id);
    opened.set(id, known);
    return known;
  };
}

async function open(library: CaseLibrary, id: string): Promise<OpenedCase> {
  const reading = await library.load(id);
  if (reading.ok) return { ok: true, caseStudy: reading.value, grader: await loadGrader(library, reading.value) };
  return { ok: false, fault: { what: problemsText(reading.problems).trim(), mend: 'mlsd cases check' } };
}

/** What a session had shown: all hints of the step, or its model answers. */
function readShown(value: unknown, step: Step): { texts: ShownText[] } | LineFault {
  if (value === undefined) return { texts: [] };
  const known = ['hints', 'model-answer'];
  if (!Array.isArray(value) || value.some((one) => !known.includes(one as string))) {
    return {
      what: `"shown" is ${JSON.stringify(value)}.`,
      mend: 'Write "shown": ["hints", "model-answer"], or one of them.',
    };
  }
  const hints = value.includes('hints') ? step.criteria.flatMap((one) => one.hints) : [];
  const models = value.includes('model-answer') ? [step.modelAnswer, step.secondDesign ?? ''] : [];
  return {
    texts: [
      ...hints.map((text): ShownText => ({ kind: 'hint', text })),
      ...models.filter((text) => text !== '').map((text): ShownText => ({ kind: 'model-answer', text })),
    ],
  };
}

const confirmWords = new Map<unknown, ConfirmedVerdict>([
  ['covered', 'covered'],
  ['partial', 'partial'],
  ['no', 'not-detected'],
]);

function readConfirm(value: unknown, step: Step): { verdicts: Record<string, ConfirmedVerdict> } | LineFault {
  if (value === undefined) return { verdicts: {} };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { what: `"confirm" is ${JSON.stringify(value)}, and not an object.`, mend: confirmExample };
  }
  const ids = step.criteria.map((one) => one.id);
  const verdicts: Record<string, ConfirmedVerdict> = {};
  for (const [id, word] of Object.entries(value)) {
    const verdict = confirmWords.get(word);
    if (!ids.includes(id))
      return { what: `${step.id} has no criterion "${id}".`, mend: didYouMean(id, ids) || confirmExample };
    if (!verdict) return { what: `"confirm" says ${JSON.stringify(word)} for ${id}.`, mend: confirmExample };
    verdicts[id] = verdict;
  }
  return { verdicts };
}

const confirmExample = 'Write "confirm": {"a-criterion": "covered"}; the words are covered, partial and no.';

function stepFault({ step }: Readonly<Record<string, unknown>>): LineAnswer {
  const guess = typeof step === 'string' ? didYouMean(step, stepIds) : '';
  const found = step === undefined ? '"step" is missing.' : `"step" is ${JSON.stringify(step)}, which is no step.`;
  return fault(`${found} ${guess}`.trim(), `The steps are ${stepIds.join(', ')}.`);
}

function missingWords(line: Readonly<Record<string, unknown>>, key: string, value: unknown): string {
  return key in line ? `"${key}" is ${JSON.stringify(value)}, and not a text.` : `"${key}" is missing.`;
}

function fault(what: string, example: string): LineAnswer {
  return { ok: false, fault: { what, mend: example.startsWith('"') ? `Write ${example} on the line.` : example } };
}
