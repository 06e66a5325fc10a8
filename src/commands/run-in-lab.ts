import type { ResultRow } from '../domain/simulation-result.ts';
import type { LabOutcome, LabRequest, World } from '../ports.ts';
import type { Simulation } from '../simulations/simulation.ts';

const worthABar = 2;
const barWidth = 24;

/** Runs a simulation in its thread, with a bar on standard error where it will take more than two seconds. */
export async function runInLab(
  world: World,
  simulation: Simulation,
  request: LabRequest,
): Promise<{ outcome: LabOutcome; rows: readonly ResultRow[] }> {
  const laboratory = await world.laboratory();
  const seconds = estimate(simulation, request);
  const rows: ResultRow[] = [];
  const started = world.clock.elapsed();
  const draw = (share: number): void => {
    if (seconds < worthABar) return;
    const passed = (world.clock.elapsed() - started) / 1000;
    const left = share > 0.05 ? (passed / share) * (1 - share) : Math.max(0, seconds - passed);
    const filled = Math.round(share * barWidth);
    world.output.progress?.(
      `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}] about ${Math.ceil(left)} s left · Ctrl-C shows what is finished`,
    );
  };
  draw(0);
  const outcome = await laboratory.run(request, (event) => {
    if (event.kind === 'row') rows.push(event.row);
    else draw(event.share);
  });
  if (seconds >= worthABar) world.output.progress?.('');
  return { outcome, rows };
}

/** Seconds on two cores, of every run of a sweep together. */
function estimate(simulation: Simulation, { params, sweep }: LabRequest): number {
  const values = sweep ? sweep.values.map((value) => ({ ...params, [sweep.name]: value })) : [params];
  return values.reduce((sum, one) => sum + simulation.estimateSeconds(one), 0);
}
