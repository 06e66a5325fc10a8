import type { CaseStudy } from '../domain/case-study.ts';
import type { Reading } from '../domain/problem.ts';
import { UserError } from '../errors.ts';
import type { CaseLibrary, World } from '../ports.ts';
import { warnOfProblems } from './problems-text.ts';

/** Runs work on a case; when its file is at fault, every fault is told and the exit code is 1. */
export async function withCase(
  world: World,
  idOrFile: string,
  work: (caseStudy: CaseStudy) => Promise<number>,
): Promise<number> {
  const library = await world.cases();
  const reading = await loadOrPointToFile(world, library, idOrFile);
  if (reading.ok) return work(reading.value);
  warnOfProblems(world, reading.problems);
  return 1;
}

/** An id that is none may be the name of a file in this folder: then its path is the way out. */
async function loadOrPointToFile(world: World, library: CaseLibrary, typed: string): Promise<Reading<CaseStudy>> {
  try {
    return await library.load(typed);
  } catch (error) {
    const file = `./${typed}.yaml`;
    const isUnknown = error instanceof UserError && error.exitCode === 2 && /^[\w-]+$/u.test(typed);
    if (!isUnknown || !(await world.files.exists(file))) throw error;
    const message = `There is no case "${typed}", but there is a file ${file}.`;
    throw new UserError(message, `mlsd practice ${file}`, 2, { cause: error });
  }
}
