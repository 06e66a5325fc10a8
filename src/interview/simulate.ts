import { latestAttempt, type SimulationVisit } from '../domain/session.ts';
import { presetsOf, valuesOf, type Preset } from '../domain/simulation-presets.ts';
import type { ParameterValues, SimulationResult } from '../domain/simulation-result.ts';
import type { StepId } from '../domain/step.ts';
import type { StepSimulation } from '../ports.ts';
import { readGuess } from '../domain/read-guess.ts';
import { presetsPage } from '../views/presets-page.ts';
import { predictionsBlocks } from '../views/predictions-blocks.ts';
import { briefSimulationPage } from '../views/simulation-page.ts';
import { caseStep, noteWork, remark, sessionOf, workAt, type Desk } from './desk.ts';
import { askLine, pick, type Leave } from './reply.ts';

const seed = 1;

/**
 * The simulation that belongs to a step: its numbers are set from the answer and the case and can be corrected, the
 * candidate predicts, it runs, and the candidate says what it changes. The result is kept before that is asked.
 */
export async function runStepSimulation(desk: Desk, step: StepId): Promise<Leave | undefined> {
  const named = caseStep(desk, step).simulation;
  const simulation = named && (await desk.lab?.(named.id));
  if (!named || !simulation) {
    remark(desk, 'No simulation belongs to this step.');
    return undefined;
  }
  const work = workAt(desk, step);
  const answer = latestAttempt(work)?.text ?? work.draft;
  const params = await settle(
    desk,
    simulation,
    named.predict,
    presetsOf(simulation.parameters, named.presets, desk.caseStudy.facts, answer),
  );
  if (params === 'not-now') return undefined;
  if ('kind' in params && params.kind === 'left') return params as Leave;
  return predictAndRun(desk, step, simulation, params as ParameterValues);
}

/** One screen with the numbers, until they are right. */
async function settle(
  desk: Desk,
  simulation: StepSimulation,
  predict: string,
  start: readonly Preset[],
): Promise<ParameterValues | Leave | 'not-now'> {
  let presets = start;
  for (;;) {
    desk.screen.show(presetsPage(simulation, predict, presets));
    const picked = await pick<'run' | 'set' | 'not-now'>(desk.prompter, {
      message: 'With these numbers?',
      choices: [
        { name: 'predict and run', value: 'run', key: 'r' },
        { name: 'set a number', value: 'set', key: 's' },
        { name: 'not now', value: 'not-now', key: 'n' },
      ],
    });
    if (picked.kind === 'left') return picked;
    if (picked.value === 'run') return valuesOf(presets);
    if (picked.value === 'not-now') return 'not-now';
    const line = await askLine(desk.prompter, 'Name and value, for example d 128');
    if (line.kind === 'left') return { kind: 'left', by: line.by };
    presets = withTyped(desk, simulation, presets, line.text);
  }
}

function withTyped(
  desk: Desk,
  simulation: StepSimulation,
  presets: readonly Preset[],
  typed: string,
): readonly Preset[] {
  const [name = '', value = ''] = typed
    .trim()
    .replace(/^--/u, '')
    .split(/[\s=]+(.*)/su);
  if (!presets.some((one) => one.name === name)) {
    remark(
      desk,
      `There is no number called "${name}". They are: ${presets.map((one) => one.name).join(', ')}.`,
      'warning',
    );
    return presets;
  }
  const read = simulation.read(name, value);
  if (!read.ok) {
    remark(desk, `${read.what}.`, 'warning');
    return presets;
  }
  return presets.map((one) => (one.name === name ? { ...one, value: read.value, from: 'answer' as const } : one));
}

async function predictAndRun(
  desk: Desk,
  step: StepId,
  simulation: StepSimulation,
  params: ParameterValues,
): Promise<Leave | undefined> {
  const guesses: (number | undefined)[] = [];
  for (const prediction of simulation.predictions) {
    const unit = prediction.unit === '' ? '' : ` (${prediction.unit})`;
    const line = await askLine(desk.prompter, `${prediction.ask(params)}${unit}`);
    if (line.kind === 'left') return { kind: 'left', by: line.by };
    guesses.push(readGuess(line.text));
  }
  remark(desk, 'It runs; Ctrl-C stops it.');
  const outcome = await simulation.run(params, seed);
  if (outcome.kind !== 'done') {
    remark(desk, 'Stopped; nothing was kept.');
    return undefined;
  }
  const visit = visitOf(simulation, params, guesses, outcome.result, desk);
  desk.screen.show([
    ...briefSimulationPage(outcome.result, simulation.title, desk.invokedAs),
    ...predictionsBlocks(visit.predictions),
  ]);
  await noteVisit(desk, step, visit);
  return askChange(desk, step, visit);
}

function visitOf(
  simulation: StepSimulation,
  params: ParameterValues,
  guesses: readonly (number | undefined)[],
  result: SimulationResult,
  { notebook }: Desk,
): SimulationVisit {
  const predictions = simulation.predictions.flatMap(({ ask, unit, answer }, i) => {
    const guessed = guesses[i];
    return guessed === undefined
      ? []
      : [{ question: ask(params), unit, guessed, found: answer(result.rows, params) ?? null }];
  });
  const { claim, price } = result;
  return {
    sim: simulation.id,
    title: simulation.title,
    at: notebook.session.updatedAt,
    seed,
    params,
    predictions,
    claim,
    price,
    change: '',
  };
}

async function noteVisit(desk: Desk, step: StepId, visit: SimulationVisit): Promise<void> {
  const before = workAt(desk, step).simulations ?? [];
  await noteWork(desk, step, { simulations: [...before, visit] });
}

/** The words go into the session and the answer sheet; an empty line leaves them out. */
async function askChange(desk: Desk, step: StepId, visit: SimulationVisit): Promise<Leave | undefined> {
  const line = await askLine(desk.prompter, 'What would you now change in your answer?');
  const change = line.kind === 'typed' ? line.text : line.draft;
  const before = sessionOf(desk).steps[step]?.simulations ?? [];
  await noteWork(desk, step, { simulations: [...before.slice(0, -1), { ...visit, change: change.trim() }] });
  return line.kind === 'left' ? { kind: 'left', by: line.by } : undefined;
}
