import type { Dispute, Session } from '../domain/session.ts';
import type { CaseLibrary } from '../ports.ts';
import { disputesPage, type DisputeRow } from '../views/disputes-page.ts';
import { whenText } from '../views/when-text.ts';
import type { RunCommand } from './command.ts';
import { jsonText } from './json-text.ts';
import { warnOfProblems } from './problems-text.ts';

/** Shows the verdicts that the candidate held to be wrong, newest first. */
export const run: RunCommand = async (_, world) => {
  const store = await world.sessions();
  const { sessions, problems } = await store.list();
  const loaded = await Promise.all(sessions.map((session) => store.load(session.id)));
  const disputes = loaded
    .flatMap((session) => session.disputes.map((dispute) => ({ session, dispute })))
    .sort((a, b) => b.dispute.at.localeCompare(a.dispute.at));
  if (world.situation.json) {
    const rows = disputes.map(({ session, dispute }) => ({ case: session.caseId, session: session.id, ...dispute }));
    world.output.write(jsonText({ disputes: rows }));
  } else {
    const rows = await withSentences(await world.cases(), disputes);
    world.output.show(disputesPage(rows, (iso) => whenText(iso, world.clock)));
  }
  warnOfProblems(world, problems);
  return problems.length > 0 ? 1 : 0;
};

/** Adds the plain sentence of each criterion, where its case is one of the listed ones and still has it. */
async function withSentences(library: CaseLibrary, disputes: readonly Disputed[]): Promise<DisputeRow[]> {
  const { cases } = await library.list();
  const known = cases.map((one) => one.id).filter((id) => disputes.some(({ session }) => session.caseId === id));
  const readings = await Promise.all(known.map((id) => library.load(id)));
  const sound = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  return disputes.map(({ session, dispute }) => {
    const step = sound.find((one) => one.id === session.caseId)?.steps.find((one) => one.id === dispute.step);
    const says = step?.criteria.find((one) => one.id === dispute.criterion)?.says;
    return { dispute, caseTitle: session.caseTitle, says };
  });
}

type Disputed = { session: Session; dispute: Dispute };
