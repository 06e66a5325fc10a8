import type { ParameterValues } from '../../domain/simulation-result.ts';
import type { Smoothing } from '../../math/smoothed-shares.ts';
import { choiceOf, numberOf } from '../simulation.ts';
import type { Kind } from './population.ts';

/** The parameters of a run, read. */
export type Settings = {
  n: number;
  m: number;
  bins: number;
  kind: Kind;
  shift: number;
  scale: number;
  features: number;
  alpha: number;
  smoothing: Smoothing;
};

/** What can be done about empty bins, by the name it is chosen with. */
export const smoothings: Readonly<Record<string, Smoothing>> = {
  'half-a-row': { count: 0.5 },
  'floor-1e-4': { floor: 1e-4 },
  'floor-1e-6': { floor: 1e-6 },
};

/** Reads the parameters. */
export function readSettings(params: ParameterValues): Settings {
  return {
    n: numberOf(params, 'n-reference'),
    m: numberOf(params, 'n-current'),
    bins: numberOf(params, 'bins'),
    kind: choiceOf(params, 'kind') as Kind,
    shift: numberOf(params, 'shift'),
    scale: numberOf(params, 'scale'),
    features: numberOf(params, 'features'),
    alpha: numberOf(params, 'alpha'),
    smoothing: smoothings[choiceOf(params, 'smoothing')] ?? { count: 0.5 },
  };
}
