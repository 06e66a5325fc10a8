import type { Bench, DataVectors } from '../simulation.ts';
import { UnusableData } from '../unusable-data.ts';
import { clusteredVectors } from './clustered-vectors.ts';
import type { Settings } from './settings.ts';
import type { Vectors } from './vector-table.ts';

/**
 * The base and the queries of a run: drawn, or read from files. Of two files the second holds the queries; of a single
 * one the last rows are held out, at most a fifth of them, so that no query is a member of the base.
 *
 * @throws UnusableData where the files' dimensions differ, or a file is too short
 */
export function dataOfRun(settings: Settings, bench: Bench): { base: Vectors; queries: Vectors } {
  const files = (bench.data?.files ?? []).filter((file): file is DataVectors => file.kind === 'vectors');
  const [first, second] = files;
  if (!first) return clusteredVectors(settings.law, settings.rows, settings.queries, bench.stream('data'));
  if (second && second.dimension !== first.dimension)
    throw new UnusableData(
      `the queries have ${second.dimension} dimensions and the base ${first.dimension}`,
      'Give two files of one dimension, the base first.',
    );
  if (second) return { base: first, queries: slice(second, 0, Math.min(settings.queries, second.rows)) };
  const held = Math.min(settings.queries, Math.floor(first.rows / 5));
  if (held < 1)
    throw new UnusableData('it holds fewer than five vectors', 'Give more: a fifth at most is held out as queries.');
  return { base: slice(first, 0, first.rows - held), queries: slice(first, first.rows - held, first.rows) };
}

function slice({ values, dimension }: DataVectors, from: number, to: number): Vectors {
  return { values: values.subarray(from * dimension, to * dimension), rows: to - from, dimension };
}
