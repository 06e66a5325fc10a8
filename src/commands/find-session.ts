import { didYouMean } from '../domain/near-names.ts';
import { UserError } from '../errors.ts';
import type { SessionStore, SessionSummary } from '../ports.ts';

/** The session of that id, or of the only id that starts so; the newest one when no id is given. */
export async function findSession(store: SessionStore, id?: string): Promise<SessionSummary> {
  const { sessions } = await store.list();
  const [newest] = sessions;
  if (!newest) throw new UserError('There is no session yet.', 'mlsd practice youtube-search', 2);
  if (id === undefined) return newest;
  const exact = sessions.find((session) => session.id === id);
  if (exact) return exact;
  const starting = id === '' ? [] : sessions.filter((session) => session.id.startsWith(id));
  const [only] = starting;
  if (only && starting.length === 1) return only;
  const ids = sessions.map((session) => session.id);
  const guess = starting.length > 1 ? `${starting.length} ids start so.` : didYouMean(id, ids);
  throw new UserError(`There is no session "${id}". ${guess}`.trim(), 'mlsd sessions', 2);
}
