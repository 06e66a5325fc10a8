import { describe, expect, it } from 'vitest';
import { run as disputes } from '../../src/commands/disputes.ts';
import { run as sessions } from '../../src/commands/sessions.ts';
import { run as remove } from '../../src/commands/sessions-remove.ts';
import { createCommandWorld, type CommandWorldStart } from '../support/command-world.ts';
import { tinyCase } from '../support/tiny-case.ts';
import { tinySession } from '../support/tiny-session.ts';

const nothing = { arguments: {}, options: {} };
const second = { ...tinySession, id: 'help-search-0103-b4e', state: 'finished' as const, disputes: [] };
const start: CommandWorldStart = { cases: [tinyCase], sessions: [second, tinySession] };

describe('sessions', () => {
  it('lists them and says how to go on', async () => {
    const { world, stdout } = createCommandWorld(start);
    expect(await sessions(nothing, world)).toBe(0);
    expect(stdout()).toContain(second.id);
    expect(stdout()).toContain(`mlsd resume ${tinySession.id}`);
  });

  it('says what each covers and how far it came, in the time of the wall', async () => {
    const { world, stdout } = createCommandWorld({
      sessions: [{ ...tinySession, scope: ['frame'], state: 'open', updatedAt: '2026-01-01T23:30:00.000Z' }],
    });
    const local = (iso: string) => (iso.startsWith('2026-01-01T23:30') ? '2026-01-02T00:30' : iso.slice(0, 16));
    await sessions(nothing, { ...world, clock: { ...world.clock, local } });
    expect(stdout()).toMatch(/frame only, open\s+today 00:30/u);
  });

  it('is one document with --json', async () => {
    const { world, stdout } = createCommandWorld({ ...start, situation: { json: true } });
    await sessions(nothing, world);
    expect(JSON.parse(stdout())).toMatchObject({
      schemaVersion: 1,
      sessions: [{ id: second.id, state: 'finished' }, { id: tinySession.id }],
    });
    expect(stdout()).not.toContain('draft');
  });

  it('tells a file that cannot be read beside them', async () => {
    const problem = {
      where: { file: 'a.json', line: 1, column: 1 },
      what: 'it is cut short',
      mend: 'It was set aside.',
    };
    const { world, stderr } = createCommandWorld({ ...start, sessionProblems: [problem] });
    expect(await sessions(nothing, world)).toBe(1);
    expect(stderr()).toBe('a.json:1:1: it is cut short. It was set aside.\n');
  });
});

describe('sessions remove', () => {
  const removing = async (id: string, more: Partial<CommandWorldStart> = {}, options = {}) => {
    const made = createCommandWorld({ ...start, ...more });
    const code = await remove({ arguments: { session: id }, options }, made.world);
    return { code, left: made.sessions().map((session) => session.id), ...made };
  };

  it('removes after a yes, and nothing after a no', async () => {
    const situation = { interactive: true };
    expect((await removing(second.id, { situation, says: true })).left).toEqual([tinySession.id]);
    const no = await removing(second.id, { situation, says: false });
    expect([no.code, no.left.length, no.stderr()]).toEqual([0, 2, 'Nothing was removed.\n']);
  });

  it('does not ask with --yes', async () => {
    expect((await removing(second.id, {}, { yes: true })).left).toEqual([tinySession.id]);
  });

  it('refuses where nobody can be asked', async () => {
    await expect(removing(second.id)).rejects.toMatchObject({
      exitCode: 2,
      hint: `mlsd sessions remove ${second.id} --yes`,
    });
  });

  it('takes the beginning of an id where only one begins so', async () => {
    expect((await removing('help-search-0103', {}, { yes: true })).left).toEqual([tinySession.id]);
    await expect(removing('help-search', {}, { yes: true })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('2 ids start so') as string,
    });
    await expect(removing('', {}, { yes: true })).rejects.toMatchObject({ exitCode: 2 });
  });

  it('says what is at fault with a file, and offers no other session in its place', async () => {
    const problem = {
      where: { file: '/state/sessions/help-search-0103-b4f.json', line: 0, column: 0 },
      what: 'was written by a newer mlsd (format 7); it was left as it is',
      mend: 'open it with the mlsd that wrote it',
    };
    const more = { sessionProblems: [problem] };
    for (const typed of ['help-search-0103-b4f', 'help-search-0103-b4f.json'.slice(0, -5)])
      await expect(removing(typed, more, { yes: true })).rejects.toMatchObject({
        message: expect.not.stringContaining('Did you mean') as string,
      });
    await expect(removing('help-search-0103', more, { yes: true })).rejects.toThrow('2 ids start so');
  });

  it.each([
    ['help-search-0103-b4f', 'Did you mean "help-search-0103-b4e"'],
    ['zzz', 'There is no session "zzz".'],
  ])('knows no session "%s"', async (id, words) => {
    await expect(removing(id, {}, { yes: true })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(words) as string,
    });
  });
});

describe('disputes', () => {
  it('shows both verdicts, the sentence and the plain sentence of the criterion', async () => {
    const { world, stdout } = createCommandWorld(start);
    expect(await disputes(nothing, world)).toBe(0);
    for (const words of ['not detected', 'covered', 'I rank the articles.', 'Retrieves first and ranks second.']) {
      expect(stdout()).toContain(words);
    }
  });

  it('is one document with --json', async () => {
    const { world, stdout } = createCommandWorld({ ...start, situation: { json: true } });
    await disputes(nothing, world);
    expect(JSON.parse(stdout())).toMatchObject({
      schemaVersion: 1,
      disputes: [
        {
          case: 'help-search',
          session: tinySession.id,
          criterion: 'two-stages',
          automatic: 'not-detected',
          claimed: 'covered',
        },
      ],
    });
  });

  it('says so when there is none', async () => {
    const { world, stdout } = createCommandWorld({ sessions: [second] });
    expect(await disputes(nothing, world)).toBe(0);
    expect(stdout()).toMatch(/No verdict was disputed/u);
  });
});
