import type { SimulationVisit } from '../domain/session.ts';
import type { Block } from '../page.ts';

/** Each guess beside what came out; nothing where nothing was guessed. */
export function predictionsBlocks(predictions: SimulationVisit['predictions']): Block[] {
  if (predictions.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Your prediction' },
        { title: 'You', align: 'right' },
        { title: 'Run', align: 'right' },
        { title: '' },
      ],
      rows: predictions.map(({ question, unit, guessed, found }) => [
        question,
        withUnit(guessed, unit),
        found === null ? 'not in this run' : withUnit(found, unit),
        found === null ? '' : nearness(guessed, found),
      ]),
    },
  ];
}

const digits = 3;
const near = 0.1;
const tenfold = 10;

function withUnit(value: number, unit: string): string {
  return `${Number(value.toPrecision(digits))}${unit === '' ? '' : ` ${unit}`}`;
}

/** Direction and order of magnitude count: "close" is within a tenth, "far" is more than tenfold or of the other sign. */
export function nearness(guessed: number, found: number): string {
  if (Math.abs(guessed - found) <= near * Math.abs(found)) return 'close';
  const way = guessed > found ? 'too high' : 'too low';
  const ratio = guessed / found;
  return ratio > 1 / tenfold && ratio < tenfold ? way : `far ${way}`;
}
