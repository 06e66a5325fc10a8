import type { Session } from '../domain/session.ts';
import { UserError } from '../errors.ts';
import type { SessionStore, World } from '../ports.ts';
import type { Invocation } from './command.ts';
import { findSession } from './find-session.ts';
import { goOn } from './hold-session.ts';
import { newestUnfinished } from './practice.ts';
import { withCase } from './with-case.ts';

/** Goes on where a session was left: the one that is named, else the newest unfinished one. */
export async function run(invocation: Invocation, world: World): Promise<number> {
  const typed = invocation.arguments['session'];
  if (!world.situation.interactive) {
    throw new UserError('resume needs a terminal to type at.', `${world.situation.invokedAs} sessions`, 2);
  }
  const store = await world.sessions();
  await store.checkWritable();
  const session = typeof typed === 'string' ? await named(store, typed) : await newest(world);
  return resumeSession(world, session);
}

/** Goes on with a session, with its case loaded by id or from its own file. */
export async function resumeSession(world: World, session: Session): Promise<number> {
  return withCase(world, session.caseFile ?? session.caseId, (caseStudy) => goOn(world, caseStudy, session.id));
}

async function named(store: SessionStore, typed: string): Promise<Session> {
  return store.load((await findSession(store, typed)).id);
}

async function newest(world: World): Promise<Session> {
  const session = await newestUnfinished(world, (one) => one.mode === 'practice');
  if (session) return session;
  const { invokedAs } = world.situation;
  throw new UserError('There is no unfinished session to go on with.', `${invokedAs} practice youtube-search`, 2);
}
