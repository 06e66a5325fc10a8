import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { casePlaces } from '../../src/cases/case-places.ts';
import { checkConcepts } from '../../src/cases/check-concepts.ts';
import { checkLaws } from '../../src/cases/check-laws.ts';
import { isCaseId, newCaseStudy } from '../../src/cases/new-case.ts';
import { readCaseStudy } from '../../src/cases/read-case-study.ts';
import { summariseCase } from '../../src/cases/summarise-case.ts';
import { wordCount } from '../../src/cases/text-laws.ts';
import type { CaseStudy, Criterion, Step } from '../../src/domain/case-study.ts';
import { stepIds, type StepGuide } from '../../src/domain/step.ts';
import { edited, smallCase, smallCaseText } from '../support/small-case.ts';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
const guides: StepGuide[] = stepIds.map((id) => ({
  id,
  title: id,
  minutes: 5,
  phase: 'scope',
  purpose: id,
  checklist: [],
  slips: [],
}));

/** The small case, filled up until no law is broken. */
function lawfulCase(): CaseStudy {
  const base = smallCase();
  const [example] = base.steps[1]?.criteria[0]?.examples ?? [];
  const [criterion] = base.steps[1]?.criteria ?? [];
  const [misconception] = base.steps[2]?.misconceptions ?? [];
  if (!criterion || !example || !misconception) throw new Error('the small case has changed');
  const criteria = (id: string): Criterion[] =>
    Array.from({ length: 7 }, (_, i) => ({
      ...criterion,
      id: `${id}-${i}`,
      essential: i < 3,
      level: i > 4 ? 'staff' : 'mid',
      examples: [example, example],
    }));
  const steps: Step[] = base.steps.map((step) => ({
    ...step,
    criteria: criteria(step.id),
    misconceptions: [misconception],
    modelAnswer: words(180),
    secondDesign: words(200),
  }));
  const three = <T>(list: readonly T[]): T[] => [...list, ...list, ...list].slice(0, 3);
  const facts = [...base.facts, ...base.facts, ...base.facts];
  return {
    ...base,
    brief: words(80),
    facts,
    steps,
    twists: three(base.twists),
    estimates: three(base.estimates),
    deepDives: three(base.deepDives),
  };
}

const broken = (caseStudy: CaseStudy): string[] => [
  ...new Set(checkLaws(caseStudy, { steps: guides }).map(({ rule }) => rule)),
];
const inFirst = (change: (step: Step) => Partial<Step>): CaseStudy => {
  const base = lawfulCase();
  return { ...base, steps: base.steps.map((step, i) => (i === 1 ? { ...step, ...change(step) } : step)) };
};
const inFirstCriterion = (change: Partial<Criterion>): CaseStudy =>
  inFirst(({ criteria }) => ({ criteria: criteria.map((one, i) => (i === 0 ? { ...one, ...change } : one)) }));

describe('the laws of the cases that ship', () => {
  it('hold for a case that is complete', () => {
    expect(checkLaws(lawfulCase(), { steps: guides })).toEqual([]);
  });

  it.each<[string, () => CaseStudy]>([
    ['theBriefHasSixtyToOneHundredTwentyWords', () => ({ ...lawfulCase(), brief: words(121) })],
    ['theBriefHasSixtyToOneHundredTwentyWords', () => ({ ...lawfulCase(), brief: words(59) })],
    ['thereAreTwelveFacts', () => ({ ...lawfulCase(), facts: lawfulCase().facts.slice(0, 11) })],
    [
      'someFactsAreOpen',
      () => ({ ...lawfulCase(), facts: lawfulCase().facts.map((fact) => ({ ...fact, open: false })) }),
    ],
    [
      'everyStepHasSixToEightCriteria',
      () => inFirst(({ criteria }) => ({ criteria: [...criteria, ...criteria.slice(3, 5)] })),
    ],
    ['everyStepHasThreeEssentials', () => inFirstCriterion({ essential: false })],
    ['noRungStandsOnAHigherOne', () => inFirstCriterion({ extends: 'frame-6' })],
    ['everyCriterionIsWrittenOut', () => inFirstCriterion({ why: '' })],
    ['everyCriterionHasTwoToFourExamples', () => inFirstCriterion({ examples: [] })],
    ['everyStepHasAMisconception', () => inFirst(() => ({ misconceptions: [] }))],
    ['modelAnswersFitTheirMinutes', () => inFirst(() => ({ modelAnswer: words(201) }))],
    ['modelAnswersFitTheirMinutes', () => inFirst(() => ({ secondDesign: words(201) }))],
    ['thereAreThreeTwistsEstimatesAndDeepDives', () => ({ ...lawfulCase(), twists: [] })],
    ['thereAreThreeTwistsEstimatesAndDeepDives', () => ({ ...lawfulCase(), deepDives: [] })],
    [
      'everySourceIsUsed',
      () => ({
        ...lawfulCase(),
        sources: [...lawfulCase().sources, { id: 'LL-9', title: 't', authors: 'a', venue: 'v' }],
      }),
    ],
    [
      'labelsAreShort',
      () => ({
        ...lawfulCase(),
        diagram: {
          ...lawfulCase().diagram,
          nodes: lawfulCase().diagram.nodes.map((node) => ({ ...node, label: 'x'.repeat(25) })),
        },
      }),
    ],
    [
      'bothLanesHaveNodes',
      () => ({ ...lawfulCase(), diagram: { ...lawfulCase().diagram, nodes: lawfulCase().diagram.nodes.slice(0, 2) } }),
    ],
    [
      'theDiagramHasAtMostEighteenNodes',
      () => ({
        ...lawfulCase(),
        diagram: { ...lawfulCase().diagram, nodes: Array.from({ length: 5 }, () => lawfulCase().diagram.nodes).flat() },
      }),
    ],
  ])('%s', (rule, make) => {
    expect(broken(make())).toEqual([rule]);
  });

  it('say how many criteria and staff rungs a small case lacks, and where', () => {
    const faults = checkLaws(smallCase());
    expect(faults.filter(({ rule }) => rule === 'thereAreFortyFiveCriteria').map(({ what }) => what)).toEqual([
      'criteria in the seven steps: 9; 45 or more are expected',
    ]);
    expect(faults.find(({ rule }) => rule === 'aQuarterOfTheCriteriaAreStaffRungs')?.what).toBe(
      '11 % of the criteria are staff rungs; about a quarter is expected',
    );
    expect(
      faults.filter(({ rule }) => rule === 'frameModelAndServingHaveASecondDesign').map(({ path }) => path.join('.')),
    ).toEqual(['steps.model', 'steps.serving']);
  });

  it('a path of a fault leads to its line', () => {
    const place = casePlaces(smallCaseText, 'small-case.yaml');
    const lines = smallCaseText.split('\n');
    const lineAt = (path: (string | number)[]): string => lines[place(path).line - 1]?.trim() ?? '';
    expect(lineAt(['steps', 'model'])).toBe('model:');
    expect(lineAt(['steps', 'model', 'criteria', 1, 'id'])).toContain('encoder-price');
    expect(lineAt(['steps', 'model', 'criteria', 0, 'nowhere', 3])).toContain('- id: encoder');
  });
});

