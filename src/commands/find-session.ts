import { didYouMean } from '../domain/near-names.ts';
import type { Problem } from '../domain/problem.ts';
import { UserError } from '../errors.ts';
import type { SessionStore, SessionSummary } from '../ports.ts';

/** The session of that id, or of the only id that starts so; the newest one when no id is given. */
export async function findSession(store: SessionStore, id?: string): Promise<SessionSummary> {
  const { sessions, problems } = await store.list();
  if (id === undefined) {
    const [newest] = sessions;
    if (newest) return newest;
    throw new UserError('There is no session yet.', 'mlsd practice youtube-search', 2);
  }
  const unreadable = problems.map(idOfFile);
  const ids = [...sessions.map((session) => session.id), ...unreadable];
  const meant = ids.includes(id) ? [id] : id === '' ? [] : ids.filter((one) => one.startsWith(id));
  const [only] = meant;
  if (only === undefined) {
    const fault = await fileFault(store, id);
    if (fault) throw fault;
  } else if (meant.length === 1) {
    const found = sessions.find((session) => session.id === only);
    if (found) return found;
    throw (await fileFault(store, only)) ?? new UserError(`The session "${only}" cannot be read.`, 'mlsd sessions');
  }
  const guess = meant.length > 1 ? `${meant.length} ids start so.` : didYouMean(id, ids);
  throw new UserError(`There is no session "${id}". ${guess}`.trim(), 'mlsd sessions', 2);
}

/** What is at fault with the file of a session: never a reason to offer another one in its place. */
async function fileFault(store: SessionStore, id: string): Promise<UserError | undefined> {
  try {
    await store.load(id);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.exitCode === 1 ? error : undefined;
    throw error;
  }
}

function idOfFile({ where }: Problem): string {
  return (where.file.split(/[/\\]/u).at(-1) ?? '').replace(/\.json$/u, '');
}
