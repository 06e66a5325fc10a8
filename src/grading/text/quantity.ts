import { table } from './table.ts';
import type { NumberKind } from '../../domain/pattern.ts';

/** A number with its meaning. `value` is in the base unit of its kind: seconds, bytes, percent, or events per second. */
export type Quantity = { value: number; kind: NumberKind };

export const multipliers = table<number>({
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  lakh: 1e5,
  million: 1e6,
  millions: 1e6,
  mio: 1e6,
  mn: 1e6,
  mil: 1e6,
  crore: 1e7,
  billion: 1e9,
  billions: 1e9,
  bn: 1e9,
  bln: 1e9,
  trillion: 1e12,
});

type Unit = { kind: NumberKind; factor: number };

export const units = table<Unit>({
  ms: { kind: 'latency', factor: 1e-3 },
  msec: { kind: 'latency', factor: 1e-3 },
  millis: { kind: 'latency', factor: 1e-3 },
  millisecond: { kind: 'latency', factor: 1e-3 },
  milliseconds: { kind: 'latency', factor: 1e-3 },
  s: { kind: 'duration', factor: 1 },
  sec: { kind: 'duration', factor: 1 },
  secs: { kind: 'duration', factor: 1 },
  second: { kind: 'duration', factor: 1 },
  seconds: { kind: 'duration', factor: 1 },
  min: { kind: 'duration', factor: 60 },
  mins: { kind: 'duration', factor: 60 },
  minute: { kind: 'duration', factor: 60 },
  minutes: { kind: 'duration', factor: 60 },
  h: { kind: 'duration', factor: 3600 },
  hr: { kind: 'duration', factor: 3600 },
  hrs: { kind: 'duration', factor: 3600 },
  hour: { kind: 'duration', factor: 3600 },
  hours: { kind: 'duration', factor: 3600 },
  day: { kind: 'duration', factor: 86_400 },
  days: { kind: 'duration', factor: 86_400 },
  week: { kind: 'duration', factor: 604_800 },
  weeks: { kind: 'duration', factor: 604_800 },
  month: { kind: 'duration', factor: 2_629_800 },
  months: { kind: 'duration', factor: 2_629_800 },
  year: { kind: 'duration', factor: 31_557_600 },
  years: { kind: 'duration', factor: 31_557_600 },
  byte: { kind: 'size', factor: 1 },
  bytes: { kind: 'size', factor: 1 },
  kb: { kind: 'size', factor: 1e3 },
  kib: { kind: 'size', factor: 1024 },
  mb: { kind: 'size', factor: 1e6 },
  mib: { kind: 'size', factor: 1_048_576 },
  gb: { kind: 'size', factor: 1e9 },
  gib: { kind: 'size', factor: 1_073_741_824 },
  gigs: { kind: 'size', factor: 1e9 },
  gig: { kind: 'size', factor: 1e9 },
  gigabyte: { kind: 'size', factor: 1e9 },
  gigabytes: { kind: 'size', factor: 1e9 },
  megabyte: { kind: 'size', factor: 1e6 },
  megabytes: { kind: 'size', factor: 1e6 },
  tb: { kind: 'size', factor: 1e12 },
  tib: { kind: 'size', factor: 1_099_511_627_776 },
  terabyte: { kind: 'size', factor: 1e12 },
  terabytes: { kind: 'size', factor: 1e12 },
  pb: { kind: 'size', factor: 1e15 },
  petabyte: { kind: 'size', factor: 1e15 },
  petabytes: { kind: 'size', factor: 1e15 },
  '%': { kind: 'percent', factor: 1 },
  percent: { kind: 'percent', factor: 1 },
  pct: { kind: 'percent', factor: 1 },
  qps: { kind: 'rate', factor: 1 },
  rps: { kind: 'rate', factor: 1 },
  tps: { kind: 'rate', factor: 1 },
});

/** Seconds in the words that follow "per", "a", "each" or a slash: 3 billion a day, 5M/day. */
export const periods = table<number>({
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  h: 3600,
  hour: 3600,
  d: 86_400,
  day: 86_400,
  week: 604_800,
  month: 2_629_800,
  year: 31_557_600,
});

