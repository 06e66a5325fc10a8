import { entriesOf, itemsOf, textOf, valueOf, type Located } from './located.ts';

/** Criteria that are graded together: those of a step, or of a twist. */
export type CriterionList = { owner: string; criteria: readonly Located[] };

/** The criteria of every step and twist, list by list. */
export function criterionLists(root: Located): CriterionList[] {
  const steps = entriesOf(valueOf(root, 'steps')).map(({ key, value }) => ({
    owner: `step ${key}`,
    criteria: itemsOf(valueOf(value, 'criteria')),
  }));
  const twists = itemsOf(valueOf(root, 'twists')).map((twist) => ({
    owner: `twist ${textOf(valueOf(twist, 'id')) ?? ''}`,
    criteria: itemsOf(valueOf(twist, 'criteria')),
  }));
  return [...steps, ...twists];
}

/** Every criterion of the case. */
export function allCriteria(root: Located): Located[] {
  return criterionLists(root).flatMap((list) => list.criteria);
}

/** The misconceptions of each step, beside the criteria that they may cap. */
export function misconceptionLists(
  root: Located,
): { misconceptions: readonly Located[]; criteria: readonly Located[]; owner: string }[] {
  return entriesOf(valueOf(root, 'steps')).map(({ key, value }) => ({
    owner: `step ${key}`,
    misconceptions: itemsOf(valueOf(value, 'misconceptions')),
    criteria: itemsOf(valueOf(value, 'criteria')),
  }));
}

/** Every place of a case study where a pattern stands. */
export function patternNodes(root: Located): Located[] {
  const facts = itemsOf(valueOf(root, 'facts')).flatMap((fact) => itemsOf(valueOf(fact, 'asked')));
  const criteria = allCriteria(root).flatMap((criterion) => [
    ...itemsOf(valueOf(criterion, 'any')),
    ...elementPatterns(criterion),
    ...entriesOf(valueOf(criterion, 'options')).flatMap(({ value }) => elementPatterns(value)),
  ]);
  const beliefs = misconceptionLists(root).flatMap(({ misconceptions }) =>
    misconceptions.flatMap((one) => itemsOf(valueOf(one, 'any'))),
  );
  return [...facts, ...criteria, ...beliefs];
}

function elementPatterns(holder: Located): Located[] {
  return ['needs', 'because', 'price', 'or_states'].flatMap((key) =>
    entriesOf(valueOf(holder, key)).flatMap(({ value }) => itemsOf(value)),
  );
}

/** The ids in a list of things that have one. */
export function idsIn(list: readonly Located[]): string[] {
  return list.flatMap((one) => textOf(valueOf(one, 'id')) ?? []);
}
