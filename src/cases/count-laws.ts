import type { CaseStudy, Criterion, Level } from '../domain/case-study.ts';
import type { CaseFault, Law } from './law.ts';
import type { Path } from './located.ts';

export const thereAreTwelveFacts: Law = ({ facts }) =>
  atLeast(
    12,
    facts.length,
    'facts',
    ['facts'],
    'Add what an interviewer is asked: scale, latency, data, limits, goals.',
  );

export const someFactsAreOpen: Law = ({ facts }) =>
  facts.some((fact) => fact.open)
    ? []
    : [{ path: ['facts'], what: 'no fact is open', mend: 'Mark something as "open: true": yours to assume.' }];

export const thereAreFortyFiveCriteria: Law = ({ steps }) =>
  atLeast(
    45,
    steps.flatMap((step) => step.criteria).length,
    'criteria in the seven steps',
    ['steps'],
    'Seven steps of six to eight criteria come to 45 and more.',
  );

export const everyStepHasSixToEightCriteria: Law = ({ steps }) =>
  steps
    .filter(({ criteria }) => criteria.length < 6 || criteria.length > 8)
    .map(({ id, criteria }) => ({
      path: ['steps', id],
      what: `step ${id} has ${counted(criteria.length, 'criterion', 'criteria')}; 6 to 8 are expected`,
      mend: 'Add points that are special to this case, or merge two that say the same.',
    }));

export const everyStepHasThreeEssentials: Law = ({ steps }) =>
  steps.flatMap(({ id, criteria }) => {
    const count = criteria.filter((criterion) => criterion.essential).length;
    return count === 3
      ? []
      : [
          {
            path: ['steps', id],
            what: `step ${id} has ${counted(count, 'essential', 'essentials')}; three are expected`,
            mend: 'Mark with "essential: true" the three that every good answer makes.',
          },
        ];
  });

export const aQuarterOfTheCriteriaAreStaffRungs: Law = ({ steps }) => {
  const criteria = steps.flatMap((step) => step.criteria);
  const share = criteria.filter((criterion) => criterion.level === 'staff').length / Math.max(1, criteria.length);
  if (share >= leastStaffShare && share <= mostStaffShare) return [];
  return [
    {
      path: ['steps'],
      what: `${Math.round(share * 100)} % of the criteria are staff rungs; about a quarter is expected`,
      mend: 'A staff rung is the price of a decision over time, and who owns it.',
    },
  ];
};

export const noRungStandsOnAHigherOne: Law = ({ steps }) =>
  steps.flatMap(({ id, criteria }) =>
    criteria.flatMap((criterion, i) => {
      const below = criteria.find((one) => one.id === criterion.extends);
      const isHigher = below !== undefined && ladder.indexOf(below.level) > ladder.indexOf(criterion.level);
      return isHigher
        ? [
            {
              path: ['steps', id, 'criteria', i, 'extends'],
              what: `${criterion.id} (${criterion.level}) extends ${below.id}, which is ${below.level}`,
              mend: 'The rung below is of the same level or a lower one.',
            },
          ]
        : [];
    }),
  );

export const everyCriterionHasTwoToFourExamples: Law = (caseStudy) =>
  eachCriterion(caseStudy).flatMap(({ path, criterion }) => {
    const { length } = criterion.examples;
    const hasCovered = criterion.examples.some((example) => example.verdict === 'covered');
    if (length < 2 || length > 4)
      return [
        {
          path,
          what: `${criterion.id} has ${counted(length, 'example', 'examples')}; 2 to 4 are expected`,
          mend: 'Write answers as they would be typed, in different registers.',
        },
      ];
    return hasCovered
      ? []
      : [{ path, what: `${criterion.id} has no example that covers it`, mend: 'Add { covered: "…" }.' }];
  });

export const everyStepHasAMisconception: Law = ({ steps }) =>
  steps
    .filter((step) => step.misconceptions.length === 0)
    .map(({ id }) => ({
      path: ['steps', id],
      what: `step ${id} has no misconception`,
      mend: 'Add a belief that is wrong and often heard, with what to say about it.',
    }));

export const frameModelAndServingHaveASecondDesign: Law = ({ steps }) =>
  steps
    .filter(
      (step) =>
        (['frame', 'model', 'serving'] as const).some((id) => id === step.id) && step.secondDesign === undefined,
    )
    .map(({ id }) => ({
      path: ['steps', id],
      what: `step ${id} has no second design`,
      mend: 'Add second_design: a different sound design that passes as well.',
    }));

export const thereAreThreeTwistsEstimatesAndDeepDives: Law = ({ twists, estimates, deepDives }) => [
  ...atLeast(
    3,
    twists.length,
    'twists',
    ['twists'],
    'Add changes of requirement: ten times the traffic, half the latency, a new market.',
  ),
  ...atLeast(
    3,
    estimates.length,
    'estimates',
    ['estimates'],
    'Add back-of-the-envelope questions that a figure answers.',
  ),
  ...atLeast(3, deepDives.length, 'deep dives', ['deep_dives'], 'Add questions with answers at mid, senior and staff.'),
];

export const theDiagramHasAtMostEighteenNodes: Law = ({ diagram }) =>
  diagram.nodes.length <= 18
    ? []
    : [
        {
          path: ['diagram', 'nodes'],
          what: `the diagram has ${diagram.nodes.length} nodes; 18 are the most that can be read`,
          mend: 'Merge boxes that are always drawn together.',
        },
      ];

export const bothLanesHaveNodes: Law = ({ diagram }) =>
  (['training', 'serving'] as const)
    .filter((lane) => !diagram.nodes.some((node) => node.lane === lane))
    .map((lane) => ({
      path: ['diagram', 'nodes'],
      what: `the ${lane} path has no node`,
      mend: 'Draw both paths: how the model is made, and how a request is answered.',
    }));

export const everySourceIsUsed: Law = (caseStudy) => {
  const used = new Set(
    eachCriterion(caseStudy).flatMap(({ criterion }) =>
      criterion.sources.flatMap((id) => [id, id.replace(/[a-z]$/u, '')]),
    ),
  );
  return caseStudy.sources.flatMap(({ id }, i) =>
    used.has(id)
      ? []
      : [
          {
            path: ['sources', i, 'id'],
            what: `no criterion names the source ${id}`,
            mend: 'Name it where it belongs, or leave it out.',
          },
        ],
  );
};

/** Every criterion of the steps, with its path. */
export function eachCriterion({ steps }: CaseStudy): { path: Path; criterion: Criterion }[] {
  return steps.flatMap(({ id, criteria }) =>
    criteria.map((criterion, i) => ({ path: ['steps', id, 'criteria', i, 'id'], criterion })),
  );
}

const leastStaffShare = 0.2;
const mostStaffShare = 0.35;
const ladder: readonly Level[] = ['mid', 'senior', 'staff'];

function atLeast(least: number, count: number, noun: string, path: Path, mend: string): CaseFault[] {
  return count >= least ? [] : [{ path, what: `${noun}: ${count}; ${least} or more are expected`, mend }];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
