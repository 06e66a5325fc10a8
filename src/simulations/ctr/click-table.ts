import type { DataTable } from '../simulation.ts';
import { numbersPerRow, type ClickData } from './click-data.ts';

/** Generated clicks as a table: label, true probability, the ids, the hour and x1 to x6. */
export function clickTable(data: ClickData): DataTable {
  const numbers = Array.from({ length: numbersPerRow }, (_, i) => ({
    name: `x${i + 1}`,
    values: Float64Array.from({ length: data.rows }, (_, row) => data.x[row * numbersPerRow + i] as number),
  }));
  return {
    kind: 'table',
    rows: data.rows,
    columns: [
      { name: 'label', values: Float64Array.from(data.label) },
      { name: 'truth', values: data.truth },
      { name: 'segment', values: Float64Array.from(data.segment) },
      { name: 'ad', values: Float64Array.from(data.ad) },
      { name: 'category', values: Float64Array.from(data.category) },
      { name: 'hour', values: Float64Array.from(data.hour) },
      ...numbers,
    ],
  };
}
