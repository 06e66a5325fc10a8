import { UserError } from '../errors.ts';
import { didYouMean } from '../domain/near-names.ts';
import type { ParameterValue } from '../domain/simulation-result.ts';
import type { LabRequest } from '../ports.ts';
import { greatestSeed } from '../simulations/bench.ts';
import { readParameter, withDefaults, type Checked } from '../simulations/parameters.ts';
import type { Simulation } from '../simulations/simulation.ts';
import { readSweep } from '../simulations/sweep.ts';
import type { Invocation } from './command.ts';
import { refuseBoth, textOption } from './typed-words.ts';

/** What was typed after `mlsd sim <id>`, read and checked. */
export type LabSettings = {
  request: LabRequest;
  csv: boolean;
  dump?: string;
  svg?: string;
  force: boolean;
  quiz: boolean;
  explain: boolean;
};

const firstSeed = 1;

/** Reads the parameters and options of a run; the first thing that is wrong is a UserError with a way out. */
export function readLabRequest(simulation: Simulation, invocation: Invocation, words: readonly string[]): LabSettings {
  refuseBoth(invocation, 'json', 'csv', `mlsd sim ${simulation.id} --csv`);
  refuseBoth(invocation, 'quiz', 'json', `mlsd sim ${simulation.id} --quiz`);
  const { options } = invocation;
  const sweep = textOption(invocation, 'sweep');
  const limit = wholeOption(simulation, invocation, 'limit', 1, Number.MAX_SAFE_INTEGER);
  const svg = textOption(invocation, 'svg');
  const dump = textOption(invocation, 'dump');
  return {
    request: {
      id: simulation.id,
      params: withDefaults(simulation.parameters, readSettings(simulation, words)),
      seed: wholeOption(simulation, invocation, 'seed', 0, greatestSeed) ?? firstSeed,
      ...(sweep === undefined ? {} : { sweep: valueOf(simulation, readSweep(simulation.parameters, sweep)) }),
      files: filesOf(simulation, options['data']),
      ...(limit === undefined ? {} : { limit }),
      ...(dump === undefined ? {} : { drawOnly: true }),
    },
    ...(dump === undefined ? {} : { dump }),
    csv: options['csv'] === true,
    ...(svg === undefined ? {} : { svg }),
    force: options['force'] === true,
    quiz: options['quiz'] === true,
    explain: options['explain'] === true,
  };
}

/** `--name value`, `--name=value`, and `--name` alone for a switch. */
function readSettings(simulation: Simulation, words: readonly string[]): Record<string, ParameterValue> {
  const set: Record<string, ParameterValue> = {};
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    const [name = '', given] = word.replace(/^--/u, '').split(/=(.*)/su);
    const parameter = simulation.parameters.find((one) => one.name === name);
    if (!word.startsWith('--') || !parameter) throw unknownWord(simulation, word);
    const next = words[i + 1];
    const takesNext = given === undefined && (parameter.kind !== 'switch' || next === 'true' || next === 'false');
    const typed = given ?? (takesNext ? next : 'true');
    if (typed === undefined || (takesNext && /^--\D/u.test(typed)))
      throw new UserError(
        `--${name} needs a value.`,
        `mlsd sim ${simulation.id} --${name} ${String(parameter.default)}`,
        2,
      );
    if (takesNext) i += 1;
    set[name] = valueOf(simulation, readParameter(parameter, typed));
  }
  return set;
}

function unknownWord(simulation: Simulation, word: string): UserError {
  const names = simulation.parameters.map((one) => `--${one.name}`);
  const what = word.startsWith('--')
    ? `"${simulation.id}" has no parameter "${word.split('=')[0] ?? word}".`
    : `"${word}" stands alone: a parameter is written as --name value.`;
  return new UserError(`${what} ${didYouMean(word, names)}`.trim(), `mlsd sim ${simulation.id} --explain`, 2);
}

function valueOf<T>(simulation: Simulation, checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  const hint = checked.mend.startsWith('--')
    ? `mlsd sim ${simulation.id} ${checked.mend}`
    : `mlsd sim ${simulation.id} --explain`;
  throw new UserError(`${checked.what}.`, hint, 2);
}

function wholeOption(
  simulation: Simulation,
  invocation: Invocation,
  name: string,
  from: number,
  to: number,
): number | undefined {
  const typed = textOption(invocation, name);
  if (typed === undefined) return undefined;
  const about = { kind: 'number', name, about: '', from, to, scale: 'linear', whole: true, default: from } as const;
  return Number(valueOf(simulation, readParameter(about, typed)));
}

function filesOf(simulation: Simulation, given: unknown): readonly string[] {
  const files = Array.isArray(given) ? (given as readonly string[]) : [];
  const most = simulation.accepts?.files ?? 0;
  if (files.length <= most) return files;
  const what =
    most === 0
      ? `"${simulation.id}" takes no data of your own.`
      : `"${simulation.id}" takes ${most === 1 ? 'one file' : 'two files'}, not ${files.length}.`;
  throw new UserError(what, `mlsd sim ${simulation.id} --explain`, 2);
}
