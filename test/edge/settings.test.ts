import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configFolder, dataFolder } from '../../src/edge/folders.ts';
import { createSettings } from '../../src/edge/settings.ts';
import type { SettingName } from '../../src/ports.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mlsd-test-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const settings = (env: NodeJS.ProcessEnv = {}, flags: Partial<Record<SettingName, string>> = {}) =>
  createSettings({ env, platform: 'linux', home }, flags);

async function get(name: SettingName, env?: NodeJS.ProcessEnv, flags?: Partial<Record<SettingName, string>>) {
  const found = (await settings(env, flags).list()).find((one) => one.name === name);
  return [found?.value, found?.origin];
}

describe('settings', () => {
  it('flag comes before variable before file before default', async () => {
    const env = { MLSD_COLOR: 'always' };
    expect(await get('color')).toEqual(['auto', 'default']);
    await settings().set('color', 'never');
    expect(await get('color')).toEqual(['never', 'file']);
    expect(await get('color', env)).toEqual(['always', 'variable']);
    expect(await get('color', env, { color: 'never' })).toEqual(['never', 'flag']);
  });

  it.each([
    ['VISUAL', { VISUAL: 'code --wait', EDITOR: 'vim' }, 'code --wait'],
    ['EDITOR', { EDITOR: 'vim' }, 'vim'],
    ['vi', {}, 'vi'],
  ])('the editor is %s', async (_, env, value) => expect(await get('editor', env)).toEqual([value, 'default']));

  it('keeps its file for the owner alone, with keys that it does not know', async () => {
    const { file } = settings();
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, '{"future": 1}');
    await settings().set('width', '72');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ future: 1, width: '72' });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('makes a folder absolute, so that it is the same from everywhere', async () => {
    await settings().set('cases', 'mine');
    expect(await get('cases')).toEqual([path.resolve('mine'), 'file']);
  });

  it.each<[SettingName, string]>([
    ['color', 'blue'],
    ['width', '10'],
    ['width', 'wide'],
    ['editor', ' '],
  ])('%s is never %j', async (name, value) => {
    await expect(settings().set(name, value)).rejects.toMatchObject({ name: 'UserError', exitCode: 2 });
  });

  it.each(['{"width": ', '[]', 'null'])('a file that holds %j is named, with a way out', async (text) => {
    const { file } = settings();
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    await expect(settings().list()).rejects.toMatchObject({ name: 'UserError', hint: `mend or delete ${file}` });
  });
});

describe('folders', () => {
  const at = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}) => ({ platform, env, home: '/home/me' });
  it.each([
    ['linux', {}, '/home/me/.local/share/mlsd', '/home/me/.config/mlsd'],
    ['linux', { XDG_DATA_HOME: '/d', XDG_CONFIG_HOME: '/c' }, '/d/mlsd', '/c/mlsd'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/me/.local/share/mlsd', '/home/me/.config/mlsd'],
    ['darwin', {}, '/home/me/Library/Application Support/mlsd', '/home/me/Library/Application Support/mlsd'],
  ] as const)('%s with %j', (platform, env, data, config) => {
    expect([dataFolder(at(platform, env)), configFolder(at(platform, env))]).toEqual([data, config]);
  });
});