const small = table<number>({
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30,
  forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}); // prettier-ignore

const shares = table<number>({ half: 50, third: 100 / 3, quarter: 25, tenth: 10 });

/** The number that a number word stands for: `numberWord('forty')` is 40. */
export function numberWord(word: string): number | undefined {
  return small.get(word);
}

/** The percentage that a word for a part stands for: `shareWord('half')` is 50. */
export function shareWord(word: string): number | undefined {
  return shares.get(word);
}

/** The word for a small number, so that "2-tower" and "two-tower" are the same. */
export function smallNumberName(value: number): string | undefined {
  return [...small].find(([, number]) => number === value && value <= 12)?.[0];
}

/**
 * Every reading of a value with the unit that was written behind it; "5m" is five million and five minutes, "60d" sixty
 * dimensions and sixty days.
 * @param unit as written, lower case; empty for none
 */
export function readQuantities(value: number, unit: string): Quantity[] {
  if (unit === 'm')
    return [
      { value: value * 1e6, kind: 'count' },
      { value: value * 60, kind: 'duration' },
    ];
  if (unit === 'b')
    return [
      { value: value * 1e9, kind: 'count' },
      { value, kind: 'size' },
    ];
  if (unit === 't')
    return [
      { value: value * 1e12, kind: 'count' },
      { value: value * 1e12, kind: 'size' },
    ];
  if (unit === 'd') {
    return [
      { value, kind: 'count' },
      { value: value * 86_400, kind: 'duration' },
    ];
  }
  if (unit === 'g') return [{ value: value * 1e9, kind: 'size' }];
  const known = units.get(unit);
  if (known) return [{ value: value * known.factor, kind: known.kind }];
  const multiplier = multipliers.get(unit);
  return [{ value: value * (multiplier ?? 1), kind: 'count' }];
}

/**
 * Whether a quantity lies within typed bounds. Latency and duration are both times; a bare number may be a count,
 * and "number" takes anything.
 * @param bounds in the unit that the pattern names; without a unit, in base units
 */
export function isWithin(
  quantity: Quantity,
  bounds: { quantity: NumberKind; from: number; to: number; unit: string },
): boolean {
  if (!kindFits(quantity.kind, bounds.quantity)) return false;
  const value = quantity.value / unitFactor(bounds.unit);
  return value >= bounds.from * (1 - 1e-9) && value <= bounds.to * (1 + 1e-9);
}

function kindFits(found: NumberKind, wanted: NumberKind): boolean {
  const time = (kind: NumberKind): boolean => kind === 'latency' || kind === 'duration';
  return wanted === 'number' || found === wanted || (time(found) && time(wanted));
}

function unitFactor(unit: string): number {
  const lower = unit.toLowerCase();
  const rate = /^\/(\w+)$/u.exec(lower)?.[1];
  if (rate) return 1 / (periods.get(rate) ?? 1);
  return units.get(lower)?.factor ?? 1;
}

/** What a number of the case is compared as: its kind and its value in the base unit. */
export function caseQuantity(value: number, unit: string): Quantity {
  const lower = unit.toLowerCase();
  const rate = /^(\w*)\/(\w+)$/u.exec(lower);
  if (rate?.[2] && periods.get(rate[2]) !== undefined)
    return { value: value / (periods.get(rate[2]) ?? 1), kind: 'rate' };
  const known = units.get(lower);
  return known ? { value: value * known.factor, kind: known.kind } : { value, kind: 'count' };
}

/**
 * Whether a quantity of an answer equals one of the case within a relative tolerance. A rate may be said as the bare
 * count of its own period ("5 million uploads"), a count as a bare number.
 */
export function equalsCaseNumber(found: Quantity, number: { value: number; unit: string; tolerance: number }): boolean {
  const wanted = caseQuantity(number.value, number.unit);
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * number.tolerance;
  if (kindFits(found.kind, wanted.kind) && near(found.value, wanted.value)) return true;
  const bare = found.kind === 'count' && (wanted.kind === 'rate' || wanted.kind === 'count');
  return bare && number.value >= 10 && near(found.value, number.value);
}
