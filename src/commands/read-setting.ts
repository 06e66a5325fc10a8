import { didYouMean } from '../domain/near-names.ts';
import { UserError } from '../errors.ts';
import type { Setting, Settings } from '../ports.ts';

/** The setting of that name, as it stands with its origin; an unknown name is told with near ones. */
export async function readSetting(settings: Settings, name: string): Promise<Setting> {
  const all = await settings.list();
  const found = all.find((setting) => setting.name === name);
  if (found) return found;
  const names = all.map((setting) => setting.name);
  const fault = `There is no setting "${name}"; the settings are ${names.join(', ')}.`;
  throw new UserError(`${fault} ${didYouMean(name, names)}`.trim(), 'mlsd config list', 2);
}
