import type { CaseStudy, Criterion, Element, Glossary } from '../domain/case-study.ts';
import { didYouMean } from '../domain/near-names.ts';
import { patternNodes } from './case-parts.ts';
import { alternativesIn } from './content-rules.ts';
import type { CaseFault } from './law.ts';
import { textOf, type Fault, type Located, type Path } from './located.ts';

/** Finds the concepts that patterns name and the glossary does not know. */
export function checkConcepts(caseStudy: CaseStudy, glossary: Glossary): CaseFault[] {
  return patternPaths(caseStudy).flatMap(({ path, source }) =>
    unknownConcepts(source, glossary).map((fault) => ({ path, ...fault })),
  );
}

/** The same, in a tree with places. */
export function conceptFaults(root: Located, glossary: Glossary): Fault[] {
  return patternNodes(root).flatMap((node) =>
    unknownConcepts(textOf(node) ?? '', glossary).map((fault) => ({ at: node.at, ...fault })),
  );
}

function unknownConcepts(source: string, glossary: Glossary): { what: string; mend: string }[] {
  const known = glossary.concepts.map((concept) => concept.id);
  const named = alternativesIn(source).flatMap((one) => (one.kind === 'concept' ? [one.id] : []));
  return [...new Set(named)]
    .filter((id) => !known.includes(id))
    .map((id) => ({
      what: `the glossary knows no concept <${id}>`,
      mend: didYouMean(id, known) || 'Write the words themselves, joined by "|".',
    }));
}

function patternPaths(caseStudy: CaseStudy): { path: Path; source: string }[] {
  const facts = caseStudy.facts.flatMap((fact, i) => listed(['facts', i, 'asked'], fact.asked));
  const steps = caseStudy.steps.flatMap((step) => [
    ...step.criteria.flatMap((criterion, i) => ofCriterion(['steps', step.id, 'criteria', i], criterion)),
    ...step.misconceptions.flatMap((one, i) => listed(['steps', step.id, 'misconceptions', i, 'any'], one.any)),
  ]);
  const twists = caseStudy.twists.flatMap((twist, i) =>
    twist.criteria.flatMap((criterion, j) => ofCriterion(['twists', i, 'criteria', j], criterion)),
  );
  return [...facts, ...steps, ...twists];
}

function ofCriterion(path: Path, { rule }: Criterion): { path: Path; source: string }[] {
  if (rule.form === 'asks') return ofElements([...path, 'or_states'], rule.orStates);
  if (rule.form === 'needs')
    return [...ofElements([...path, 'needs'], rule.needs), ...ofElements([...path, 'because'], rule.because)];
  return rule.options.flatMap((option) => {
    const inside = [...path, 'options', option.name];
    return [
      ...ofElements([...inside, 'needs'], option.needs),
      ...ofElements([...inside, 'because'], option.because),
      ...ofElements([...inside, 'price'], option.price),
    ];
  });
}

function ofElements(path: Path, elements: readonly Element[]): { path: Path; source: string }[] {
  return elements.flatMap((element) => listed([...path, element.name], element.patterns));
}

function listed(path: Path, sources: readonly string[]): { path: Path; source: string }[] {
  return sources.map((source, i) => ({ path: [...path, i], source }));
}
