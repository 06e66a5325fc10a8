import type { Criterion, Step } from '../domain/case-study.ts';
import { countedElectives, verdictWorth, type CriterionScore, type Score } from '../domain/score.ts';
import { stepNumber, type StepGuide } from '../domain/step.ts';
import type { Cell, Page, TableBlock } from '../page.ts';
import { pointsText, verdictWords } from './criterion-words.ts';
import { evidenceText } from './quoted-words.ts';
import { remarkNotes } from './remark-notes.ts';
import { scoreBar } from './score-bar.ts';
import { criterionName, standingVerdict, verdictCell } from './verdict-words.ts';

const quoteLetters = 160;

/** The whole table of a step: each criterion with its verdict, the words that earned it, and what was not seen. */
export function criteriaPage(step: Step, guide: StepGuide, score: Score): Page {
  return [
    { kind: 'heading', level: 2, text: `All criteria of step ${stepNumber(step.id)}: ${guide.title}` },
    scoreBar(score),
    criteriaTable(step, score),
    ...remarkNotes(step, score),
    { kind: 'prose', markdown: howItAddsUp },
  ];
}

/** The criteria of a step as a table of verdicts. */
export function criteriaTable(step: Step, score: Score): TableBlock {
  const rows = score.criteria.map((row, i): Cell[] => {
    const criterion = step.criteria.find((one) => one.id === row.id);
    return [String(i + 1), verdictCell(row, `\n${worthText(row)}`), pointText(criterion, row)];
  });
  return { kind: 'table', columns: [{ title: 'No.', align: 'right' }, { title: 'Verdict' }, { title: 'Point' }], rows };
}

function worthText(row: CriterionScore): string {
  const points = `${pointsText(row.weight * verdictWorth[standingVerdict(row)])} of ${row.weight}`;
  const own =
    row.confirmed !== undefined && row.confirmed !== row.verdict
      ? `\nby you; checker: ${verdictWords[row.verdict]}`
      : '';
  return `${points}, ${row.essential ? 'essential' : row.level}${own}`;
}

function pointText(criterion: Criterion | undefined, row: CriterionScore): string {
  const words = evidenceText(row, quoteLetters);
  const missing = standingVerdict(row) === 'covered' ? [] : row.missing;
  return [
    criterion?.says ?? criterionName(row.id),
    words,
    missing.length > 0 ? `not seen: ${missing.map(criterionName).join(', ')}` : '',
    waits(criterion, row),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function waits(criterion: Criterion | undefined, row: CriterionScore): string {
  return row.ungated !== undefined && criterion?.extends
    ? `counts once “${criterionName(criterion.extends)}” is seen`
    : '';
}

const howItAddsUp = `Essentials always count; of the others, the best ${countedElectives}. “Not detected” may be the checker's miss: dispute the row.`;
