import { allCriteria } from './case-parts.ts';
import type { Rule } from './id-rules.ts';
import { entriesOf, numberOf, valueOf, type Fault, type Located } from './located.ts';

/** The keys that say what earns a criterion; the first of them decides its form. */
const forms = ['options', 'asks', 'any', 'needs', 'figures'] as const;

/** Keys that belong to certain forms only, with where they belong. */
const companions = [
  {
    key: 'because',
    with: ['needs', 'any', 'figures'],
    mend: 'It belongs beside needs, any or figures; with options it stands inside each option.',
  },
  { key: 'enough', with: ['needs'], mend: 'It belongs beside needs: enough: 2.' },
  { key: 'hedge', with: ['options'], mend: 'It belongs beside options.' },
  { key: 'or_states', with: ['asks'], mend: 'It belongs beside asks.' },
] as const;

export const everyCriterionHasOneForm: Rule = (root) =>
  allCriteria(root).flatMap((criterion): Fault[] => {
    if (criterion.kind !== 'mapping') return [];
    const used = forms.filter((form) => valueOf(criterion, form));
    if (used.length === 0) {
      return [
        {
          at: criterion.at,
          what: 'nothing says what earns this criterion',
          mend: 'Add one of: needs, any, options, asks, figures.',
        },
      ];
    }
    const fits =
      used.length === 1 ||
      (used.length === 2 && used.at(-1) === 'figures' && (used[0] === 'needs' || used[0] === 'any'));
    if (fits) return [];
    const extra = entriesOf(criterion).find(({ key }) => key === used[1]);
    return [
      {
        at: extra?.keyAt ?? criterion.at,
        what: `a criterion has ${used.join(' and ')}`,
        mend: 'Keep one of them, or make two criteria; only figures may stand beside needs or any.',
      },
    ];
  });

export const everyCompanionFitsItsForm: Rule = (root) =>
  allCriteria(root).flatMap((criterion) =>
    companions.flatMap((companion): Fault[] => {
      const entry = entriesOf(criterion).find(({ key }) => key === companion.key);
      const fits = companion.with.some((form) => valueOf(criterion, form));
      const formless = forms.every((form) => !valueOf(criterion, form));
      return entry && !fits && !formless
        ? [
            {
              at: entry.keyAt,
              what: `"${companion.key}" does not fit what this criterion is earned by`,
              mend: companion.mend,
            },
          ]
        : [];
    }),
  );

export const noMappingOfElementsIsEmpty: Rule = (root) =>
  allCriteria(root).flatMap((criterion) => {
    const holders = [criterion, ...entriesOf(valueOf(criterion, 'options')).map(({ value }) => value)];
    return holders.flatMap((holder) =>
      ['needs', 'because', 'price', 'or_states', 'options'].flatMap((key) => emptyMapping(holder, key)),
    );
  });

export const enoughIsNoMoreThanThereAre: Rule = (root) =>
  allCriteria(root).flatMap((criterion): Fault[] => {
    const enough = valueOf(criterion, 'enough');
    const count = entriesOf(valueOf(criterion, 'needs')).length + (valueOf(criterion, 'figures') ? 1 : 0);
    const asked = numberOf(enough);
    if (!enough || asked === undefined || asked <= count) return [];
    return [
      {
        at: enough.at,
        what: `enough is ${asked}, but there are only ${count} elements`,
        mend: `Write a number from 1 to ${count}, or add elements.`,
      },
    ];
  });

function emptyMapping(holder: Located, key: string): Fault[] {
  const value = valueOf(holder, key);
  const isEmpty = value?.kind === 'mapping' && value.entries.length === 0;
  return value && isEmpty
    ? [
        {
          at: value.at,
          what: `"${key}" is empty`,
          mend: 'Name at least one element: { price: [cost*|memory] }, or leave the key out.',
        },
      ]
    : [];
}
