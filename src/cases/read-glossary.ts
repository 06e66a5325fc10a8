import type { Glossary } from '../domain/case-study.ts';
import { numberKinds } from '../domain/pattern.ts';
import type { Reading } from '../domain/problem.ts';
import { alternativesIn, patternFaults } from './content-rules.ts';
import { everyIdIsUsedOnceIn, type Rule } from './id-rules.ts';
import { itemsOf, textOf, valueOf, type Fault, type Located } from './located.ts';
import { readShaped } from './read-shaped.ts';
import { glossarySchema } from './shared-schema.ts';

/** Reads the YAML text of the glossary, or every problem in it. */
export function readGlossary(text: string, file: string): Reading<Glossary> {
  return readShaped(text, file, glossarySchema, [
    everyConceptIsNamedOnce,
    everyPatternParses,
    noConceptNamesAnother,
    noConceptHasTheNameOfANumber,
  ]);
}

const concepts = (root: Located): readonly Located[] => itemsOf(valueOf(root, 'concepts'));

const patternsOf = (root: Located): Located[] =>
  concepts(root).flatMap((concept) => ['terms', 'plain', 'blocks'].flatMap((key) => itemsOf(valueOf(concept, key))));

const everyConceptIsNamedOnce: Rule = (root) => everyIdIsUsedOnceIn('a concept', concepts(root));

const everyPatternParses: Rule = (root) => patternsOf(root).flatMap(patternFaults);

const noConceptNamesAnother: Rule = (root) =>
  patternsOf(root).flatMap((node): Fault[] => {
    const nested = alternativesIn(textOf(node)).find((one) => one.kind === 'concept' || one.kind === 'case-number');
    return nested
      ? [
          {
            at: node.at,
            what: `<${nested.kind === 'concept' ? nested.id : nested.of}> stands inside a concept`,
            mend: 'Write the words themselves: a concept names no other concept, fact or figure.',
          },
        ]
      : [];
  });

const noConceptHasTheNameOfANumber: Rule = (root) => {
  const reserved: readonly string[] = [...numberKinds, 'fact', 'figure'];
  return concepts(root).flatMap((concept): Fault[] => {
    const id = valueOf(concept, 'id');
    const taken = reserved.includes(textOf(id) ?? '');
    return id && taken
      ? [{ at: id.at, what: `"${textOf(id)}" is the name of a kind of number`, mend: 'Give the concept another id.' }]
      : [];
  });
};
