import { safeLine } from '../render/safe-text.ts';
import type { RunCommand } from './command.ts';
import { jsonText } from './json-text.ts';
import { readSetting } from './read-setting.ts';
import { textArgument } from './typed-words.ts';

/** Prints the value of one setting. */
export const run: RunCommand = async (invocation, world) => {
  const settings = await world.settings();
  const setting = await readSetting(settings, textArgument(invocation, 'name'));
  world.output.write(world.situation.json ? jsonText(setting) : `${safeLine(setting.value)}\n`);
  return 0;
};
