import type { Level } from '../domain/case-study.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import { passMark, type CriterionScore } from '../domain/score.ts';
import type { SessionScore, StepScore } from '../domain/session-score.ts';
import type { Session } from '../domain/session.ts';
import { countedShare } from '../domain/step-points.ts';
import { stepNumber, type Framework, type StepId } from '../domain/step.ts';
import type { Block, Page } from '../page.ts';
import { percentText, pointsText } from './criterion-words.ts';
import { ledgerPage } from './ledger-page.ts';

export type SessionEnd = {
  session: Session;
  summary: SessionScore;
  framework: Framework;
  weakest: StepId | undefined;
  leftOut: readonly StepId[];
  ledger: readonly LedgerRow[];
  /** As it works here: `mlsd export <id>`. */
  exportCommand: string;
};

/** The end of a session: the share per step and level, the weakest step, the ledger, and where the sheet can be had. */
export function sessionEndPage(end: SessionEnd): Page {
  const { summary } = end;
  const blocks: Block[] = [{ kind: 'heading', level: 2, text: `${end.session.caseTitle}: the whole session` }];
  if (summary.steps.length === 0) {
    blocks.push({ kind: 'prose', markdown: nothingAnswered });
  } else {
    blocks.push(...summary.steps.map((step) => stepBar(step, end.framework)), ...totals(end), ...byLevel(summary));
  }
  return [
    ...blocks,
    ...ledgerPage(end.ledger),
    { kind: 'note', tone: 'next', text: `Your answer sheet: ${end.exportCommand}` },
  ];
}

function stepBar(one: StepScore, framework: Framework): Block {
  const title = titleOf(framework, one.step);
  const { auto, confirmed } = one;
  const aside = [
    confirmed.counted === auto.counted ? '' : `${pointsText(auto.counted)} by the checker alone`,
    confirmed.prompted > 0 ? `${pointsText(confirmed.prompted)} of them prompted, counted half` : '',
    confirmed.afterHint > 0 ? `${pointsText(confirmed.afterHint)} more after a hint, not counted` : '',
  ].filter((text) => text !== '');
  const main = `${percentText(countedShare(confirmed))}, ${pointsText(confirmed.counted)} of ${pointsText(confirmed.max)} points`;
  const text = [main, ...aside].join('; ');
  return {
    kind: 'progress',
    label: `${stepNumber(one.step)} ${title}`,
    share: countedShare(confirmed),
    text,
    mark: passMark,
  };
}

function totals({ summary, framework, weakest, leftOut }: SessionEnd): Block[] {
  const { auto, confirmed } = summary.share;
  const own = percentText(auto) === percentText(confirmed) ? '' : ` The checker alone gives ${percentText(auto)}.`;
  const lines = [`**${percentText(confirmed)}** over the answered steps, weighted by their minutes.${own}`];
  const low = summary.steps.find((one) => one.step === weakest);
  if (low) {
    const share = percentText(countedShare(low.confirmed));
    lines.push(
      `Weakest step: ${stepNumber(low.step)} ${titleOf(framework, low.step)}, ${share} beside the average of ${percentText(confirmed)}.`,
    );
  }
  if (leftOut.length > 0) {
    lines.push(`Left out: ${leftOut.map((step) => `${stepNumber(step)} ${titleOf(framework, step)}`).join(', ')}.`);
  }
  return [{ kind: 'prose', markdown: lines.join('\n\n') }];
}

const levelTitles: readonly { level: Level; title: string }[] = [
  { level: 'mid', title: 'mid: the choice and its reason' },
  { level: 'senior', title: 'senior: its number, and how it fails' },
  { level: 'staff', title: 'staff: its price over time' },
];

function byLevel(summary: SessionScore): Block[] {
  const rows = summary.steps.flatMap((step) => step.score.criteria);
  const lines = levelTitles.flatMap(({ level, title }) => {
    const here = rows.filter((row) => row.level === level);
    if (here.length === 0) return [];
    const count = (wanted: string) => here.filter((row) => standing(row) === wanted).length;
    return [
      [title, `${count('covered')}`, `${count('partial')}`, `${here.length - count('covered') - count('partial')}`],
    ];
  });
  const columns = [
    { title: 'Level' },
    { title: 'covered', align: 'right' as const },
    { title: 'partial', align: 'right' as const },
    { title: 'not detected', align: 'right' as const },
  ];
  return [{ kind: 'table', columns, rows: lines }];
}

function standing(row: CriterionScore): string {
  return row.confirmed ?? row.verdict;
}

function titleOf(framework: Framework, step: StepId): string {
  return framework.steps.find((one) => one.id === step)?.title ?? step;
}

const nothingAnswered = 'No step was answered in this session, so there is no score.';
