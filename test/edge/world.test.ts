import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWorld } from '../../src/edge/world.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mlsd-test-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

function world(argv: string[], env: NodeJS.ProcessEnv = {}) {
  const written: unknown[] = [];
  const stdout = new PassThrough().on('data', (piece) => written.push(piece)) as unknown as NodeJS.WriteStream;
  const stdin = new PassThrough() as unknown as NodeJS.ReadStream;
  const made = createWorld(argv, { env, home, platform: 'linux', stdin, stdout, stderr: new PassThrough() });
  return { ...made, text: () => written.map(String).join('') };
}

describe('world', () => {
  it('keeps sessions where the settings say', async () => {
    expect((await world([]).sessions()).folder).toBe(path.join(home, '.local/share/mlsd/sessions'));
    expect((await world([], { MLSD_SESSIONS: '/elsewhere' }).sessions()).folder).toBe('/elsewhere');
  });

  it('knows its version and that nobody sits at a pipe', () => {
    const { situation } = world(['--debug']);
    expect(situation.version).toMatch(/^\d+\.\d+\.\d+/u);
    expect(situation).toMatchObject({ interactive: false, debug: true, color: false });
  });

  it('refuses to ask where there is no terminal', async () => {
    const prompter = await world([]).prompter();
    await expect(prompter.confirm({ message: 'Sure?', initial: false })).rejects.toMatchObject({
      name: 'UserError',
      exitCode: 2,
    });
  });

  it('draws pages, in order with the text around them', async () => {
    const made = world([]);
    made.output.write('before\n');
    made.output.show([{ kind: 'prose', markdown: 'a page' }]);
    made.output.write('after\n');
    await vi.waitFor(() => expect(made.text()).toBe('before\na page\nafter\n'), { timeout: 5000 });
  });

  it('shows pages on the screen with a line between them', async () => {
    const made = world([]);
    const screen = await made.screen();
    screen.show([{ kind: 'prose', markdown: 'a page' }]);
    screen.clear();
    expect(made.text()).toBe('\na page\n');
    expect(screen.columns).toBe(80);
  });

  it('makes each port once', async () => {
    const made = world([]);
    expect(await made.sessions()).toBe(await made.sessions());
    expect(await made.settings()).toBe(await made.settings());
  });

  it('a flag is the origin of a colour setting', async () => {
    const settings = await (await world(['--no-color']).settings()).list();
    expect(settings.find((one) => one.name === 'color')).toMatchObject({ value: 'never', origin: 'flag' });
  });
});
