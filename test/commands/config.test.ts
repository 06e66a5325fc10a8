import { describe, expect, it } from 'vitest';
import { run as get } from '../../src/commands/config-get.ts';
import { run as list } from '../../src/commands/config-list.ts';
import { run as set } from '../../src/commands/config-set.ts';
import type { Setting } from '../../src/ports.ts';
import { createCommandWorld } from '../support/command-world.ts';

const settings: Setting[] = [
  { name: 'cases', value: '/mine', origin: 'variable', about: 'folder of your own case studies' },
  { name: 'width', value: 'auto', origin: 'default', about: 'columns to draw in' },
];

describe('config', () => {
  it('lists values with their origins and the file', async () => {
    const { world, stdout } = createCommandWorld({ settings });
    expect(await list({ arguments: {}, options: {} }, world)).toBe(0);
    for (const words of ['/mine', 'variable', 'default', '/config/config.json']) expect(stdout()).toContain(words);
  });

  it('is one document with --json', async () => {
    const { world, stdout } = createCommandWorld({ settings, situation: { json: true } });
    await list({ arguments: {}, options: {} }, world);
    expect(JSON.parse(stdout())).toEqual({ schemaVersion: 1, file: '/config/config.json', settings });
  });

  it('gets one value, bare for scripts', async () => {
    const { world, stdout } = createCommandWorld({ settings });
    expect(await get({ arguments: { name: 'cases' }, options: {} }, world)).toBe(0);
    expect(stdout()).toBe('/mine\n');
  });

  it('sets one value and says where it is kept', async () => {
    const made = createCommandWorld({ settings });
    expect(await set({ arguments: { name: 'width', value: '72' }, options: {} }, made.world)).toBe(0);
    expect(made.settings()[1]).toMatchObject({ value: '72', origin: 'file' });
    expect(made.stdout()).toBe('width is now "72", in /config/config.json\n');
    expect(made.stderr()).toBe('');
  });

  it('warns when a variable decides instead', async () => {
    const { world, stderr } = createCommandWorld({ settings });
    await set({ arguments: { name: 'cases', value: '/other' }, options: {} }, world);
    expect(stderr()).toBe('At the moment a variable decides instead: "/mine".\n');
  });

  it.each([get, set])('knows no other name', async (run) => {
    const { world } = createCommandWorld({ settings });
    await expect(run({ arguments: { name: 'widht', value: '1' }, options: {} }, world)).rejects.toMatchObject({
      exitCode: 2,
      message: 'There is no setting "widht"; the settings are cases, width. Did you mean "width"?',
    });
  });
});
