import { safeLine } from '../render/safe-text.ts';
import type { RunCommand } from './command.ts';
import { readSetting } from './read-setting.ts';
import { textArgument } from './typed-words.ts';

/** Writes one setting to the user's file, and tells when something stronger hides it. */
export const run: RunCommand = async (invocation, world) => {
  const settings = await world.settings();
  const { name } = await readSetting(settings, textArgument(invocation, 'name'));
  const value = textArgument(invocation, 'value');
  await settings.set(name, value);
  world.output.write(`${name} is now "${safeLine(value)}", in ${safeLine(settings.file)}\n`);
  const after = await readSetting(settings, name);
  if (after.origin === 'variable' || after.origin === 'flag') {
    world.output.warn(`At the moment a ${after.origin} decides instead: "${safeLine(after.value)}".\n`);
  }
  return 0;
};
