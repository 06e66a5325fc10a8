import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from './edge/system-clock.ts';
import type { ThreadMessage } from './edge/laboratory.ts';
import { openFile } from './edge/open-file.ts';
import type { LabRequest } from './ports.ts';
import { readOwnData } from './simulations/data/read-own-data.ts';
import { createBench } from './simulations/bench.ts';
import { simulations } from './simulations/index.ts';
import { runSimulation } from './simulations/run-simulation.ts';
import { drawnFiles } from './simulations/data/drawn-files.ts';
import { UnusableData } from './simulations/unusable-data.ts';

/** A thread of the laboratory: runs one simulation and tells what comes. */
async function work(request: LabRequest): Promise<void> {
  const simulation = await simulations.find((one) => one.id === request.id)?.load();
  if (!simulation) throw new RangeError(`there is no simulation "${request.id}"`);
  const data = await readOwnData(request.files, simulation.accepts, request.limit, openFile);
  if (!data.ok) return tell({ kind: 'end', outcome: { kind: 'unreadable', problems: data.problems } });
  const bench = createBench(request.seed, () => systemClock.elapsed(), data.value);
  if (request.drawOnly)
    return tell({ kind: 'end', outcome: { kind: 'drawn', files: drawnFiles(simulation, request, bench) } });
  const run = runSimulation(simulation, request, bench);
  let event = run.next();
  for (; !event.done; event = run.next()) tell({ kind: 'event', event: event.value });
  tell({ kind: 'end', outcome: { kind: 'done', result: event.value, notes: data.value?.notes ?? [] } });
}

function tell(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

work(workerData as LabRequest).catch((error: unknown) => {
  if (error instanceof UnusableData) {
    const where = { file: (workerData as LabRequest).files.join(', '), line: 0, column: 0 };
    const problems = [{ where, what: error.message, mend: error.mend }];
    return tell({ kind: 'end', outcome: { kind: 'unreadable', problems } });
  }
  const { message, hint, exitCode } = error as Error & { hint?: string; exitCode?: 1 | 2 };
  tell({ kind: 'failed', message, ...(hint === undefined ? {} : { hint, exitCode: exitCode ?? 1 }) });
});
