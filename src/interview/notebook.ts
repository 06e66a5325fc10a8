import { isoTime } from '../domain/iso-time.ts';
import type { Session } from '../domain/session.ts';
import type { Clock, SessionStore } from '../ports.ts';

/** The one session of a conversation: each change is saved before the promise settles, in the order of the changes. */
export type Notebook = {
  readonly session: Session;
  note: (change: (session: Session, at: string) => Session) => Promise<void>;
};

/** Opens a notebook on a session; nothing is saved until the first note. */
export function openNotebook(session: Session, store: Pick<SessionStore, 'save'>, clock: Clock): Notebook {
  let current = session;
  let saved: Promise<void> = Promise.resolve();
  return {
    get session() {
      return current;
    },
    note: (change) => {
      const at = isoTime(clock.now());
      current = { ...change(current, at), updatedAt: at };
      const snapshot = current;
      // A save that failed must not keep the next one, which holds everything, from being tried.
      saved = saved.catch(() => undefined).then(() => store.save(snapshot));
      return saved;
    },
  };
}
