import type { ResultPlot, ResultRow } from '../../domain/simulation-result.ts';
import { names } from './ladder.ts';

const unlearnt: readonly unknown[] = [names.base, names.bayes, names.leakedTarget, names.leakedTrees];

/** A figure of a row; NaN where it has none. */
export function figureOf(rows: readonly ResultRow[], model: string, key: string): number {
  const value = rows.find((row) => row['model'] === model)?.[key];
  return typeof value === 'number' ? value : Number.NaN;
}

/** The honest model with the least log loss. */
export function bestModel(rows: readonly ResultRow[]): string {
  return ranked(rows)[0] ?? '';
}

function ranked(rows: readonly ResultRow[]): string[] {
  const learnt = rows.filter((row) => !unlearnt.includes(row['model']));
  return learnt.sort((a, b) => Number(a['logLoss']) - Number(b['logLoss'])).map((row) => String(row['model']));
}

/** What came lowest, how far below logistic regression and how near to the best possible; then what the leaks did. */
export function claimOf(rows: readonly ResultRow[]): string {
  const best = bestModel(rows);
  return [rankSentence(rows, best), ...ceilingSentence(rows, best), ...leakSentences(rows)].join(' ');
}

function rankSentence(rows: readonly ResultRow[], best: string): string {
  const entropy = `normalised entropy ${three(figureOf(rows, best, 'ne'))}`;
  if (best === names.logistic) return `No model does better than LR here (${entropy}).`;
  const share = figureOf(rows, best, 'belowLr');
  const error = figureOf(rows, best, 'belowLrError');
  const below = `${percent(share)} below LR`;
  const next = ranked(rows)[1] ?? '';
  const behind = figureOf(rows, next, 'logLoss') / figureOf(rows, best, 'logLoss') - 1;
  return share > error
    ? `${best} comes lowest: ${entropy}, ${below} (± ${percent(error)}); ${next} is ${percent(behind)} behind.`
    : `${best} comes lowest with ${entropy}, but ${below} (± ${percent(error)}) is within the noise of these test rows.`;
}

function ceilingSentence(rows: readonly ResultRow[], best: string): string[] {
  const bayes = figureOf(rows, names.bayes, 'ne');
  if (Number.isNaN(bayes))
    return ['Nobody knows the true probabilities of these rows, so there is no best possible row.'];
  const logistic = figureOf(rows, names.logistic, 'ne');
  if (best === names.logistic || logistic <= bayes) return [`The best possible is ${three(bayes)}.`];
  const closed = (logistic - figureOf(rows, best, 'ne')) / (logistic - bayes);
  return [`That closes ${percent(closed)} of the gap between LR and the best possible, ${three(bayes)}.`];
}

function leakSentences(rows: readonly ResultRow[]): string[] {
  return [
    leakSentence(rows, names.leakedTrees, names.hybrid, 'Fitting LR on the rows that grew the trees'),
    leakSentence(
      rows,
      names.leakedTarget,
      names.trees,
      'Letting each row see its own label in the click rates of its ids',
    ),
  ].flat();
}

function leakSentence(rows: readonly ResultRow[], leaked: string, honest: string, what: string): string[] {
  const [after, before] = [figureOf(rows, leaked, 'ne'), figureOf(rows, honest, 'ne')];
  if (Number.isNaN(after) || Number.isNaN(before)) return [];
  const moved = `${three(before)} to ${three(after)}`;
  if (after <= before) return [`${what} does no harm here: ${moved}.`];
  const logistic = figureOf(rows, names.logistic, 'ne');
  const depth = after > 1 ? ', worse than the base rate' : after > logistic ? ', worse than plain LR' : '';
  return [`${what} raises it from ${moved}${depth}.`];
}

/** What the best model costs beside logistic regression. */
export function priceOf(rows: readonly ResultRow[]): string {
  const best = bestModel(rows);
  const share = percent(figureOf(rows, names.logistic, 'budgetShare'), 2);
  if (best === names.logistic) return `LR is also the cheapest: ${share} of the budget for 500 candidates.`;
  const times = (key: string): string =>
    `${Number((figureOf(rows, best, key) / figureOf(rows, names.logistic, key)).toPrecision(2))} times`;
  return (
    `${best} takes ${times('operations')} the training operations of LR and ${times('bytes')} its bytes; ` +
    `500 candidates take ${percent(figureOf(rows, best, 'budgetShare'), 2)} of 30 ms against ${share}.`
  );
}

/** Quality against training cost, with the best possible as a line. */
export function ladderPlot(rows: readonly ResultRow[]): ResultPlot[] {
  const learnt = rows.filter((row) => Number(row['operations']) > 0 && typeof row['ne'] === 'number');
  const costs = learnt.map((row) => Number(row['operations']));
  const bayes = figureOf(rows, names.bayes, 'ne');
  const floor = Number.isNaN(bayes)
    ? []
    : [{ name: names.bayes, points: [Math.min(...costs), Math.max(...costs)].map((x) => [x, bayes] as const) }];
  return [
    {
      title: 'Normalised entropy against training operations',
      x: { title: 'training operations', scale: 'log' },
      y: { title: 'normalised entropy', scale: 'linear' },
      series: [
        ...learnt.map((row) => ({
          name: String(row['model']),
          points: [[Number(row['operations']), Number(row['ne'])] as const],
        })),
        ...floor,
      ],
    },
  ];
}

function three(value: number): string {
  return value.toFixed(4);
}

function percent(share: number, digits = 1): string {
  return `${(100 * share).toFixed(digits)} %`;
}
