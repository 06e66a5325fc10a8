import type * as z from 'zod';
import type { Reading } from '../domain/problem.ts';
import type { Rule } from './id-rules.ts';
import { plainValue } from './located.ts';
import { placeFaults, readYaml } from './read-yaml.ts';
import { guideOf } from './schema-guide.ts';
import { shapeFaults } from './shape-faults.ts';

/** Reads a YAML text of a known shape: its value, or the faults of syntax, shape and rules together. */
export function readShaped<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  rules: readonly Rule[],
): Reading<z.infer<S>> {
  const { root, faults, placeOf } = readYaml(text, file);
  if (!root) return { ok: false, problems: placeFaults(faults, placeOf) };
  const parsed = schema.safeParse(plainValue(root));
  const shape = parsed.success ? [] : shapeFaults(root, parsed.error.issues, guideOf(schema));
  const all = [...faults, ...shape, ...rules.flatMap((rule) => rule(root))];
  if (parsed.success && all.length === 0) return { ok: true, value: parsed.data };
  return { ok: false, problems: placeFaults(all, placeOf) };
}
