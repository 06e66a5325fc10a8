import { checkNumber, readParameter, type Checked } from './parameters.ts';
import type { NumberParameter, Parameter } from './simulation.ts';
import type { ParameterValue } from '../domain/simulation-result.ts';

export type Sweep = { name: string; values: readonly ParameterValue[] };

const stepsOfARange = 6;
const mostValues = 40;
/** 0.6 and not 0.6000000000000001. */
const digits = 12;

/**
 * Reads a sweep: `ef=10,20,40` (these values), `ef=10..320` (on the parameter's own scale: doubling where it is
 * logarithmic, else six even steps), or `ef=10..320/4` (as many steps as it says).
 */
export function readSweep(parameters: readonly Parameter[], typed: string): Checked<Sweep> {
  const [name = '', values = ''] = typed.split(/=(.*)/su);
  const parameter = parameters.find((one) => one.name === name.trim());
  if (!parameter)
    return { ok: false, what: `--sweep names "${name}", which is no parameter here`, mend: sweepExample(parameters) };
  const range = /^(.+?)\.\.(.+?)(?:\/(\d+))?$/u.exec(values.trim());
  if (range && parameter.kind === 'number') return sweepOfRange(parameter, range[1] ?? '', range[2] ?? '', range[3]);
  const read = values.split(',').map((one) => readParameter(parameter, one.trim()));
  const fault = read.find((one) => !one.ok);
  if (fault && !fault.ok) return { ok: false, what: `in --sweep, ${fault.what}`, mend: sweepExample([parameter]) };
  return limited(
    parameter.name,
    read.flatMap((one) => (one.ok ? [one.value] : [])),
  );
}

function sweepOfRange(parameter: NumberParameter, from: string, to: string, steps: string | undefined): Checked<Sweep> {
  const ends = [readParameter(parameter, from), readParameter(parameter, to)] as const;
  for (const end of ends)
    if (!end.ok) return { ok: false, what: `in --sweep, ${end.what}`, mend: sweepExample([parameter]) };
  const [low, high] = ends.map((end) => (end.ok ? Number(end.value) : NaN)) as [number, number];
  if (low > high)
    return {
      ok: false,
      what: `--sweep ${parameter.name} runs from ${low} down to ${high}`,
      mend: sweepExample([parameter]),
    };
  const count = steps === undefined ? undefined : Number(steps);
  if (count !== undefined && (count < 2 || count > mostValues))
    return {
      ok: false,
      what: `--sweep asks for ${count} steps; expected 2 to ${mostValues}`,
      mend: sweepExample([parameter]),
    };
  const values =
    parameter.scale === 'log' && low > 0 ? onLogScale(low, high, count) : evenly(low, high, count ?? stepsOfARange);
  const fitting = values.map((value) => (parameter.whole ? Math.round(value) : Number(value.toPrecision(digits))));
  return limited(
    parameter.name,
    fitting.filter((value) => checkNumber(parameter, value).ok),
  );
}

/** Doubling from the lower end, and the upper end itself; or so many steps of one ratio. */
function onLogScale(low: number, high: number, count: number | undefined): number[] {
  if (count !== undefined)
    return evenly(Math.log(low), Math.log(high), count).map((value, i) =>
      i === 0 ? low : i === count - 1 ? high : Math.exp(value),
    );
  const values: number[] = [];
  for (let value = low; value < high; value *= 2) values.push(value);
  return [...values, high];
}

function evenly(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

function limited(name: string, values: readonly ParameterValue[]): Checked<Sweep> {
  const distinct = [...new Set(values)];
  if (distinct.length <= mostValues) return { ok: true, value: { name, values: distinct } };
  return {
    ok: false,
    what: `--sweep ${name} has ${distinct.length} values; expected at most ${mostValues}`,
    mend: 'Name fewer of them.',
  };
}

function sweepExample(parameters: readonly Parameter[]): string {
  const number = parameters.find((one): one is NumberParameter => one.kind === 'number');
  return number ? `--sweep ${number.name}=${number.from}..${number.to}` : 'Leave --sweep out.';
}
