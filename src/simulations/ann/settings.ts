import type { ParameterValues } from '../../domain/simulation-result.ts';
import { choiceOf, isOn, numberOf } from '../simulation.ts';
import type { VectorLaw } from './clustered-vectors.ts';
import type { KernelName } from './distance-kernel.ts';

/** The parameters of a run, with what follows from them. */
export type Settings = {
  rows: number;
  queries: number;
  law: VectorLaw;
  k: number;
  links: number;
  efConstruction: number;
  /** From small to great. */
  efs: readonly number[];
  /** 0 stands for the root of the number of rows. */
  nlist: number;
  mostProbes: number;
  pqParts: number;
  pqCodes: number;
  rerank: number;
  projectTo: number;
  shardBytes: number;
  kernel: KernelName;
};

export function settingsOf(params: ParameterValues): Settings {
  const number = (name: string): number => numberOf(params, name);
  const dimension = number('d');
  const k = number('k');
  return {
    rows: number('n'),
    queries: number('queries'),
    law: {
      dimension,
      intrinsic: Math.min(number('r'), dimension),
      noise: number('noise'),
      hard: isOn(params, 'hard'),
      ood: isOn(params, 'ood'),
    },
    k,
    links: number('m'),
    efConstruction: number('ef-construction'),
    efs: steps(Math.max(10, k), Math.max(k, number('ef')), 2),
    nlist: number('nlist'),
    mostProbes: number('nprobe'),
    pqParts: number('pq-m'),
    pqCodes: number('pq-codes'),
    rerank: Math.max(k, number('rerank')),
    projectTo: number('project-to'),
    shardBytes: number('shard-memory') * 1e9,
    kernel: choiceOf(params, 'kernel') === 'js' ? 'js' : 'simd',
  };
}

/** From `first` by a factor up to `last`, and `last` itself. */
export function steps(first: number, last: number, factor: number): number[] {
  const found: number[] = [];
  for (let value = first; value < last; value *= factor) found.push(value);
  return [...found, last];
}

/** The greatest divisor of the dimension that is no greater than what was asked for. */
export function fittingParts(dimension: number, asked: number): number {
  let parts = Math.min(asked, dimension);
  while (dimension % parts !== 0) parts -= 1;
  return parts;
}

/** √rows lists, unless told otherwise; never more than rows. */
export function listsFor(rows: number, nlist: number): number {
  return Math.min(rows, nlist === 0 ? Math.max(1, Math.round(Math.sqrt(rows))) : nlist);
}
