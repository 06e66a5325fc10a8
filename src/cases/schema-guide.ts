import * as z from 'zod';
import type { Path } from './located.ts';

/** What a schema says about its keys, by which a fault teaches in the words that an editor shows. */
export type SchemaGuide = { root: JsonSchema; definitions: Readonly<Record<string, JsonSchema>> };

type JsonSchema = {
  $ref?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  $defs?: Record<string, JsonSchema>;
};

/** Prepares a schema to be asked about its keys. */
export function guideOf(schema: z.ZodType): SchemaGuide {
  const root = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  return { root, definitions: root.$defs ?? {} };
}

/** The description of what stands at a path, and the keys that may stand in it. */
export function describedAt(guide: SchemaGuide, path: Path): { description?: string; keys: string[] } {
  let here: JsonSchema | undefined = guide.root;
  for (const part of path) here = here && below(resolve(here, guide), part, guide);
  if (!here) return { keys: [] };
  const target = resolve(here, guide);
  const description = here.description ?? target.description;
  return { ...(description === undefined ? {} : { description }), keys: Object.keys(target.properties ?? {}) };
}

function below(schema: JsonSchema, part: string | number, guide: SchemaGuide): JsonSchema | undefined {
  for (const branch of [schema, ...(schema.anyOf ?? []), ...(schema.allOf ?? [])]) {
    const one = resolve(branch, guide);
    if (typeof part === 'number' && one.items) return one.items;
    if (typeof part === 'string' && one.properties?.[part]) return one.properties[part];
    if (typeof part === 'string' && typeof one.additionalProperties === 'object') return one.additionalProperties;
  }
  return undefined;
}

function resolve(schema: JsonSchema, guide: SchemaGuide): JsonSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  const target = name === undefined ? undefined : guide.definitions[name];
  return target ? resolve(target, guide) : schema;
}
