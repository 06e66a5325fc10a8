import { describe, expect, it } from 'vitest';
import { caseSchema } from '../../src/cases/case-schema.ts';

type Schema = {
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  $ref?: string;
  additionalProperties?: unknown;
};

const schema = caseSchema() as Schema & { $schema: string; required: string[]; $defs: Record<string, Schema> };

/** Every object with keys, by the way that leads to it. */
function objects(one: Schema, path = ''): [string, Schema][] {
  const inside = Object.entries(one.properties ?? {}).flatMap(([key, value]) => objects(value, `${path}.${key}`));
  const items = one.items ? objects(one.items, `${path}[]`) : [];
  return [...(one.properties ? [[path, one] as [string, Schema]] : []), ...inside, ...items];
}

const all = [...objects(schema), ...Object.entries(schema.$defs).flatMap(([name, one]) => objects(one, name))];

describe('the JSON Schema of a case study', () => {
  it('is draft 2020-12 and asks for what a case needs', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.required).toEqual(['formatVersion', 'id', 'title', 'summary', 'brief', 'facts', 'diagram', 'steps']);
  });

  it.each(all)('%s: every key has a sentence that teaches, and no other key is taken', (_, one) => {
    const silent = Object.entries(one.properties ?? {}).filter(([, value]) => !value.description && !value.$ref);
    expect(silent.map(([key]) => key)).toEqual([]);
    expect(one.additionalProperties).toBe(false);
  });

  it('knows the keys of a criterion', () => {
    const criterion = Object.keys(schema.$defs['criterion']?.properties ?? {});
    expect(criterion).toEqual(
      expect.arrayContaining([
        'id',
        'says',
        'needs',
        'because',
        'enough',
        'options',
        'asks',
        'or_states',
        'figures',
        'any',
        'extends',
        'where',
      ]),
    );
  });
});
