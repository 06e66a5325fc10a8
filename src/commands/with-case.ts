import type { CaseStudy } from '../domain/case-study.ts';
import type { World } from '../ports.ts';
import { warnOfProblems } from './problems-text.ts';

/** Runs work on a case; when its file is at fault, every fault is told and the exit code is 1. */
export async function withCase(
  world: World,
  idOrFile: string,
  work: (caseStudy: CaseStudy) => Promise<number>,
): Promise<number> {
  const library = await world.cases();
  const reading = await library.load(idOrFile);
  if (reading.ok) return work(reading.value);
  warnOfProblems(world, reading.problems);
  return 1;
}
