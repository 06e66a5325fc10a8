import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mersenneTwister } from '../../src/math/mersenne-twister.ts';

const folder = join(import.meta.dirname, '../../src/math');

/** The lines `@example call // result` of the docstrings. */
const examples = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/@example (.+) \/\/ (.+)$/gmu)].map(
      ([, call, result]) => [file, call as string, result as string] as const,
    ),
  );

test('there are examples', () => {
  expect(examples.length).toBeGreaterThan(30);
});

test.each(examples)('%s: %s is %s', async (file, call, result) => {
  const names: Record<string, unknown> = { mersenneTwister, ...(await import(join(folder, file))) };
  const evaluate = new Function(...Object.keys(names), `return [${call}, ${result}];`) as (
    ...values: unknown[]
  ) => [unknown, unknown];
  const [actual, expected] = evaluate(...Object.values(names));
  expect(plain(actual)).toEqual(close(expected));
});

/** Typed arrays as arrays, so that they compare with what is written. */
function plain(value: unknown): unknown {
  return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
}

/** Numbers to ten digits. */
function close(value: unknown): unknown {
  if (typeof value === 'number' && Number.isFinite(value)) {
    const size = Math.floor(Math.log10(Math.abs(value) || 1));
    return expect.closeTo(value, Math.max(0, 10 - size)) as unknown;
  }
  if (Array.isArray(value)) return value.map(close);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, close(one)]));
  return value;
}
