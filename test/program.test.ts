import { describe, expect, it } from 'vitest';
import { commandTable } from '../src/commands/index.ts';
import { UserError } from '../src/errors.ts';
import { helpText, runProgram } from '../src/program.ts';
import { createCommandWorld } from './support/command-world.ts';

async function faultOf(...argv: string[]): Promise<UserError> {
  const { world } = createCommandWorld();
  const error: unknown = await runProgram(argv, world).catch((reason: unknown) => reason);
  if (!(error instanceof UserError)) throw new Error(`no user's fault came of ${argv.join(' ')}: ${String(error)}`);
  return error;
}

async function outputOf(argv: string[], situation = {}): Promise<string> {
  const { world, stdout, stderr } = createCommandWorld({ situation });
  expect(await runProgram(argv, world)).toBe(0);
  expect(stderr()).toBe('');
  return stdout();
}

describe('what cannot be served as typed', () => {
  it.each([
    [['practise', 'youtube-search'], 'There is no command "practise". Did you mean "practice"?'],
    [['xyzzy'], 'There is no command "xyzzy".'],
    [['cases', 'chekc'], 'There is no command "cases chekc". Did you mean "check"?'],
    [['cases', 'chekc', 'a.yaml', '--json'], 'There is no command "cases chekc". Did you mean "check"?'],
    [['sessions', 'remov'], '"mlsd sessions" takes no such word; there is "sessions remove".'],
    [['list', '--jsno'], '"mlsd list" has no option "--jsno". Did you mean "--json"?'],
    [['grade', '--answer=a.md'], '"mlsd grade" has no option "--answer". Did you mean "--answers"?'],
    [['--verison'], '"mlsd" has no option "--verison". Did you mean "--version"?'],
    [['practice', 'x', '--step', 'frame'], '"mlsd practice" has no option "--step". Did you mean "--only"?'],
    [['show'], '"mlsd show" needs <case>.'],
    [['config', 'set', 'width'], '"mlsd config set" needs <value>.'],
    [['grade', '--answers'], 'The option --answers <file> needs a value.'],
    [['export', '--format', 'htm'], '--format takes "md", "html", "json", not "htm". Did you mean "html"?'],
    [['export', '--for', 'boss'], '--for takes "peers", not "boss".'],
    [['list', 'extra'], '"mlsd list" takes no arguments. Put quotes around text with spaces.'],
    [['show', 'a', 'b'], '"mlsd show" takes <case> and no more. Put quotes around text with spaces.'],
  ])('%j is told as a fault', async (argv, message) => {
    const error = await faultOf(...argv);
    expect(error.message).toBe(message);
    expect(error.exitCode).toBe(2);
    expect(error.hint).not.toBe('');
  });
});

describe('--json where there is no data to print', () => {
  it.each([
    [['demo', '--json'], '"mlsd demo" has no option "--json".'],
    [['--json', 'demo'], '"mlsd demo" has no option "--json".'],
    [['practice', 'youtube-search', '--json'], '"mlsd practice" has no option "--json".'],
    [['export', '--json'], '"mlsd export" has no option "--json". Did you mean "--format"?'],
    [['--json'], '"mlsd" has no option "--json".'],
  ])('%j is told as a fault', async (argv, message) => {
    const { world } = createCommandWorld({ situation: { json: true } });
    await expect(runProgram(argv, world)).rejects.toMatchObject({ message, exitCode: 2 });
  });
});

it('a value that is missing is shown in an example with that flag', async () => {
  expect((await faultOf('export', '--blank')).hint).toBe('mlsd export --blank youtube-search --out sheet.md');
});

describe('help', () => {
  it.each([[['--help']], [['-h']], [['help']], [['--plain', '-h']], [['xyzzy', '-h']]])(
    '%j is the help of the program',
    async (argv) => {
      expect(await outputOf(argv)).toBe(helpText());
    },
  );

  it.each([
    [['practice', 'youtube-search', '-h'], 'practice'],
    [['help', 'cases', 'check'], 'cases check'],
    [['cases', 'check', 'a.yaml', '--bogus', '--help'], 'cases check'],
    [['sessions', '-h'], 'sessions'],
    [['cases'], 'cases'],
    [['cases', '-h'], 'cases'],
  ])('%j is the help of one command', async (argv, name) => {
    expect(await outputOf(argv)).toBe(helpText(name));
  });

  it('shows what -h stands for even after a double dash only before it', async () => {
    const error = await faultOf('list', '--', '-h');
    expect(error.message).toContain('takes no arguments');
  });

  it('starts with one line, usage and examples, and names every command', () => {
    const lines = helpText().split('\n');
    expect(lines[0]).toMatch(/^mlsd: .*\.$/u);
    expect(lines[2]).toBe('Usage: mlsd <command> [options]');
    expect(lines[4]).toBe('Examples');
    for (const { name } of commandTable.filter((spec) => spec.name !== 'config list'))
      expect(helpText()).toContain(`  ${name}`);
  });

  it.each([80, 60, 40])('fits %i columns', (columns) => {
    const texts = [undefined, 'cases', ...commandTable.map((spec) => spec.name)].map((name) =>
      helpText(name, { columns, invokedAs: 'mlsd' }),
    );
    for (const line of texts.join('').split('\n')) expect(line.length, line).toBeLessThanOrEqual(columns);
  });

  it('writes examples in the form that works as invoked', () => {
    const text = helpText('practice', { columns: 80, invokedAs: 'npm start --' });
    expect(text).toContain('npm start -- practice youtube-search --only frame');
    expect(text).not.toMatch(/\bmlsd practice/u);
  });
});

describe('mlsd alone', () => {
  it('is the help when nobody sits at a terminal', async () => {
    expect(await outputOf([])).toBe(helpText());
    expect(await outputOf(['--plain', '--no-color'])).toBe(helpText());
  });

  it('tells its version', async () => {
    expect(await outputOf(['--version'])).toBe('0.1.0\n');
    expect(await outputOf(['-V'])).toBe('0.1.0\n');
  });
});

describe('the table of commands', () => {
  it('names each command once', () => {
    const names = commandTable.map((spec) => spec.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(commandTable.map((spec) => [spec.name, spec] as const))(
    '%s has an example that the grammar takes',
    (name, spec) => {
      expect(spec.examples.length).toBeGreaterThan(0);
      for (const example of spec.examples) expect(example).toMatch(new RegExp(`^mlsd ${name}\\b`, 'u'));
    },
  );
});
