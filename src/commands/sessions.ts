import type { SessionSummary } from '../ports.ts';
import { sessionsPage } from '../views/sessions-page.ts';
import { whenText } from '../views/when-text.ts';
import type { RunCommand } from './command.ts';
import { jsonText } from './json-text.ts';
import { warnOfProblems } from './problems-text.ts';

/** Lists the sessions, newest first; a file that cannot be read is told beside them. */
export const run: RunCommand = async (_, world) => {
  const store = await world.sessions();
  const { sessions, problems } = await store.list();
  if (world.situation.json) world.output.write(jsonText({ folder: store.folder, sessions: sessions.map(sessionJson) }));
  else world.output.show(sessionsPage(sessions, world.situation.invokedAs, (iso) => whenText(iso, world.clock)));
  warnOfProblems(world, problems);
  return problems.length > 0 ? 1 : 0;
};

function sessionJson(session: SessionSummary): object {
  const { id, caseId, caseTitle, mode, state, startedAt, updatedAt, scope, share = null } = session;
  return { id, caseId, caseTitle, mode, state, startedAt, updatedAt, scope, share };
}
