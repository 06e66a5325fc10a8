import { readPattern, type Alternative } from '../domain/pattern.ts';
import { stepIds } from '../domain/step.ts';
import { didYouMean } from '../domain/near-names.ts';
import { allCriteria, idsIn, patternNodes } from './case-parts.ts';
import type { Rule } from './id-rules.ts';
import { entriesOf, itemsOf, numberOf, quoted, textOf, valueOf, type Fault, type Located } from './located.ts';
import { workOutFigures } from './work-out-figures.ts';

/** Missing and unknown steps are told by the shape; here only their order. */
export const theSevenStepsStandInOrder: Rule = (root) => {
  const order: readonly string[] = stepIds;
  const known = entriesOf(valueOf(root, 'steps')).filter(({ key }) => order.includes(key));
  const late = known.find(({ key }, i) => i > 0 && order.indexOf(key) < order.indexOf(known[i - 1]?.key ?? ''));
  return late
    ? [
        {
          at: late.keyAt,
          what: `the step "${late.key}" stands in the wrong order`,
          mend: `The order is ${stepIds.join(', ')}.`,
        },
      ]
    : [];
};

export const everyPatternParses: Rule = (root) => patternNodes(root).flatMap(patternFaults);

export const everyNumberInAPatternExists: Rule = (root) => {
  const facts = itemsOf(valueOf(root, 'facts'));
  const withValue = idsIn(facts.filter((fact) => valueOf(fact, 'value')));
  const figures = idsIn(itemsOf(valueOf(root, 'figures')));
  return patternNodes(root).flatMap((node) =>
    alternativesIn(textOf(node)).flatMap((one): Fault[] => {
      if (one.kind !== 'case-number') return [];
      const known = one.of === 'fact' ? withValue : figures;
      if (known.includes(one.id)) return [];
      const without = one.of === 'fact' && idsIn(facts).includes(one.id);
      const what = without
        ? `<fact ${one.id}> names a fact without a value`
        : `<${one.of} ${one.id}> names no ${one.of} of this case`;
      return [
        { at: node.at, what, mend: didYouMean(one.id, known) || `Write the id of a ${one.of} that has a number.` },
      ];
    }),
  );
};

export const everyFormulaWorksOut: Rule = (root) => {
  const facts = itemsOf(valueOf(root, 'facts')).map((fact) => ({
    id: textOf(valueOf(fact, 'id')) ?? '',
    value: numberIn(fact),
  }));
  const nodes = itemsOf(valueOf(root, 'figures'));
  const figures = nodes.map((node) => ({
    id: textOf(valueOf(node, 'id')) ?? '',
    formula: textOf(valueOf(node, 'formula')),
  }));
  return workOutFigures(facts, figures).faults.map(({ index, what, mend }) => ({
    at: formulaPlace(nodes[index]),
    what,
    mend,
  }));
};

export const everyFactIsKnownOrOpen: Rule = (root) =>
  itemsOf(valueOf(root, 'facts')).flatMap((fact): Fault[] => {
    const value = valueOf(fact, 'value');
    const unit = valueOf(fact, 'unit');
    const open = valueOf(fact, 'open');
    if (value && open?.kind === 'scalar' && open.value === true) {
      return [
        {
          at: open.at,
          what: 'an open fact has a value',
          mend: 'Leave out "value", or "open: true": what is open is for the candidate to assume.',
        },
      ];
    }
    if (unit && !value)
      return [{ at: unit.at, what: 'a unit stands without a value', mend: 'Add "value", or leave out "unit".' }];
    return [];
  });

export const everyExampleHasOneVerdict: Rule = (root) =>
  allCriteria(root)
    .flatMap((criterion) => itemsOf(valueOf(criterion, 'examples')))
    .flatMap((example): Fault[] => {
      const count = ['covered', 'partial', 'not-detected'].filter((verdict) => valueOf(example, verdict)).length;
      if (count === 1 || example.kind !== 'mapping') return [];
      return [
        {
          at: example.at,
          what: `an example has ${count === 0 ? 'no verdict' : `${count} verdicts`}`,
          mend: 'Write one: { covered: "…" }, { partial: "…" } or { not-detected: "…" }.',
        },
      ];
    });

/** The faults of one pattern; none where it is no text, which the shape tells. */
export function patternFaults(node: Located): Fault[] {
  const source = textOf(node);
  if (source === undefined || source === '') return [];
  const reading = readPattern(source);
  if (!reading.ok) return [{ at: node.at, what: reading.what, mend: reading.mend }];
  if (reading.pattern.items.every((item) => item.length > 0)) return [];
  return [
    {
      at: node.at,
      what: `a "|" in ${quoted(source)} has nothing on one side`,
      mend: 'Write alternatives without spaces: inverted_index|bm25.',
    },
  ];
}

/** Every alternative of a pattern; none when it does not parse. */
export function alternativesIn(source: string | undefined): Alternative[] {
  const reading = readPattern(source ?? '');
  return reading.ok ? reading.pattern.items.flat() : [];
}

/** A value of a wrong type is told by the shape, and counts as 1 in formulas. */
function numberIn(fact: Located): number | undefined {
  const value = valueOf(fact, 'value');
  return value && (numberOf(value) ?? 1);
}

function formulaPlace(figure: Located | undefined): number {
  return valueOf(figure, 'formula')?.at ?? figure?.at ?? 0;
}
