import type { Bench, DrawnData } from '../simulation.ts';
import { changeOf, drawFrom } from './population.ts';
import type { Settings } from './settings.ts';

/** The two samples that a run compares, in the order of its draws; a missing value is an empty cell. */
export function drawnSamples({ kind, shift, scale, bins, n, m }: Settings, bench: Bench): DrawnData[] {
  const { reference, current } = changeOf(kind, shift, scale, bins);
  const random = bench.stream('data');
  const table = (name: string, values: Float64Array): DrawnData => ({
    name,
    data: { kind: 'table', rows: values.length, columns: [{ name: 'x', values }] },
  });
  const before = drawFrom(reference, n, random);
  return [table('reference', before), table('current', drawFrom(current, m, random))];
}
