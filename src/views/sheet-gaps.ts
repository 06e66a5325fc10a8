import type { Criterion, Step } from '../domain/case-study.ts';
import type { CriterionScore, Score } from '../domain/score.ts';
import type { StepGuide } from '../domain/step.ts';
import type { Block } from '../page.ts';
import { verdictWords } from './criterion-words.ts';
import { valuableGaps, type Gap } from './gap-prose.ts';
import { countText } from './numbers-text.ts';
import { proseText } from './prose-text.ts';
import { criterionName, standingVerdict } from './verdict-words.ts';

const toldInFull = 4;

/** What a step still misses: the point, what was seen of it, why it matters, and words in which a strong answer says it. */
export function sheetGaps(step: Step, guide: StepGuide, score: Score): Block[] {
  const valuable = valuableGaps(step, score);
  const rest = score.criteria.flatMap((row): Gap[] => {
    const criterion = step.criteria.find((one) => one.id === row.id);
    const isOpen = standingVerdict(row) !== 'covered' && !valuable.some((gap) => gap.row.id === row.id);
    return criterion && isOpen ? [{ criterion, row }] : [];
  });
  const gaps = [...valuable, ...rest];
  if (gaps.length === 0) return [];
  const others = gaps.slice(toldInFull);
  return [
    { kind: 'heading', level: 3, text: guide.title },
    ...gaps.slice(0, toldInFull).map((gap): Block => ({ kind: 'prose', markdown: gapText(gap) })),
    ...(others.length > 0 ? [{ kind: 'prose' as const, markdown: othersText(others) }] : []),
  ];
}

function gapText({ criterion, row }: Gap): string {
  const { essential, weight, says, why } = criterion;
  const worth = `${essential ? 'essential, ' : ''}${countText(weight, 'point')}`;
  return [
    `**${proseText(says)}**`,
    `${verdictWords[standingVerdict(row)]} (${worth})${seenText(row)}`,
    `Why: ${proseText(why)}`,
    strongWords(criterion),
  ]
    .filter((line) => line !== '')
    .join('\\\n');
}

/** What was found and what was not; where the candidate took the point back, the checker's own verdict. */
function seenText({ confirmed, verdict, found, missing }: CriterionScore): string {
  if (confirmed === 'not-detected' && verdict !== 'not-detected')
    return `, by you; the checker: ${verdictWords[verdict]}`;
  if (found.length === 0) return '';
  const names = (some: readonly string[]): string => some.map((one) => proseText(criterionName(one))).join(', ');
  return `; seen: ${names(found)}${missing.length > 0 ? `; not seen: ${names(missing)}` : ''}`;
}

/** The case's own example of the point, said in full. */
function strongWords({ examples }: Criterion): string {
  const strong = examples.find((one) => one.verdict === 'covered');
  return strong ? `A strong answer says, for example: “${proseText(strong.text)}”` : '';
}

function othersText(gaps: readonly Gap[]): string {
  return ['Open as well:', ...gaps.map(({ criterion }) => `- ${proseText(criterion.says)}`)].join('\n');
}
