import { caseListPage } from '../views/case-list-page.ts';
import type { RunCommand } from './command.ts';
import { jsonText } from './json-text.ts';
import { warnOfProblems } from './problems-text.ts';

/** Lists the case studies; a file of one's own that cannot be read is told beside them. */
export const run: RunCommand = async (_, world) => {
  const library = await world.cases();
  const { cases, problems } = await library.list();
  if (world.situation.json) world.output.write(jsonText({ cases }));
  else world.output.show(caseListPage(cases, world.situation.invokedAs));
  warnOfProblems(world, problems);
  return problems.length > 0 ? 1 : 0;
};
