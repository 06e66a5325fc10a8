import type { CaseStudy, Criterion, Level, Step } from '../../src/domain/case-study.ts';
import { sumPoints, type CriterionScore, type Evidence, type Score, type Verdict } from '../../src/domain/score.ts';
import { stepIds, type StepId } from '../../src/domain/step.ts';
import type { Grader } from '../../src/grading/grader.ts';
import { tinyCase } from './tiny-case.ts';

/** Four criteria a step: two essential, two elective of which the last is the rung above the third. */
const rows: readonly { tail: string; level: Level; essential: boolean; weight: 1 | 2; above?: string }[] = [
  { tail: 'a', level: 'mid', essential: true, weight: 2 },
  { tail: 'b', level: 'mid', essential: true, weight: 1 },
  { tail: 'c', level: 'senior', essential: false, weight: 1 },
  { tail: 'd', level: 'staff', essential: false, weight: 1, above: 'c' },
];

function criteriaOf(step: StepId): Criterion[] {
  return rows.map(({ tail, level, essential, weight, above }) => ({
    id: `${step}-${tail}`,
    level,
    essential,
    weight,
    says: `Says the point ${tail} of ${step}.`,
    ...(above === undefined ? {} : { extends: `${step}-${above}` }),
    rule: { form: 'needs', needs: [], because: [] },
    where: 'block',
    ask: `Did you say ${tail} of ${step}?`,
    hints: [`first hint covered-${step}-${tail}`, `second hint for ${step}-${tail}`, `third hint for ${step}-${tail}`],
    probe: { covered: `dig into ${step}-${tail}`, missing: `ask for ${step}-${tail}` },
    why: 'It breaks otherwise.',
    sources: [],
    examples: [],
  }));
}

function stepOf(id: StepId): Step {
  return {
    id,
    question: `What about ${id}?`,
    criteria: criteriaOf(id),
    misconceptions: [],
    modelAnswer: rows.map((row) => `covered-${id}-${row.tail}.`).join(' '),
    ...(id === 'frame' ? { secondDesign: 'Another way.' } : {}),
    weakAnswer: `It depends, partial-${id}-b.`,
  };
}

/** A case whose answers earn a point by saying "covered-frame-a", "partial-frame-a" or "unsure-frame-a". */
export const walkCase: CaseStudy = {
  ...tinyCase,
  id: 'walk',
  title: 'Walk',
  steps: stepIds.map(stepOf),
  deepDives: [{ id: 'dive', question: 'How deep?', answers: { mid: 'knee', senior: 'waist', staff: 'neck' } }],
  hash: 'walk-1',
};

/** The checker of that case: it finds the marks, and tells `onGrade` of every grading. */
export function markGrader(onGrade: (step: StepId, text: string) => void = () => undefined): Grader {
  return {
    grade: (step, text, { shown = [], others = [] } = {}) => {
      onGrade(step, text);
      const own = shown.reduce((rest, one) => rest.replaceAll(one.text, ''), text);
      const criteria = criteriaOf(step).map((one) => judged(one, text, own, others));
      const ask = criteria
        .filter((row) => row.verdict === 'unsure' || (row.verdict === 'partial' && text.includes('ask-me')))
        .map((row) => row.id);
      return { graderVersion: 1, ...sumPoints(criteria), criteria, ask: ask.slice(0, 3), notices: [] } satisfies Score;
    },
    ask: (text) =>
      [...text.matchAll(/[^.?!\n]+\?/gu)].map((match) => ({
        kind: match[0].includes('articles') ? 'fact' : 'unknown',
        id: match[0].includes('articles') ? 'articles' : null,
        nearest: null,
        text: match[0].includes('articles') ? 'About 40,000 articles.' : 'I do not know that.',
        start: match.index,
        end: match.index + match[0].length,
      })),
    nearestSentence: (_, text, criterion) => sentenceWith(text, `unsure-${criterion}`),
  };
}

function judged(
  one: Criterion,
  text: string,
  own: string,
  others: readonly { step: StepId; text: string }[],
): CriterionScore {
  const row = {
    id: one.id,
    level: one.level,
    essential: one.essential,
    weight: one.weight,
    found: [],
    missing: [],
    misconceptions: [],
  };
  for (const verdict of ['covered', 'partial', 'unsure'] satisfies Verdict[]) {
    const mark = `${verdict}-${one.id}`;
    if (own.includes(mark))
      return { ...row, verdict, evidence: [sentenceWith(text, mark)].flatMap((found) => found ?? []) };
    const other = others.find((answer) => answer.text.includes(mark));
    const said = other && sentenceWith(other.text, mark);
    if (other && said) return { ...row, verdict, evidence: [said], saidIn: other.step };
  }
  return { ...row, verdict: 'not-detected', evidence: [] };
}

function sentenceWith(text: string, mark: string): Evidence | undefined {
  const at = text.indexOf(mark);
  if (at === -1) return undefined;
  const dot = text.lastIndexOf('. ', at);
  const start = Math.max(text.lastIndexOf('\n', at) + 1, dot === -1 ? 0 : dot + 2);
  const stop = /[.\n]/u.exec(text.slice(at));
  const end = stop ? at + stop.index : text.length;
  return { text: text.slice(start, end), start, end };
}
