import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newCaseStudy } from '../../src/cases/new-case.ts';
import { readCaseStudy } from '../../src/cases/read-case-study.ts';
import type { CaseStudy, Criterion, Step } from '../../src/domain/case-study.ts';
import { proofs } from '../../src/proof/index.ts';
import { proofMaterial } from '../../src/proof/proof.ts';
import { isWord } from '../support/words.ts';

const skeleton = readFileSync(new URL('../../templates/case-study.yaml', import.meta.url), 'utf8');
const sound = soundCase();

function soundCase(): CaseStudy {
  const reading = readCaseStudy(newCaseStudy('help-search', 'Help search', skeleton), 'help-search.yaml');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}

/** What all proofs say of a case. */
function findings(caseStudy: CaseStudy, otherCases: readonly CaseStudy[] = []): string[] {
  const placeOf = (): { file: string; line: number; column: number } => ({ file: 'x', line: 1, column: 1 });
  const material = proofMaterial({
    caseStudy,
    glossary: { formatVersion: 1, concepts: [] },
    isWord,
    otherCases,
    shipped: true,
    placeOf,
  });
  return proofs.flatMap((proof) => proof(material).map((problem) => problem.what));
}

function withStep(id: Step['id'], change: (step: Step) => Partial<Step>): CaseStudy {
  return { ...sound, steps: sound.steps.map((step) => (step.id === id ? { ...step, ...change(step) } : step)) };
}

function withFirstCriterion(id: Step['id'], change: (criterion: Criterion) => Partial<Criterion>): CaseStudy {
  return withStep(id, ({ criteria }) => ({
    criteria: criteria.map((one, index) => (index === 0 ? { ...one, ...change(one) } : one)),
  }));
}

test('the skeleton for authors passes every proof', () => {
  expect(findings(sound)).toEqual([]);
});

describe('each proof goes red when its truth is broken', () => {
  test.each<[string, CaseStudy, RegExp]>([
    [
      'an example that is graded otherwise',
      withFirstCriterion('clarify', ({ examples }) => ({
        examples: examples.map((one) => ({ ...one, verdict: one.verdict === 'covered' ? 'not-detected' : 'covered' })),
      })),
      /is declared not-detected and graded covered/u,
    ],
    [
      'a simulation that does not exist',
      { ...sound, steps: sound.steps.map((step) => ({ ...step, simulation: { id: 'an', presets: {}, predict: '' } })) },
      /there is no simulation "an"/u,
    ],
    [
      'an element that nothing hits',
      withFirstCriterion('frame', ({ rule }) =>
        rule.form === 'needs'
          ? { rule: { ...rule, because: [...rule.because, { name: 'never', patterns: ['xylophone zeppelin'] }] } }
          : {},
      ),
      /hits the element "never"/u,
    ],
    [
      'a criterion that cannot be covered',
      withFirstCriterion('frame', ({ examples }) => ({
        rule: { form: 'needs', needs: [{ name: 'never', patterns: ['xylophone zeppelin'] }], because: [] },
        examples: examples.slice(0, 0),
      })),
      /nothing shows that .* can be covered/u,
    ],
    [
      'a model answer that fails',
      withStep('frame', () => ({ modelAnswer: 'I would take a good model and train it well.' })),
      /the model answer of "frame" earns/u,
    ],
    [
      'a second design that fails',
      withStep('model', () => ({ secondDesign: 'I would take another good model.' })),
      /the second design of "model" earns/u,
    ],
    [
      'a weak answer that is strong',
      withStep('frame', ({ modelAnswer }) => ({ weakAnswer: modelAnswer })),
      /the weak answer of "frame" earns/u,
    ],
    [
      'keywords that pass as a list',
      withStep('frame', ({ criteria }) => ({
        criteria: ['alpha', 'beta', 'gamma', 'delta'].map((word) => ({
          ...(criteria[0] as Criterion),
          id: word,
          rule: {
            form: 'needs',
            needs: [{ name: 'a', patterns: [`${word}_is_what_we_choose_for_this`] }],
            because: [],
          },
          examples: [],
        })),
      })),
      /the list of all keywords \(1\) of "frame" as an answer/u,
    ],
    [
      'a question that answers itself',
      withStep('frame', ({ modelAnswer }) => ({ question: `${modelAnswer}?` })),
      /the question of "frame" as an answer/u,
    ],
    [
      'two criteria for the same words',
      withStep('frame', ({ criteria }) => ({
        criteria: criteria.flatMap((one) => [one, { ...one, id: `${one.id}-again` }]),
      })),
      /are earned by the same words/u,
    ],
    [
      'a number without a source',
      withStep('frame', ({ modelAnswer }) => ({ modelAnswer: `${modelAnswer} It takes 777 GB.` })),
      /the number "777 gb" is no fact/u,
    ],
  ])('%s', (_, broken, expected) => {
    expect(
      findings(broken).some((what) => expected.test(what)),
      findings(broken).join('\n'),
    ).toBe(true);
  });

  test('a case whose points another case earns', () => {
    expect(
      findings(sound, [{ ...sound, id: 'twin' }]).some((what) => /the model answer of "twin" earns/u.test(what)),
    ).toBe(true);
    expect(
      findings(sound, [
        { ...sound, id: 'twin' },
        { ...sound, id: 'triplet' },
      ]).some((what) => /are earned by two other cases or more/u.test(what)),
    ).toBe(true);
  });

  test('a case of one own is not measured against the others', () => {
    const placeOf = (): { file: string; line: number; column: number } => ({ file: 'x', line: 1, column: 1 });
    const material = proofMaterial({
      caseStudy: sound,
      glossary: { formatVersion: 1, concepts: [] },
      isWord,
      otherCases: [{ ...sound, id: 'twin' }],
      shipped: false,
      placeOf,
    });
    expect(proofs.flatMap((proof) => proof(material))).toEqual([]);
  });
});
