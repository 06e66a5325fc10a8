import { multipliers, numberWord, periods, readQuantities, shareWord, units, type Quantity } from './quantity.ts';
import type { RawToken } from './token.ts';

/**
 * Joins what belongs to one number: "800" "million", "two" "hundred" "ms", "5m" "/" "day", "30" "%".
 * Single small number words stay words ("two towers"); they carry their value beside it.
 */
export function mergeNumbers(raw: readonly RawToken[]): RawToken[] {
  const merged: RawToken[] = [];
  for (let i = 0; i < raw.length;) {
    const number = startNumber(raw, i);
    if (!number) {
      merged.push(raw[i] as RawToken);
      i += 1;
      continue;
    }
    const rated = addPeriod(raw, addUnit(raw, number));
    const first = raw[i] as RawToken;
    const last = raw[rated.next - 1] as RawToken;
    merged.push({
      text: first.text,
      from: first.from,
      to: last.to,
      gap: first.gap,
      value: rated.value,
      unit: rated.unit,
      parts: raw.slice(i, rated.next),
      ...(rated.period ? { rate: rated.period } : {}),
    });
    i = rated.next;
  }
  return shareUnitOfRange(merged);
}

/** Every reading of a merged number. */
export function quantitiesOf(piece: RawToken): Quantity[] {
  if (piece.value === undefined) return [];
  const read = readQuantities(piece.value, piece.unit ?? '');
  if (piece.rate === undefined) return read;
  const period = piece.rate;
  return read.flatMap((one) =>
    one.kind === 'count' ? [one, { value: one.value / period, kind: 'rate' as const }] : [one],
  );
}

type Started = { value: number; unit: string; next: number; period?: number };

function startNumber(raw: readonly RawToken[], at: number): Started | undefined {
  const first = raw[at];
  if (!first) return undefined;
  if (first.value !== undefined) return { value: first.value, unit: '', next: at + 1 };
  return readNumberWords(raw, at);
}

/** "two hundred", "eight hundred million", "a hundred thousand", "point eight", "forty"; not a lone "two". */
function readNumberWords(raw: readonly RawToken[], at: number): Started | undefined {
  let total = 0;
  let part = 0;
  let words = 0;
  let big = false;
  let next = at;
  const opening = raw[at]?.text;
  if ((opening === 'a' || opening === 'point') && followsNumberWord(raw, at, opening)) next += 1;
  for (; next < raw.length; next += 1) {
    const word = raw[next]?.text ?? '';
    if (words > 0 && !/^[\s-]*$/u.test(raw[next]?.gap ?? '')) break;
    const small = numberWord(word);
    const times =
      word === 'hundred' || word === 'thousand' || (words > 0 && word.length > 1) ? multipliers.get(word) : undefined;
    if (small !== undefined) part = opening === 'point' ? part * 10 + small : part + small;
    else if (word === 'hundred') part = Math.max(part, 1) * 100;
    else if (times !== undefined) {
      total += Math.max(part, 1) * times;
      part = 0;
    } else if (!(word === 'and' && words > 0 && numberWord(raw[next + 1]?.text ?? '') !== undefined && part >= 100))
      break;
    words += 1;
    big ||= times !== undefined || word === 'hundred' || (small ?? 0) > 12;
  }
  if (words === 0) return undefined;
  const value = opening === 'point' ? Number(`0.${part}`) : total + part;
  const hasUnit = isUnit(raw[next]) && raw[next]?.text !== 'second';
  return big || hasUnit || opening === 'point' ? { value, unit: '', next } : undefined;
}

function followsNumberWord(raw: readonly RawToken[], at: number, opening: string): boolean {
  const word = raw[at + 1]?.text ?? '';
  return opening === 'point'
    ? numberWord(word) !== undefined
    : ['hundred', 'thousand', 'million', 'billion'].includes(word);
}

function isUnit(piece: RawToken | undefined): boolean {
  return piece !== undefined && (units.get(piece.text) !== undefined || multipliers.get(piece.text) !== undefined);
}

const spacedLetterUnits = new Set(['k', 'm', 'b', 's', 'h']);
const singleLetterUnits = new Set(['k', 'm', 'b', 't', 'g', 's', 'h', 'd']);

/** A unit stands close behind, or after a space as a whole word; a multiplier may come first: "3 million /s". */
function addUnit(raw: readonly RawToken[], number: Started): Started {
  const piece = raw[number.next];
  if (!piece || !/^[ -]?$/u.test(piece.gap)) return number;
  const attached = piece.gap === '';
  const word = piece.text;
  if (word.length === 1 && word !== '%' && !attached && !spacedLetterUnits.has(word)) return number;
  const multiplier = multipliers.get(word);
  if (multiplier !== undefined) {
    return addUnit(raw, { value: number.value * multiplier, unit: '', next: number.next + 1 });
  }
  if (units.get(word) !== undefined || (attached && singleLetterUnits.has(word)) || spacedLetterUnits.has(word))
    return { ...number, unit: word, next: number.next + 1 };
  if (word === 'per' && raw[number.next + 1]?.text === 'cent') return { ...number, unit: '%', next: number.next + 2 };
  return number;
}

/** "per second", "a day", "/day", "daily" behind a count. */
function addPeriod(raw: readonly RawToken[], number: Started): Started {
  for (let skip = 0; skip <= 2; skip += 1) {
    const piece = raw[number.next + skip];
    const after = raw[number.next + skip + 1];
    if (!piece || /[.\n;:?!]/u.test(piece.gap)) return number;
    const next = skip === 0 ? number.next : number.next;
    if (/\/\s?$/u.test(piece.gap) && periods.get(piece.text) !== undefined)
      return { ...number, period: periods.get(piece.text) ?? 1, next: skip === 0 ? number.next + 1 : next };
    if (piece.text === 'daily') return { ...number, period: 86_400, next };
    if (['per', 'a', 'each', 'every'].includes(piece.text) && after && periods.get(after.text) !== undefined) {
      return { ...number, period: periods.get(after.text) ?? 1, next: skip === 0 ? number.next + 2 : next };
    }
  }
  return number;
}

/** In "20-40 ms" and "20 to 40 ms" the first number has the unit of the second. */
function shareUnitOfRange(merged: RawToken[]): RawToken[] {
  return merged.map((piece, i) => {
    const to = merged[i + 1]?.text === 'to' ? merged[i + 2] : merged[i + 1];
    const joined = to === merged[i + 1] ? /^\s?[-\u2013]\s?$/u.test(to?.gap ?? '') : true;
    if (piece.value === undefined || piece.unit || !to?.unit || !joined) return piece;
    return { ...piece, unit: to.unit };
  });
}

/** The percentage behind "half", "a third", "a quarter". */
export function shareQuantity(word: string): Quantity[] {
  const percent = shareWord(word);
  return percent === undefined ? [] : [{ value: percent, kind: 'percent' }];
}
