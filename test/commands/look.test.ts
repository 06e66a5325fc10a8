import { describe, expect, it } from 'vitest';
import { run as list } from '../../src/commands/list.ts';
import { run as show } from '../../src/commands/show.ts';
import { createCommandWorld, type CommandWorldStart } from '../support/command-world.ts';
import { tinyCase } from '../support/tiny-case.ts';

const nothing = { arguments: {}, options: {} };
const problem = {
  where: { file: 'mine.yaml', line: 3, column: 5 },
  what: 'unknown key "titel"',
  mend: 'Did you mean "title"?',
};

async function shown(options: Record<string, string | boolean>, start: CommandWorldStart = {}) {
  const made = createCommandWorld({ cases: [tinyCase], ...start });
  const code = await show({ arguments: { case: 'help-search' }, options }, made.world);
  return { code, ...made };
}

describe('list', () => {
  it('names each case and what to type next', async () => {
    const { world, stdout } = createCommandWorld({ cases: [tinyCase] });
    expect(await list(nothing, world)).toBe(0);
    expect(stdout()).toContain('help-search');
    expect(stdout()).toContain('mlsd practice help-search');
  });

  it('is one document with --json', async () => {
    const { world, stdout } = createCommandWorld({ cases: [tinyCase], situation: { json: true } });
    await list(nothing, world);
    expect(JSON.parse(stdout())).toMatchObject({
      schemaVersion: 1,
      cases: [{ id: 'help-search', minutes: 45, origin: 'built-in' }],
    });
  });

  it('tells a file that cannot be read beside the list, with exit code 1', async () => {
    const { world, stdout, stderr } = createCommandWorld({
      cases: [tinyCase],
      brokenCases: { 'mine.yaml': [problem] },
    });
    expect(await list(nothing, world)).toBe(1);
    expect(stdout()).toContain('help-search');
    expect(stderr()).toBe('mine.yaml:3:5: unknown key "titel". Did you mean "title"?\n');
  });
});

describe('show', () => {
  const model = 'The point of model is to rank articles';

  it('shows brief and questions, and no spoiler', async () => {
    const { code, stdout } = await shown({});
    expect(code).toBe(0);
    expect(stdout()).toContain('You own the help centre');
    expect(stdout()).toContain('What do you do about monitoring');
    for (const spoiler of ['The point of', '40,000', 'Returns a ranked list', 'First hint'])
      expect(stdout()).not.toContain(spoiler);
  });

  it.each([
    [{ modelAnswer: true }, model],
    [{ step: 'model', modelAnswer: true }, model],
    [{ diagram: true }, 'retrieve'],
    [{ sources: true }, 'Own experience'],
  ])('shows with %j what was asked for', async (options, words) => {
    expect((await shown(options)).stdout().replace(/\s+/gu, ' ')).toContain(words);
  });

  it.each(['frame', '2', 'FRAME'])('shows one step for "%s"', async (step) => {
    const { stdout } = await shown({ step });
    expect(stdout()).toContain('What do you do about frame');
    expect(stdout()).not.toContain('What do you do about data');
    expect(stdout()).toContain('mlsd practice help-search --only frame');
  });

  it.each(['frames', '0', '8', ''])('knows no step "%s"', async (step) => {
    await expect(shown({ step })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('There is no step') as string,
    });
  });

  it('is one document with --json, spoilers by flag alone', async () => {
    const situation = { json: true };
    const plain = JSON.parse((await shown({}, { situation })).stdout()) as { steps: object[] };
    expect(plain).toMatchObject({ schemaVersion: 1, id: 'help-search', brief: tinyCase.brief });
    expect(Object.keys(plain.steps[0] ?? {})).toEqual(['id', 'title', 'minutes', 'question']);
    expect(JSON.stringify(plain)).not.toMatch(/40000|diagram|sources|criteria/u);
    const all = await shown({ step: 'model', modelAnswer: true, diagram: true, sources: true }, { situation });
    expect(JSON.parse(all.stdout())).toMatchObject({
      steps: [{ id: 'model', modelAnswer: expect.stringContaining(model) as string }],
      diagram: { title: 'Help-centre search' },
      sources: [{ id: 'own' }],
    });
  });

  it('tells every problem of a case that cannot be read, with exit code 1', async () => {
    const { world, stdout, stderr } = createCommandWorld({
      brokenCases: { 'mine.yaml': [problem, { ...problem, what: 'another' }] },
    });
    expect(await show({ arguments: { case: 'mine.yaml' }, options: {} }, world)).toBe(1);
    expect(stdout()).toBe('');
    expect(stderr().split('\n')).toHaveLength(3);
  });
});
