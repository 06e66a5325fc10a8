/** What a simulation found, as plain data: JSON and CSV are this, and tables, plots and sentences are drawn from it. */
export type SimulationResult = {
  schemaVersion: 1;
  sim: string;
  /** Goes up whenever the same parameters and seed may give other figures. */
  version: number;
  seed: number;
  /** What computed distances: the WebAssembly kernel or plain TypeScript. Figures are the same bytes within one kernel. */
  kernel: 'simd' | 'js';
  params: ParameterValues;
  columns: readonly ResultColumn[];
  rows: readonly ResultRow[];
  plots: readonly ResultPlot[];
  /** The answer to the simulation's question, computed from the rows: another result gives another sentence. */
  claim: string;
  /** What the best row costs beside the next, computed from the rows. */
  price: string;
  /** What the cost column counts, for example "distance computations per query". */
  costUnit: string;
  /** How each figure is defined, by its name: "recall" to "of the true ten, by id; ties broken by the smaller id". */
  conventions: Readonly<Record<string, string>>;
  doesNotModel: readonly string[];
  sources: readonly string[];
  /** Wall-clock figures in milliseconds: they differ from run to run and stand nowhere else. */
  timings: Readonly<Record<string, number>>;
  /** False when the run was stopped: the rows are those that were finished. */
  complete: boolean;
};

export type Figure = number | string | boolean | null;
export type ResultRow = Readonly<Record<string, Figure>>;

export type ResultColumn = {
  key: string;
  title: string;
  unit?: string;
  /** Which way is good, where one is. */
  better?: 'higher' | 'lower';
  /** How a number is written: a share as percent, a size in bytes, else significant digits. */
  format?: 'percent' | 'bytes' | 'integer' | 'figure';
  /** Significant digits of a `figure`; 3 where it is left out. */
  digits?: number;
  /** Left out of the table on a screen, which is narrow; JSON and CSV hold it. */
  detail?: true;
};

export type ResultPlot = {
  title: string;
  x: { title: string; scale: 'linear' | 'log' };
  y: { title: string; scale: 'linear' | 'log' };
  series: readonly { name: string; points: readonly (readonly [number, number])[] }[];
};

export type ParameterValue = number | string | boolean;
export type ParameterValues = Readonly<Record<string, ParameterValue>>;
