import { describe, expect, it } from 'vitest';
import { readFramework } from '../../src/cases/read-framework.ts';
import { readGlossary } from '../../src/cases/read-glossary.ts';
import { stepIds } from '../../src/domain/step.ts';

const glossary = `formatVersion: 1
concepts:
  - id: ann-index
    about: an index for nearest neighbours
    terms: [hnsw|ivf, approximate nearest_neighbour* ~4]
    plain: [close* vector*]
    blocks: [index_fund]
  - { id: keyword-index, about: words to documents, terms: [inverted_index] }
`;

const framework = `formatVersion: 1
wrap_up_minutes: 2
phases:
  - { id: scope, title: Scope, steps: [clarify, frame] }
  - { id: rest, title: The rest, steps: [data, model, evaluation, serving, monitoring] }
steps:
${stepIds.map((id, i) => `  ${id}: { title: ${id}, minutes: ${i + 3}, phase: ${i < 2 ? 'scope' : 'rest'}, purpose: To ${id}., checklist: [one], slips: [two] }`).join('\n')}
`;

const told = (reading: ReturnType<typeof readGlossary> | ReturnType<typeof readFramework>): string[] =>
  reading.ok ? [] : reading.problems.map(({ where, what, mend }) => `${where.line} ${what} | ${mend}`);

describe('readGlossary', () => {
  it('reads concepts; plain wordings and blocks may be left out', () => {
    const reading = readGlossary(glossary, 'glossary.yaml');
    expect(
      reading.ok &&
        reading.value.concepts.map(({ id, terms, plain, blocks }) => [id, terms.length, plain.length, blocks.length]),
    ).toEqual([
      ['ann-index', 2, 1, 1],
      ['keyword-index', 1, 0, 0],
    ]);
  });

  it.each([
    ['id: keyword-index', 'id: ann-index', '8 the id "ann-index" of a concept is used twice'],
    ['[index_fund]', '[in*]', '7 the prefix "in*" in "in*" is too short'],
    ['[index_fund]', '[<keyword-index> fund]', '7 <keyword-index> stands inside a concept'],
    ['id: keyword-index', 'id: latency', '8 "latency" is the name of a kind of number'],
    [
      'terms: [inverted_index]',
      'therms: [inverted_index]',
      '8 the key "therms" is not known in item 2 of "concepts" | Did you mean "terms"?',
    ],
    ['[inverted_index]', '[]', '8 "terms" is an empty list; one item is needed at least'],
  ])('"%s" as "%s" is a problem', (from, to, expected) => {
    expect(told(readGlossary(glossary.replace(from, to), 'glossary.yaml')).join('\n')).toContain(expected);
  });
});

describe('readFramework', () => {
  it('gives the seven guides in order, with their phase', () => {
    const reading = readFramework(framework, 'framework.yaml');
    expect(reading.ok && reading.value.steps.map(({ id, minutes, phase }) => [id, minutes, phase]).slice(0, 3)).toEqual(
      [
        ['clarify', 3, 'scope'],
        ['frame', 4, 'scope'],
        ['data', 5, 'rest'],
      ],
    );
    expect(reading.ok && [reading.value.wrapUpMinutes, reading.value.phases.length]).toEqual([2, 2]);
  });

  it.each([
    [/^ {2}serving:.*\n/mu, '', 'the key "serving" is missing in "steps"'],
    ['phase: scope', 'phase: scop', 'there is no phase "scop" | Did you mean "scope"?'],
    ['steps: [clarify,', 'steps: [clarfy,', 'item 1 of "steps" is the text "clarfy"; expected clarify'],
    ['minutes: 3', 'minutes: three', '"minutes" is the text "three"; expected a number'],
    ['  clarify: {', '  zzz: {', 'the key "zzz" is not known in "steps"'],
  ])('%s as "%s" is a problem', (from, to, expected) => {
    expect(told(readFramework(framework.replace(from, to), 'framework.yaml')).join('\n')).toContain(expected);
  });
});
