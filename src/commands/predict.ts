import type { SimulationVisit } from '../domain/session.ts';
import { UserError } from '../errors.ts';
import { readGuess } from '../domain/read-guess.ts';
import type { ParameterValues, SimulationResult } from '../domain/simulation-result.ts';
import type { Page } from '../page.ts';
import type { World } from '../ports.ts';
import type { Prediction, Simulation } from '../simulations/simulation.ts';
import { predictionsBlocks } from '../views/predictions-blocks.ts';

export type Guess = { prediction: Prediction; guessed: number };

/** Asks for the predictions of a simulation before it runs; an empty line leaves one out. */
export async function askPredictions(
  world: World,
  simulation: Simulation,
  params: ParameterValues,
): Promise<Guess[] | 'left'> {
  if (!world.situation.interactive)
    throw new UserError('--quiz asks at a terminal, and there is none.', `mlsd sim ${simulation.id}`, 2);
  world.output.show([
    { kind: 'heading', level: 1, text: simulation.title },
    { kind: 'prose', markdown: `${simulation.question} Predict first: a number each, or Enter to leave one out.` },
  ]);
  const prompter = await world.prompter();
  const guesses: Guess[] = [];
  for (const prediction of simulation.predictions) {
    const unit = prediction.unit ? ` (${prediction.unit})` : '';
    const reply = await prompter.line({ message: `${prediction.ask(params)}${unit}` });
    if (reply.kind === 'left') return 'left';
    const guessed = reply.kind === 'answered' ? readGuess(reply.value) : undefined;
    if (guessed !== undefined) guesses.push({ prediction, guessed });
  }
  return guesses;
}

/** Each guess beside what came out. */
export function comparedPage(guesses: readonly Guess[], result: SimulationResult): Page {
  const predictions = guesses.map(({ prediction, guessed }): SimulationVisit['predictions'][number] => ({
    question: prediction.ask(result.params),
    unit: prediction.unit,
    guessed,
    found: prediction.answer(result.rows, result.params) ?? null,
  }));
  return predictionsBlocks(predictions);
}
