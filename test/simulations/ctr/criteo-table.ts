import { mersenneTwister } from '../../../src/math/mersenne-twister.ts';
import type { DataTable } from '../../../src/simulations/simulation.ts';

/** A small table in the columns of the Criteo set: clicks follow I1 and C1, the rest is noise with gaps. */
export function criteoTable(rows: number): DataTable {
  const random = mersenneTwister(77);
  const counts = Array.from({ length: 13 }, () =>
    Float64Array.from({ length: rows }, () => (random() < 0.2 ? NaN : Math.floor(random() * 50) - 2)),
  );
  const categories = Array.from({ length: 26 }, (_, i) =>
    Array.from({ length: rows }, () => (random() < 0.1 ? '' : Math.floor(random() * (5 + i)).toString(16))),
  );
  const label = Float64Array.from({ length: rows }, (_, row) => {
    const strong = ((counts[0] as Float64Array)[row] as number) > 25;
    const lucky = (categories[0] as string[])[row] === '1';
    return random() < 0.1 + (strong ? 0.4 : 0) + (lucky ? 0.3 : 0) ? 1 : 0;
  });
  return {
    kind: 'table',
    rows,
    columns: [
      { name: 'label', values: label },
      ...counts.map((values, i) => ({ name: `I${i + 1}`, values })),
      ...categories.map((values, i) => ({ name: `C${i + 1}`, values })),
    ],
  };
}
