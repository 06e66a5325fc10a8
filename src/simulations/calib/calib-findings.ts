import type { ResultPlot } from '../../domain/simulation-result.ts';
import type { Findings } from '../simulation.ts';
import type { CalibRow } from './calib-row.ts';
import { conventions, doesNotModel, sources } from './calib-texts.ts';

/** By so much NE may rise over that of all rows before sampling is said to cost something. */
const tolerated = 0.01;
/** A ratio of predicted to true within this of 1 is called right. */
const right = 0.1;

/** The formula with the shares of negatives and of positives, where both were sampled. */
export const bothShares = 'formula, both shares';

/** The answer of a run and its price, computed from the rows. */
export function calibFindings(rows: readonly CalibRow[], ceiling: CalibRow, positives: number): Findings {
  return {
    plots: plotsOf(rows),
    claim: claimOf(rows, positives),
    price: priceOf(rows, ceiling),
    costUnit: 'share of the training rows',
    conventions,
    doesNotModel,
    sources,
    timings: {},
  };
}

function claimOf(rows: readonly CalibRow[], positives: number): string {
  const raw = rowsOf(rows, 'none');
  const worst = raw.reduce((a, b) => (off(b) > off(a) ? b : a));
  const start =
    off(worst) <= right
      ? `Uncorrected predictions are right in sum (${figure(worst.calibration)} of the truth).`
      : `At w = ${worst.kept ?? ''} uncorrected predictions are ${figure(worst.calibration)} times the truth.`;
  const corrected = rows.filter((row) => row.method !== 'none');
  if (corrected.length === 0) return start;
  const shown = corrected.filter((row) => row.kept === worst.kept);
  const after = shown.map((row) => `${row.method}: ${figure(row.calibration)}`).join(', ');
  return `${start} Corrected there: ${after}. ${aboutFormula(rows, positives)}`;
}

function aboutFormula(rows: readonly CalibRow[], positives: number): string {
  const formula = rowsOf(rows, 'formula');
  const least = formula.reduce<CalibRow | undefined>(
    (a, b) => (!a || (b.kept ?? 1) < (a.kept ?? 1) ? b : a),
    undefined,
  );
  if (!least) return '';
  const both = rows.find((row) => row.method === bothShares && row.kept === least.kept);
  if (both)
    return `Of the positives ${figure(positives)} were kept, which the formula does not know: with w alone it predicts ${figure(least.calibration)} of the truth, with the ratio of both shares ${figure(both.calibration)}.`;
  const all = formula.find((row) => row.kept === 1);
  if (!all || formula.length === 1) return `The order is the same before and after: AUC ${least.auc.toFixed(4)}.`;
  const fine = formula.filter((row) => row.ne <= all.ne * (1 + tolerated));
  const smallest = fine.reduce((a, b) => ((b.kept ?? 1) < (a.kept ?? 1) ? b : a), all);
  return smallest.kept === 1
    ? 'Every share below 1 costs more than 1 % of NE, corrected or not.'
    : `With the formula w = ${smallest.kept ?? ''} stays within 1 % of the NE of all rows, on ${percent(smallest.rows ?? 1)} of the rows.`;
}

function priceOf(rows: readonly CalibRow[], ceiling: CalibRow): string {
  const raw = rowsOf(rows, 'none').reduce((a, b) => (b.lostMixed > a.lostMixed ? b : a));
  const corrected = rows.filter((row) => row.kept === raw.kept && row.method !== 'none');
  const best = corrected.reduce<CalibRow | undefined>((a, b) => (!a || b.lostMixed < a.lostMixed ? b : a), undefined);
  const against = best ? `, against ${percent(best.lostMixed)} with ${best.method}` : '';
  const all = rows.find((row) => row.kept === 1 && row.method === 'none');
  const trained =
    all && raw.kept !== 1
      ? ` The rows saved there cost ${figure(all.auc - raw.auc)} of AUC (${all.auc.toFixed(4)} to ${raw.auc.toFixed(4)}); the best possible is ${ceiling.auc.toFixed(4)}.`
      : '';
  return `Where two of four bidders use the uncorrected model of w = ${raw.kept ?? ''}, they win ${percent(raw.won)} of the auctions and ${percent(raw.lostMixed)} of the value is lost${against}; were all four alike, ${percent(raw.lostAlike)}.${trained}`;
}

function plotsOf(rows: readonly CalibRow[]): ResultPlot[] {
  if (new Set(rows.map((row) => row.kept)).size < 2) return [];
  const names = [...new Set(rows.map((row) => row.method))];
  const line = (name: string, y: (row: CalibRow) => number) => ({
    name,
    points: rowsOf(rows, name).map((row) => [row.kept ?? 1, y(row)] as const),
  });
  const x = { title: 'share of negatives kept', scale: 'log' } as const;
  return [
    {
      title: 'Normalised entropy by share of negatives',
      x,
      y: { title: 'NE', scale: 'log' },
      series: names.map((name) => line(name, (row) => row.ne)),
    },
    {
      title: 'Welfare lost in mixed auctions',
      x,
      y: { title: 'share lost', scale: 'linear' },
      series: names.map((name) => line(name, (row) => row.lostMixed)),
    },
  ];
}

function rowsOf(rows: readonly CalibRow[], method: string): CalibRow[] {
  return rows.filter((row) => row.method === method);
}

/** How far a ratio is from 1, on either side. */
function off({ calibration }: CalibRow): number {
  return Math.abs(Math.log(calibration));
}

function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
