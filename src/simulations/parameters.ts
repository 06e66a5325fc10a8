import type { ParameterValue, ParameterValues } from '../domain/simulation-result.ts';
import type { NumberParameter, Parameter } from './simulation.ts';

/** A value that was read, or what is wrong with it and the way out. */
export type Checked<T> = { ok: true; value: T } | { ok: false; what: string; mend: string };

/** The defaults of some parameters, with what was set instead. */
export function withDefaults(parameters: readonly Parameter[], set: ParameterValues): ParameterValues {
  return Object.fromEntries(parameters.map((one) => [one.name, set[one.name] ?? one.default]));
}

/** Reads what was typed for a parameter: "20k", "1e6", "0.1" for a number, one of the names for a choice. */
export function readParameter(parameter: Parameter, typed: string): Checked<ParameterValue> {
  switch (parameter.kind) {
    case 'number':
      return readNumber(parameter, typed);
    case 'choice':
      return parameter.choices.includes(typed)
        ? { ok: true, value: typed }
        : wrong(parameter, typed, `expected one of ${parameter.choices.join(', ')}`, parameter.default);
    case 'switch':
      return typed === 'true' || typed === 'false'
        ? { ok: true, value: typed === 'true' }
        : wrong(parameter, typed, 'expected true or false', 'true');
  }
}

const factors: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, b: 1e9 };

function readNumber(parameter: NumberParameter, typed: string): Checked<number> {
  const parts = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([kmb]?)$/iu.exec(typed.trim().replaceAll('_', ''));
  if (!parts) return wrong(parameter, typed, 'expected a number', String(parameter.default));
  return checkNumber(parameter, Number(parts[1]) * (factors[(parts[2] ?? '').toLowerCase()] ?? 1), typed);
}

/** Whether a number is in the parameter's range, and whole where it must be. */
export function checkNumber(parameter: NumberParameter, value: number, typed = String(value)): Checked<number> {
  const example = String(parameter.default);
  if (!Number.isFinite(value)) return wrong(parameter, typed, 'expected a number', example);
  if (parameter.whole && !Number.isInteger(value)) return wrong(parameter, typed, 'expected a whole number', example);
  if (value < parameter.from || value > parameter.to)
    return wrong(parameter, typed, `expected ${rangeText(parameter)}`, example);
  return { ok: true, value };
}

/** "5 to 50", with the unit where there is one. */
export function rangeText({ from, to, unit }: NumberParameter): string {
  return `${plainNumber(from)} to ${plainNumber(to)}${unit ? ` ${unit}` : ''}`;
}

/** 200000 as "200000", 1e-6 as "0.000001": numbers as they can be typed. */
export function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e-') ? value.toFixed(12).replace(/\.?0+$/u, '') : text;
}

function wrong(parameter: Parameter, typed: string, expected: string, example: string): Checked<never> {
  return {
    ok: false,
    what: `--${parameter.name} is "${typed}"; ${expected}`,
    mend: `--${parameter.name} ${example}`,
  };
}
