import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Setting, SettingName, Settings } from '../ports.ts';
import { atomicWrite } from './atomic-write.ts';
import { configFolder, dataFolder, type Home } from './folders.ts';
import { machineFault } from './machine-fault.ts';
import { readSettingsFile } from './settings-file.ts';

const settingNames: readonly SettingName[] = ['cases', 'sessions', 'editor', 'color', 'width'];

const variables: Readonly<Record<SettingName, string>> = {
  cases: 'MLSD_CASES',
  sessions: 'MLSD_SESSIONS',
  editor: 'MLSD_EDITOR',
  color: 'MLSD_COLOR',
  width: 'MLSD_WIDTH',
};

const abouts: Readonly<Record<SettingName, string>> = {
  cases: 'folder of your own case studies',
  sessions: 'folder of your sessions',
  editor: 'program that Ctrl-O opens while you write an answer',
  color: 'auto, always or never',
  width: 'columns to draw in: auto, or a number from 24 to 500',
};

const folderMode = 0o700;
const fileMode = 0o600;

/** The file of a person's settings. */
export function settingsFileOf(home: Home): string {
  return path.join(configFolder(home), 'config.json');
}

/** The settings: flag before variable before file before default, each with its origin. */
export function createSettings(home: Home, flags: Partial<Record<SettingName, string>> = {}): Settings {
  const file = settingsFileOf(home);
  return {
    file,
    list: () => Promise.resolve().then(() => settingsNow(home, flags)),
    set: async (name, value) => {
      const fault = settingFault(name, value);
      if (fault !== undefined)
        throw new UserError(
          `"${value}" is no value for ${name}: ${fault}.`,
          `mlsd config set ${name} ${exampleOf(name)}`,
          2,
        );
      const kept = { ...readSettingsFile(file), [name]: isFolder(name) ? path.resolve(value) : value };
      try {
        mkdirSync(path.dirname(file), { recursive: true, mode: folderMode });
        await atomicWrite(file, `${JSON.stringify(kept, undefined, 2)}\n`, fileMode);
      } catch (error) {
        throw machineFault(
          error,
          `The settings in ${file} cannot be saved`,
          file,
          'XDG_CONFIG_HOME=<another folder> before the command',
        );
      }
    },
  };
}

/** Every setting as it stands at this moment. */
export function settingsNow(home: Home, flags: Partial<Record<SettingName, string>>): Setting[] {
  const stored = readSettingsFile(settingsFileOf(home));
  return settingNames.map((name) => {
    const about = abouts[name];
    const flag = flags[name];
    if (flag !== undefined) return { name, value: flag, origin: 'flag', about };
    const variable = home.env[variables[name]];
    if (variable !== undefined && variable !== '') return { name, value: variable, origin: 'variable', about };
    const kept = stored[name];
    if (typeof kept === 'string' || typeof kept === 'number')
      return { name, value: String(kept), origin: 'file', about };
    return { name, value: defaultOf(name, home), origin: 'default', about };
  });
}

function defaultOf(name: SettingName, home: Home): string {
  switch (name) {
    case 'cases':
      return path.join(configFolder(home), 'cases');
    case 'sessions':
      return path.join(dataFolder(home), 'sessions');
    case 'editor':
      return home.env['VISUAL'] || home.env['EDITOR'] || (home.platform === 'win32' ? 'notepad' : 'vi');
    default:
      return 'auto';
  }
}

/** Nothing when the value can be used, else what was expected. */
function settingFault(name: SettingName, value: string): string | undefined {
  if (value.trim() === '') return 'it is empty';
  if (name === 'color' && !['auto', 'always', 'never'].includes(value)) return 'auto, always or never is expected';
  if (name === 'width' && value !== 'auto' && readWidth(value) === undefined)
    return 'auto or a number from 24 to 500 is expected';
  return undefined;
}

/** A width in columns, or nothing when it is none. */
export function readWidth(value: string): number | undefined {
  const width = /^\d{2,3}$/u.test(value) ? Number(value) : 0;
  return width >= 24 && width <= 500 ? width : undefined;
}

function isFolder(name: SettingName): boolean {
  return name === 'cases' || name === 'sessions';
}

function exampleOf(name: SettingName): string {
  const examples = { cases: '<folder>', sessions: '<folder>', editor: 'vim', color: 'never', width: '72' };
  return examples[name];
}
