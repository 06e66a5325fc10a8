import { didYouMean } from '../domain/near-names.ts';
import { allCriteria, criterionLists, idsIn, misconceptionLists } from './case-parts.ts';
import { itemsOf, quoted, textOf, valueOf, type Fault, type Located } from './located.ts';

/** Guards one truth of a case study; tolerant of wrong shapes, which are told elsewhere. */
export type Rule = (root: Located) => Fault[];

export const everyIdIsUsedOnce: Rule = (root) => {
  const list = (key: string): readonly Located[] => itemsOf(valueOf(root, key));
  const groups: [string, readonly Located[]][] = [
    ['a fact or figure', [...list('facts'), ...list('figures')]],
    ['a node', itemsOf(valueOf(valueOf(root, 'diagram'), 'nodes'))],
    ['a criterion', allCriteria(root)],
    ['a misconception', misconceptionLists(root).flatMap(({ misconceptions }) => misconceptions)],
    ...['twist', 'estimate', 'deep_dive', 'source'].map((name): [string, readonly Located[]] => [
      `a ${name.replace('_', ' ')}`,
      list(`${name}s`),
    ]),
  ];
  return groups.flatMap(([noun, members]) => everyIdIsUsedOnceIn(noun, members));
};

export const everyFactNamedExists: Rule = (root) => {
  const facts = idsIn(itemsOf(valueOf(root, 'facts')));
  return allCriteria(root).flatMap((criterion) => {
    const asks = valueOf(criterion, 'asks');
    return (asks?.kind === 'list' ? asks.items : asks ? [asks] : []).flatMap((one) => unknown('fact', one, facts));
  });
};

export const everyFigureNamedExists: Rule = (root) => {
  const figures = idsIn(itemsOf(valueOf(root, 'figures')));
  const inCriteria = allCriteria(root).flatMap((criterion) => itemsOf(valueOf(criterion, 'figures')));
  const inEstimates = itemsOf(valueOf(root, 'estimates')).flatMap((estimate) => valueOf(estimate, 'figure') ?? []);
  return [...inCriteria, ...inEstimates].flatMap((one) => unknown('figure', one, figures));
};

export const everyEdgeJoinsTwoNodes: Rule = (root) => {
  const diagram = valueOf(root, 'diagram');
  const nodes = idsIn(itemsOf(valueOf(diagram, 'nodes')));
  return itemsOf(valueOf(diagram, 'edges')).flatMap((edge) =>
    ['from', 'to'].flatMap((end) => unknown('node', valueOf(edge, end), nodes)),
  );
};

/** A reference is the id of a source, or that id followed by one letter for a fact in it. */
export const everySourceNamedExists: Rule = (root) => {
  const sources = idsIn(itemsOf(valueOf(root, 'sources')));
  const named = allCriteria(root).flatMap((criterion) => itemsOf(valueOf(criterion, 'sources')));
  return named
    .filter((one) => !sources.includes((textOf(one) ?? '').replace(/[a-z]$/u, '')))
    .flatMap((one) => unknown('source', one, sources));
};

export const everyCappedCriterionStandsInTheStep: Rule = (root) =>
  misconceptionLists(root).flatMap(({ misconceptions, criteria, owner }) =>
    misconceptions
      .flatMap((one) => itemsOf(valueOf(one, 'caps')))
      .flatMap((id) => unknown('criterion', id, idsIn(criteria), ` in ${owner}`)),
  );

export const everyRungStandsOnOneOfItsStep: Rule = (root) =>
  criterionLists(root).flatMap(({ criteria, owner }) =>
    criteria.flatMap((criterion) =>
      unknown('criterion', valueOf(criterion, 'extends'), idsIn(criteria), ` in ${owner}`),
    ),
  );

export const noRungStandsOnItself: Rule = (root) =>
  criterionLists(root).flatMap(({ criteria }) => {
    const below = new Map(criteria.map((one) => [textOf(valueOf(one, 'id')), textOf(valueOf(one, 'extends'))]));
    return criteria.flatMap((criterion) => {
      const id = textOf(valueOf(criterion, 'id'));
      const circle = circleFrom(id, below);
      const at = valueOf(criterion, 'extends')?.at ?? criterion.at;
      return circle.length === 0
        ? []
        : [
            {
              at,
              what: `extends runs in a circle: ${circle.join(' -> ')}`,
              mend: 'Let the lowest rung extend nothing.',
            },
          ];
    });
  });

/** The circle that leads back to a criterion; empty where there is none, or where it starts further down. */
function circleFrom(start: string | undefined, below: ReadonlyMap<string | undefined, string | undefined>): string[] {
  if (start === undefined) return [];
  const trail = [start];
  for (let next = below.get(start); next !== undefined; next = below.get(next)) {
    if (next === start) return [...trail, start];
    if (trail.includes(next)) return [];
    trail.push(next);
  }
  return [];
}

/** A fault for each id that an earlier member of the list already has. */
export function everyIdIsUsedOnceIn(noun: string, members: readonly Located[]): Fault[] {
  const seen = new Set<string>();
  return members.flatMap((member) => {
    const node = valueOf(member, 'id');
    const id = textOf(node);
    if (!node || id === undefined) return [];
    const fault = {
      at: node.at,
      what: `the id ${quoted(id)} of ${noun} is used twice`,
      mend: 'Give one of the two another id.',
    };
    const isSecond = seen.has(id);
    seen.add(id);
    return isSecond ? [fault] : [];
  });
}

/** A fault where an id is named that does not exist; a missing or misshapen one is told by the shape. */
export function unknown(noun: string, node: Located | undefined, known: readonly string[], where = ''): Fault[] {
  const id = textOf(node);
  if (!node || id === undefined || known.includes(id)) return [];
  return [
    { at: node.at, what: `there is no ${noun} ${quoted(id)}${where}`, mend: didYouMean(id, known) || knownOnes(known) },
  ];
}

function knownOnes(known: readonly string[]): string {
  if (known.length === 0) return 'There are none yet: add it first.';
  return `Known: ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', …' : ''}.`;
}
