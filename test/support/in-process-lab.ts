import type { Laboratory } from '../../src/ports.ts';
import { createBench } from '../../src/simulations/bench.ts';
import { simulations } from '../../src/simulations/index.ts';
import { runSimulation } from '../../src/simulations/run-simulation.ts';

/** A laboratory without a thread: the same run, in this process. */
export const inProcessLab: Laboratory = {
  run: async (request, onEvent) => {
    const simulation = await simulations.find((one) => one.id === request.id)?.load();
    if (!simulation) throw new Error(`no simulation ${request.id}`);
    const run = runSimulation(
      simulation,
      request,
      createBench(request.seed, () => 0),
    );
    let event = run.next();
    for (; !event.done; event = run.next()) onEvent(event.value);
    return { kind: 'done', result: event.value, notes: [] };
  },
};
