import { existsSync, readFileSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { machineFault, systemCode } from './machine-fault.ts';

/** What the settings file holds, keys that are not known included. */
export type StoredSettings = Readonly<Record<string, unknown>>;

/** Reads the settings file; one that is not there holds nothing. */
export function readSettingsFile(file: string): StoredSettings {
  if (!existsSync(file)) return {};
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return {};
    throw machineFault(error, `The settings in ${file} cannot be read`, file);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as StoredSettings;
  } catch (error) {
    throw notSettings(file, error);
  }
  throw notSettings(file, undefined);
}

/** The same, where a broken file must not keep the program from saying so later. */
export function settingsFileIfSound(file: string): StoredSettings {
  try {
    return readSettingsFile(file);
  } catch (error) {
    if (error instanceof UserError) return {};
    throw error;
  }
}

function notSettings(file: string, cause: unknown): UserError {
  const message = `The settings in ${file} are not JSON as expected: {"width": "72"}.`;
  return new UserError(message, `mend or delete ${file}`, 1, { cause });
}
