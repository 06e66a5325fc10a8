import { describe, expect, test } from 'vitest';
import type { CaseStudy } from '../../src/domain/case-study.ts';
import type { SimulationResult } from '../../src/domain/simulation-result.ts';
import type { LabOutcome, StepLab } from '../../src/ports.ts';
import type { Move } from '../support/scripted-ports.ts';
import { walkCase } from '../support/walk-case.ts';
import { walk } from '../support/walk-desk.ts';

const scope = ['serving'] as const;
const caseStudy: CaseStudy = {
  ...walkCase,
  facts: [...walkCase.facts, { id: 'items', topic: 'how many', asked: [], value: 800, answer: '800.', open: false }],
  steps: walkCase.steps.map((step) =>
    step.id === 'serving'
      ? { ...step, simulation: { id: 'toy', presets: { n: 'items' }, predict: 'Guess the loss first.' } }
      : step,
  ),
};

/** A laboratory that knows one simulation: its recall is a hundredth of its dimension. */
function labOf(seen: unknown[], outcome?: LabOutcome): StepLab {
  return (id) =>
    Promise.resolve(
      id !== 'toy'
        ? undefined
        : {
            id,
            title: 'A toy',
            question: 'What is lost?',
            parameters: [
              { kind: 'number', name: 'n', about: 'items', default: 10, from: 1, to: 1e9, whole: true },
              {
                kind: 'number',
                name: 'd',
                about: 'dimension',
                default: 32,
                from: 4,
                to: 256,
                whole: true,
                said: { after: ['dimensional', 'dimensions', 'd'] },
              },
            ],
            predictions: [
              {
                ask: ({ d }) => `What is the recall at d ${String(d)}?`,
                unit: '%',
                answer: (rows) => Number(rows[0]?.['recall']),
              },
            ],
            read: (_, typed) =>
              Number.isFinite(Number(typed)) && typed !== ''
                ? { ok: true, value: Number(typed) }
                : { ok: false, what: `"${typed}" is no number` },
            run: (params, seed) => {
              seen.push({ params, seed });
              return Promise.resolve(outcome ?? { kind: 'done', result: resultOf(Number(params['d'])), notes: [] });
            },
          },
    );
}

function resultOf(d: number): SimulationResult {
  return {
    schemaVersion: 1,
    sim: 'toy',
    version: 1,
    seed: 1,
    kernel: 'js',
    params: { n: 800, d },
    columns: [{ key: 'recall', title: 'Recall' }],
    rows: [{ recall: d / 100 }],
    plots: [],
    claim: `Recall is ${d / 100}.`,
    price: 'It costs memory.',
    costUnit: '',
    conventions: {},
    doesNotModel: [],
    sources: [],
    timings: {},
    complete: true,
  };
}

const begun: Move[] = [{ answer: 'covered-serving-a. We keep 128-dimensional vectors.' }, { choose: 'simulation' }];

describe('the simulation of a step', () => {
  test('starts with the numbers of the case and of the answer, and asks for the prediction first', async () => {
    const seen: unknown[] = [];
    const { screen, prompter } = await walk(
      [...begun, { choose: 'run' }, { line: '1.5' }, { line: 'More bits.' }, { choose: 'go-on' }],
      { scope, caseStudy, lab: labOf(seen) },
    );
    expect(seen).toEqual([{ params: { n: 800, d: 128 }, seed: 1 }]);
    expect(prompter.prompted.flatMap((one) => (one.kind === 'line' ? [one.message] : []))).toEqual([
      'What is the recall at d 128? (%)',
      'What would you now change in your answer?',
    ]);
    expect(screen.text()).toContain('Guess the loss first.');
    expect(screen.text()).toContain('your answer');
    expect(screen.text()).toContain('Recall is 1.28.');
  });

  test('prediction, result and what is to change go into the session', async () => {
    const { session } = await walk(
      [...begun, { choose: 'run' }, { line: '1.5' }, { line: ' More bits. ' }, { choose: 'go-on' }],
      { scope, caseStudy, lab: labOf([]) },
    );
    expect(session.steps.serving?.simulations).toMatchObject([
      {
        sim: 'toy',
        params: { n: 800, d: 128 },
        predictions: [{ question: 'What is the recall at d 128?', unit: '%', guessed: 1.5, found: 1.28 }],
        claim: 'Recall is 1.28.',
        change: 'More bits.',
      },
    ]);
  });

  test('a number is corrected on its screen; a wrong one is refused in words', async () => {
    const seen: unknown[] = [];
    const { screen } = await walk(
      [
        ...begun,
        { choose: 'set' },
        { line: 'd 64' },
        { choose: 'set' },
        { line: 'size 3' },
        { choose: 'set' },
        { line: 'd many' },
        { choose: 'run' },
        { line: '' },
        { line: '' },
        { choose: 'go-on' },
      ],
      { scope, caseStudy, lab: labOf(seen) },
    );
    expect(seen).toEqual([{ params: { n: 800, d: 64 }, seed: 1 }]);
    expect(screen.text()).toMatch(/There is no number called .{1,2}size/u);
    expect(screen.text()).toMatch(/many.{1,2} is no number/u);
  });

  test('what was found is kept when the person leaves before saying what changes', async () => {
    const { session, end } = await walk(
      [...begun, { choose: 'run' }, { line: '2' }, { leave: 'SIGINT', draft: 'half' }],
      {
        scope,
        caseStudy,
        lab: labOf([]),
      },
    );
    expect(end).toEqual({ kind: 'left', by: 'SIGINT' });
    expect(session.steps.serving?.simulations?.[0]).toMatchObject({ claim: 'Recall is 1.28.', change: 'half' });
  });

  test('a run that was stopped keeps nothing, and the menu comes back', async () => {
    const { session, screen } = await walk([...begun, { choose: 'run' }, { line: '2' }, { choose: 'go-on' }], {
      scope,
      caseStudy,
      lab: labOf([], { kind: 'stopped' }),
    });
    expect(session.steps.serving?.simulations).toBeUndefined();
    expect(screen.text()).toContain('nothing was kept');
  });

  test('is offered only where the case names one, and :sim says so', async () => {
    const { prompter, screen } = await walk(
      [{ command: 'sim', draft: 'so far' }, { answer: 'covered-frame-a.' }, { choose: 'go-on' }],
      { scope: ['frame'], caseStudy, lab: labOf([]) },
    );
    expect(screen.text()).toContain('No simulation belongs to this step.');
    for (const one of prompter.prompted) if (one.kind === 'choose') expect(one.values).not.toContain('simulation');
  });

  test('from the editor with :sim; the draft stays', async () => {
    const { session, prompter } = await walk(
      [
        { command: 'sim', draft: 'We keep 256 dimensions.' },
        { choose: 'run' },
        { line: '3' },
        { line: 'Nothing.' },
        { leave: 'SIGINT' },
      ],
      { scope, caseStudy, lab: labOf([]) },
    );
    const editors = prompter.prompted.filter((one) => one.kind === 'answer');
    expect(editors.map((one) => one.draft)).toEqual(['', 'We keep 256 dimensions.']);
    expect(session.steps.serving?.simulations?.[0]?.params).toEqual({ n: 800, d: 256 });
  });
});
