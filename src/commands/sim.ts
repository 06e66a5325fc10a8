import { UserError } from '../errors.ts';
import { didYouMean } from '../domain/near-names.ts';
import type { SimulationResult } from '../domain/simulation-result.ts';
import type { World } from '../ports.ts';
import { simulations } from '../simulations/index.ts';
import { partialResult } from '../simulations/run-simulation.ts';
import type { Simulation } from '../simulations/simulation.ts';
import { simulationListPage, simulationAboutPage } from '../views/simulation-list-page.ts';
import { simulationPage } from '../views/simulation-page.ts';
import type { RunCommand } from './command.ts';
import { jsonText } from './json-text.ts';
import { problemsText } from './problems-text.ts';
import { readLabRequest, type LabSettings } from './read-lab-request.ts';
import { runInLab } from './run-in-lab.ts';
import { askPredictions, comparedPage } from './predict.ts';
import { resultCsv } from './result-csv.ts';
import { wordsArgument } from './typed-words.ts';

/** Lists the simulations, explains one, or runs it. */
export const run: RunCommand = async (invocation, world) => {
  const id = invocation.arguments['simulation'];
  if (typeof id !== 'string') return listSimulations(world);
  const simulation = await simulationNamed(id);
  const settings = readLabRequest(simulation, invocation, wordsArgument(invocation, 'parameters'));
  if (settings.explain) {
    if (world.situation.json) world.output.write(jsonText(aboutJson(simulation)));
    else world.output.show(simulationAboutPage(simulation));
    return 0;
  }
  return runSimulationCommand(world, simulation, settings);
};

async function runSimulationCommand(world: World, simulation: Simulation, settings: LabSettings): Promise<number> {
  if (settings.dump !== undefined) return dumpData(world, simulation, settings, settings.dump);
  const guesses = settings.quiz ? await askPredictions(world, simulation, settings.request.params) : [];
  if (guesses === 'left') return interrupted;
  const { outcome, rows } = await runInLab(world, simulation, settings.request);
  if (outcome.kind === 'unreadable') {
    world.output.warn(problemsText(outcome.problems));
    return 1;
  }
  const result = outcome.kind === 'done' ? outcome.result : partialResult(simulation, settings.request, rows);
  for (const note of outcome.kind === 'done' ? outcome.notes : []) world.output.warn(`${note}\n`);
  await showResult(world, simulation, result, settings);
  if (guesses.length > 0 && result.complete) world.output.show(comparedPage(guesses, result));
  return outcome.kind === 'done' ? 0 : interrupted;
}

const interrupted = 130;

/** Writes what the run would draw, so that others can check it with their own tools. */
async function dumpData(world: World, simulation: Simulation, settings: LabSettings, folder: string): Promise<number> {
  if (!simulation.draw)
    throw new UserError(`"${simulation.id}" draws nothing that fits into a file.`, `mlsd sim ${simulation.id}`, 2);
  const { outcome } = await runInLab(world, simulation, settings.request);
  if (outcome.kind !== 'drawn') return interrupted;
  for (const { name, bytes } of outcome.files) {
    const file = `${folder.replace(/\/+$/u, '')}/${name}`;
    await world.files.write(file, bytes, { force: settings.force, makeFolder: true });
    world.output.warn(`Written: ${file}\n`);
  }
  return 0;
}

async function showResult(
  world: World,
  simulation: Simulation,
  result: SimulationResult,
  settings: LabSettings,
): Promise<void> {
  if (world.situation.json) world.output.write(jsonText(result));
  else if (settings.csv) world.output.write(resultCsv(result));
  else world.output.show(simulationPage(result, simulation));
  const [plot] = result.plots;
  if (settings.svg === undefined) return;
  if (!plot) throw new UserError('This result has no plot to draw.', `mlsd sim ${simulation.id}`);
  const { plotSvg } = await import('../render/plot-svg.ts');
  await world.files.write(settings.svg, plotSvg({ kind: 'plot', ...plot }), { force: settings.force });
  world.output.warn(`Drawn: ${settings.svg}\n`);
}

async function simulationNamed(id: string): Promise<Simulation> {
  const entry = simulations.find((one) => one.id === id);
  if (entry) return entry.load();
  const guess = didYouMean(
    id,
    simulations.map((one) => one.id),
  );
  throw new UserError(`There is no simulation "${id}". ${guess}`.trim(), 'mlsd sim', 2);
}

function listSimulations(world: World): number {
  if (world.situation.json)
    world.output.write(
      jsonText({ simulations: simulations.map(({ id, title, question }) => ({ id, title, question })) }),
    );
  else world.output.show(simulationListPage(simulations));
  return 0;
}

function aboutJson({ id, title, question, version, parameters, columns, explain }: Simulation): object {
  return { id, title, question, version, parameters, columns, explain };
}
