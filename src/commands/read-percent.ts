import { UserError } from '../errors.ts';

/** A percentage from 0 to 100, with or without its sign; undefined where the option was not given. */
export function readPercent(value: unknown, flag: string): number | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim().replace(/\s*%$/u, '');
  const percent = /^\d+(\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
  if (percent >= 0 && percent <= 100) return percent;
  throw new UserError(`${flag} takes a number from 0 to 100, not "${value}".`, `${flag} 60`, 2);
}
