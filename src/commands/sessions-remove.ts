import { UserError } from '../errors.ts';
import type { SessionSummary, World } from '../ports.ts';
import { safeLine } from '../render/safe-text.ts';
import { standingText } from '../views/sessions-page.ts';
import { whenText } from '../views/when-text.ts';
import type { RunCommand } from './command.ts';
import { findSession } from './find-session.ts';
import { textArgument } from './typed-words.ts';

/** Removes one session for good; asks first, and refuses where nobody can be asked. */
export const run: RunCommand = async (invocation, world) => {
  const store = await world.sessions();
  const session = await findSession(store, textArgument(invocation, 'session'));
  if (invocation.options['yes'] !== true && !(await mayRemove(session, world))) {
    world.output.warn('Nothing was removed.\n');
    return 0;
  }
  const release = await store.lock(session.id);
  await store.remove(session.id).finally(release);
  world.output.write(`Removed ${session.id}.\n`);
  return 0;
};

async function mayRemove(session: SessionSummary, world: World): Promise<boolean> {
  if (!world.situation.interactive) {
    throw new UserError(
      `Removing ${session.id} needs a yes, and there is no terminal to ask at.`,
      `mlsd sessions remove ${session.id} --yes`,
      2,
    );
  }
  const prompter = await world.prompter();
  const which = `${safeLine(session.caseTitle)} (${standingText(session)}, saved ${whenText(session.updatedAt, world.clock)})`;
  const message = `Remove the session of ${which} for good?`;
  const reply = await prompter.confirm({ message, initial: false });
  return reply.kind === 'answered' && reply.value;
}
