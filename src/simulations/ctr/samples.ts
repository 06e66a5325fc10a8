import type { Bench, DataTable } from '../simulation.ts';
import { generateClicks, type ClickData } from './click-data.ts';
import { criteoImpressions } from './criteo-impressions.ts';
import { UnusableData } from '../unusable-data.ts';
import { clickImpressions, sliceImpressions, type Impressions } from './impressions.ts';
import type { Settings } from './settings.ts';

/** What is trained on and what is scored; later rows are scored, as in production. */
export type Samples = { train: Impressions; test: Impressions };

/** Generated clicks, or the two earlier and the last third of a table that was read. */
export function drawSamples(settings: Settings, bench: Bench): Samples {
  const table = bench.data?.files.find((file): file is DataTable => file.kind === 'table');
  if (table) return split(criteoImpressions(table), Math.floor((2 * table.rows) / 3), table.rows);
  const clicks = drawClicks(settings, bench);
  return split(clickImpressions(clicks), settings.rows, clicks.rows);
}

/** The generated clicks of a run: the rows to train on first, then those to score. */
export function drawClicks(
  { rows, testRows, baseLogit, interaction, nonlinearity }: Settings,
  bench: Bench,
): ClickData {
  return generateClicks({ rows: rows + testRows, baseLogit, interaction, nonlinearity }, bench.stream('data'));
}

function split(all: Impressions, trained: number, rows: number): Samples {
  if (trained < 1)
    throw new UnusableData('it holds fewer than three rows', 'Give it more rows: the last third is scored.');
  return { train: sliceImpressions(all, 0, trained), test: sliceImpressions(all, trained, rows) };
}
