import type { Fact } from './case-study.ts';
import type { ParameterValue, ParameterValues } from './simulation-result.ts';

/** What presets need to know of a parameter. */
export type PresetParameter = {
  kind: 'number' | 'choice' | 'switch';
  name: string;
  about: string;
  default: ParameterValue;
  from?: number;
  to?: number;
  whole?: boolean;
  said?: { before?: readonly string[]; after?: readonly string[] };
};

/** A parameter's value before a run, and where it comes from. */
export type Preset = { name: string; about: string; value: ParameterValue; from: 'answer' | 'case' | 'default' };

/**
 * The values that a simulation starts with: what the candidate's answer names, else what the case presets (a number, a
 * choice, or the id of a fact), else the default. A number out of a parameter's range is left out.
 */
export function presetsOf(
  parameters: readonly PresetParameter[],
  given: Readonly<Record<string, number | string>>,
  facts: readonly Fact[],
  answer: string,
): Preset[] {
  return parameters.map(({ name, about, ...parameter }): Preset => {
    const said = numberSaid({ name, about, ...parameter }, answer);
    if (said !== undefined) return { name, about, value: said, from: 'answer' };
    const preset = presetValue(given[name], facts);
    if (preset !== undefined && fits(parameter, preset)) return { name, about, value: preset, from: 'case' };
    return { name, about, value: parameter.default, from: 'default' };
  });
}

/** The values alone. */
export function valuesOf(presets: readonly Preset[]): ParameterValues {
  return Object.fromEntries(presets.map(({ name, value }) => [name, value]));
}

function presetValue(given: number | string | undefined, facts: readonly Fact[]): ParameterValue | undefined {
  if (typeof given !== 'string') return given;
  return facts.find((fact) => fact.id === given)?.value ?? given;
}

const number = '(\\d[\\d,]*(?:\\.\\d+)?)\\s*([kKmMbB]?)(?![\\p{L}\\d])';
const factors: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, b: 1e9 };

/** The last number that the answer gives to a parameter, by its name or the words for it. */
function numberSaid(parameter: PresetParameter, answer: string): number | undefined {
  if (parameter.kind !== 'number') return undefined;
  const { before = [parameter.name], after = [] } = parameter.said ?? {};
  // A letter alone is a name only with a sign: "M = 32", and not "a 5".
  const ahead = before.map((word) =>
    word.length === 1 ? `${word}\\s*=` : `${word.replaceAll('-', '[ -]?')}\\s*(?:=|:|of|is)?`,
  );
  const patterns = [
    ...(ahead.length > 0 ? [`(?<![\\p{L}\\d])(?:${ahead.join('|')})\\s*${number}`] : []),
    ...(after.length > 0 ? [`(?<![\\p{L}\\d.])(\\d[\\d,]*)()[ -]?(?:${after.join('|')})(?!\\p{L})`] : []),
  ];
  const found = patterns
    .flatMap((pattern) => [...answer.matchAll(new RegExp(pattern, 'giu'))])
    .map(([, digits = '', letter = '']) => Number(digits.replaceAll(',', '')) * (factors[letter.toLowerCase()] ?? 1))
    .filter((value) => fits(parameter, value));
  return found.at(-1);
}

function fits(
  { kind, from, to, whole }: Pick<PresetParameter, 'kind' | 'from' | 'to' | 'whole'>,
  value: ParameterValue,
): boolean {
  if (kind === 'switch') return typeof value === 'boolean';
  if (kind === 'choice') return typeof value === 'string';
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= (from ?? -Infinity) && value <= (to ?? Infinity) && (whole !== true || Number.isInteger(value));
}
