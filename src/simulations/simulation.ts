import type { Random } from '../math/mersenne-twister.ts';
import type {
  ParameterValue,
  ParameterValues,
  ResultColumn,
  ResultPlot,
  ResultRow,
  SimulationResult,
} from '../domain/simulation-result.ts';

/** A number that can be set: flags, prompts, help and sweeps follow from it. */
export type NumberParameter = {
  kind: 'number';
  /** In kebab-case, as its flag: `pq-m`. Flags never differ by case only. */
  name: string;
  about: string;
  from: number;
  to: number;
  /** A sweep `a..b` doubles on a logarithmic scale and takes even steps on a linear one. */
  scale: 'linear' | 'log';
  whole: boolean;
  unit?: string;
  default: number;
  /** Words that stand before or after the number where an answer names it: "256-dimensional", "M = 32". */
  said?: { before?: readonly string[]; after?: readonly string[] };
};

export type ChoiceParameter = {
  kind: 'choice';
  name: string;
  about: string;
  choices: readonly string[];
  default: string;
};
export type SwitchParameter = { kind: 'switch'; name: string; about: string; default: false };
export type Parameter = NumberParameter | ChoiceParameter | SwitchParameter;

/** The streams of random numbers, one a purpose, so that another model never changes the data. */
export type StreamName = 'data' | 'init' | 'sampling' | 'policy';

/** Everything that a run may touch besides its parameters. */
export type Bench = {
  /** MT19937 seeded with `seed * 1000` plus the purpose's number: numpy rebuilds it. A new stream at each call. */
  stream: (name: StreamName) => Random;
  /** Milliseconds that only grow, for `timings` alone. */
  elapsed: () => number;
  /** What was read from `--data`; undefined for generated data. */
  data?: SimulationData;
};

/** A table read from a file: numeric columns as numbers (NaN where a cell is empty), others as texts. */
export type DataTable = {
  kind: 'table';
  columns: readonly { name: string; values: Float64Array | readonly string[] }[];
  rows: number;
};
/** Vectors in one row-major array: `values[row * dimension + i]`. */
export type DataVectors = { kind: 'vectors'; values: Float32Array; rows: number; dimension: number };
/** Files in the order of the flags, with what was dropped and why. */
export type SimulationData = { files: readonly (DataTable | DataVectors)[]; notes: readonly string[] };

/** Drawn data with a name for its file. */
export type DrawnData = { name: string; data: DataTable | DataVectors };

/** What comes out while a simulation runs: a finished row, or how far it has got (0 to 1). */
export type RunEvent = { kind: 'row'; row: ResultRow } | { kind: 'progress'; share: number };

/** What a run returns; the harness adds id, version, seed, parameters, columns and rows. */
export type Findings = Pick<
  SimulationResult,
  'plots' | 'claim' | 'price' | 'costUnit' | 'conventions' | 'doesNotModel' | 'sources' | 'timings'
> & { kernel?: 'simd' | 'js' };

/** A question put before the run: the guess is compared with a figure of the result. */
export type Prediction = {
  id: string;
  /** With the parameters in words: "What is recall@10 of HNSW at ef 20?" */
  ask: (params: ParameterValues) => string;
  unit: '' | '%' | 'x' | 'ms' | 'bytes';
  /** The figure in the unit asked for; undefined where this run does not hold it. */
  answer: (rows: readonly ResultRow[], params: ParameterValues) => number | undefined;
};

export type Simulation = {
  id: string;
  title: string;
  /** What an interviewer asks, in one or two sentences. */
  question: string;
  version: number;
  parameters: readonly Parameter[];
  columns: readonly ResultColumn[];
  predictions: readonly Prediction[];
  /** What `--data` takes; absent where the simulation takes none. */
  accepts?: { about: string; files: 1 | 2; kind: 'vectors' | 'table' | 'criteo' };
  /** Seconds on two cores, from counted operations and not from a trial. */
  estimateSeconds: (params: ParameterValues) => number;
  run: (params: ParameterValues, bench: Bench) => Generator<RunEvent, Findings>;
  /** The data that a run draws, for `--dump`: others check it with their own tools. Absent where nothing is drawn. */
  draw?: (params: ParameterValues, bench: Bench) => readonly DrawnData[];
  /** What was learnt about the concepts, for `--explain`: Markdown. */
  explain: string;
};

/** Gives a simulation its type where it is written. */
export function defineSimulation(simulation: Simulation): Simulation {
  return simulation;
}

/** A parameter's value as a number. @throws RangeError where it is none */
export function numberOf(params: ParameterValues, name: string): number {
  const value: ParameterValue | undefined = params[name];
  if (typeof value !== 'number') throw new RangeError(`\`numberOf\` requires a number for "${name}"`);
  return value;
}

/** A parameter's value as a text. @throws RangeError where it is none */
export function choiceOf(params: ParameterValues, name: string): string {
  const value = params[name];
  if (typeof value !== 'string') throw new RangeError(`\`choiceOf\` requires a text for "${name}"`);
  return value;
}

/** Whether a switch is on. */
export function isOn(params: ParameterValues, name: string): boolean {
  return params[name] === true;
}

export type { ResultPlot };
