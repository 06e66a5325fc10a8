import type { ResultColumn } from '../../domain/simulation-result.ts';
import { calibrationRatio, expectedCalibrationError } from '../../math/calibration.ts';
import { expectedLogLoss } from '../../math/log-loss.ts';
import { normalisedEntropy } from '../../math/normalised-entropy.ts';
import { expectedArea } from '../ctr/expected-area.ts';
import { runAuctions } from './auction.ts';

export type CalibRow = {
  method: string;
  /** Share of the negatives that was kept; null for the ceiling, which is not trained. */
  kept: number | null;
  /** Share of all training rows that was kept. */
  rows: number | null;
  ne: number;
  auc: number;
  calibration: number;
  ece: number;
  lostAlike: number;
  lostMixed: number;
  won: number;
};

export const columns: readonly ResultColumn[] = [
  { key: 'method', title: 'corrected' },
  { key: 'kept', title: 'kept' },
  { key: 'rows', title: 'rows', format: 'percent' },
  { key: 'ne', title: 'NE', better: 'lower', digits: 4 },
  { key: 'auc', title: 'AUC', better: 'higher', digits: 4 },
  { key: 'calibration', title: 'pred/true' },
  { key: 'ece', title: 'ECE', better: 'lower', format: 'percent', detail: true },
  { key: 'lostAlike', title: 'lost, alike', format: 'percent', better: 'lower', detail: true },
  { key: 'lostMixed', title: 'lost, mixed', format: 'percent', better: 'lower' },
  { key: 'won', title: 'won, mixed', format: 'percent' },
];

/** What every row is scored on: the truth, what a click is worth, and the rival that was trained on all rows. */
export type Scoring = { truth: Float64Array; bids: Float64Array; rival: Float64Array };

const binning = { bins: 10, by: 'mass' } as const;

export function scoreRow(
  name: Pick<CalibRow, 'method' | 'kept' | 'rows'>,
  predictions: Float64Array,
  { truth, bids, rival }: Scoring,
): CalibRow {
  const mixed = runAuctions(truth, predictions, rival, bids);
  return {
    ...name,
    ne: normalisedEntropy(expectedLogLoss(truth, predictions), meanOf(truth)),
    auc: expectedArea(truth, predictions),
    calibration: calibrationRatio(truth, predictions),
    ece: expectedCalibrationError(truth, predictions, binning),
    lostAlike: runAuctions(truth, predictions, predictions, bids).lost,
    lostMixed: mixed.lost,
    won: mixed.evenWon,
  };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