describe('checkConcepts', () => {
  it('finds concepts that the glossary does not know, wherever patterns stand', () => {
    const text = edited(
      'stay* bag]',
      'stay* <left>]',
      edited('[returned bag]', '[<returned> bag]', edited('[lose* detail]', '[<lost> detail]')),
    );
    const reading = readCaseStudy(text, 'x.yaml');
    const glossary = {
      formatVersion: 1 as const,
      concepts: [{ id: 'left', about: 'x', terms: ['left'], plain: [], blocks: [] }],
    };
    const faults = reading.ok ? checkConcepts(reading.value, glossary) : [];
    expect(faults.map(({ path, what }) => [path.join('.'), what])).toEqual([
      ['steps.data.criteria.0.needs.returned.0', 'the glossary knows no concept <returned>'],
      ['steps.model.criteria.0.options.two.price.loses.0', 'the glossary knows no concept <lost>'],
    ]);
  });
});

describe('newCaseStudy', () => {
  const skeleton = readFileSync(join(import.meta.dirname, '../../templates/case-study.yaml'), 'utf8');

  it.each(['Spam filter', 'Search: the sequel', '"Quoted" & $& #1', 'true', '2026', "It's {{id}}"])(
    'a case called %s reads without a problem',
    (title) => {
      const reading = readCaseStudy(newCaseStudy('spam-filter', title, skeleton), 'spam-filter.yaml');
      expect(reading.ok ? [] : reading.problems).toEqual([]);
      expect(reading.ok && [reading.value.id, reading.value.title]).toEqual([
        'spam-filter',
        title.replace('{{id}}', '{{id}}'),
      ]);
    },
  );

  it('leaves no slot empty, and shows every form of criterion', () => {
    const text = newCaseStudy('spam-filter', 'Spam filter', skeleton);
    expect(text).not.toContain('{{');
    for (const key of [
      'needs:',
      'because:',
      'enough:',
      'options:',
      'price:',
      'asks:',
      'or_states:',
      'figures:',
      'any:',
      'extends:',
    ]) {
      expect(text).toMatch(new RegExp(`^[^#]*${key}`, 'mu'));
    }
  });

  it.each([
    ['spam-filter', true],
    ['2fa', true],
    ['Spam', false],
    ['-spam', false],
    ['spam filter', false],
    ['', false],
  ])('"%s" can be an id: %s', (word, can) => {
    expect(isCaseId(word)).toBe(can);
  });
});

describe('small things', () => {
  it('a summary counts the minutes of a whole round', () => {
    expect(summariseCase(smallCase(), { steps: guides, wrapUpMinutes: 2 })).toEqual({
      id: 'small-case',
      title: 'Lost luggage',
      summary: 'Match reports of lost bags with photos of found ones.',
      difficulty: 'easy',
      tags: ['matching'],
      minutes: 37,
      criteria: 9,
    });
  });

  it.each([
    ['', 0],
    ['one - two, 3 … four.', 4],
    ['recall@20 and 40 ms', 4],
  ])('"%s" has %i words', (text, count) => {
    expect(wordCount(text)).toBe(count);
  });
});
