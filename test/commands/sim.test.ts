import { describe, expect, test } from 'vitest';
import { run } from '../../src/commands/sim.ts';
import { UserError } from '../../src/errors.ts';
import type { LabOutcome, LabRequest } from '../../src/ports.ts';
import { simulationIds } from '../../src/simulations/ids.ts';
import { simulations } from '../../src/simulations/index.ts';
import { createCommandWorld, type CommandWorldStart } from '../support/command-world.ts';
import { inProcessLab } from '../support/in-process-lab.ts';

const small = ['--n-current', '200', '--features', '3'];

async function sim(
  words: readonly string[],
  options: Record<string, string | boolean | readonly string[]> = {},
  start: CommandWorldStart = {},
) {
  const world = createCommandWorld(start);
  const [simulation, ...parameters] = words;
  const code = await run({ arguments: { simulation, parameters }, options }, world.world);
  return { code, out: world.stdout(), err: world.stderr(), files: world.files };
}

/** The fault of a command line that cannot be served. */
async function fault(words: readonly string[], options: Record<string, string | boolean | readonly string[]> = {}) {
  try {
    await sim(words, options);
  } catch (error) {
    if (error instanceof UserError) return `${error.message} Try: ${error.hint} (${error.exitCode})`;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('mlsd sim', () => {
  test('lists every simulation with its question', async () => {
    const { out } = await sim([]);
    for (const { id, question } of simulations) {
      expect(out).toContain(id);
      expect(out.replace(/\s+/gu, ' ')).toContain(question.split(' ').slice(0, 5).join(' '));
    }
  });

  test('what the list says is what the simulation says, and no two parameters differ by case only', async () => {
    expect(simulations.map((one) => one.id)).toEqual(simulationIds);
    for (const entry of simulations) {
      const { id, title, question, parameters } = await entry.load();
      expect({ id, title, question }).toEqual({ id: entry.id, title: entry.title, question: entry.question });
      const names = parameters.map((one) => one.name);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]*$/u);
    }
  });

  test('explains one, with its flags and defaults', async () => {
    const { out } = await sim(['drift'], { explain: true });
    expect(out).toContain('--n-current');
    expect(out).toContain('Parameters');
  });

  test('prints the table, the claim and what is not modelled', async () => {
    const { code, out } = await sim(['drift', ...small]);
    expect(code).toBe(0);
    for (const words of ['PSI', 'The price.', 'Does not model', 'Seed 1']) expect(out).toContain(words);
  });

  test('as JSON and as CSV the same rows', async () => {
    const json = JSON.parse((await sim(['drift', ...small], {}, { situation: { json: true } })).out) as {
      rows: Record<string, unknown>[];
      params: Record<string, unknown>;
    };
    expect(json.params).toMatchObject({ 'n-current': 200, features: 3 });
    const csv = (await sim(['drift', ...small], { csv: true })).out.trimEnd().split('\r\n');
    expect(csv).toHaveLength(json.rows.length + 1);
  });

  test('a sweep puts its parameter into the first column', async () => {
    const { out } = await sim(['drift', '--features', '3'], { csv: true, sweep: 'n-current=100,200' });
    expect(out.split('\r\n')[0]).toMatch(/^n-current,/u);
    expect(out).toMatch(/^100,/mu);
    expect(out).toMatch(/^200,/mu);
  });

  test('draws its first plot into a file, and never over another', async () => {
    const { files } = await sim(['drift', ...small], { svg: 'plot.svg' });
    expect(files['plot.svg']).toMatch(/^<svg /u);
  });
});

describe('what cannot be served', () => {
  test.each([
    [['drfit'], {}, 'There is no simulation "drfit". Did you mean "drift"?'],
    [['drift', '--n-curent', '5'], {}, 'has no parameter "--n-curent". Did you mean "--n-current"?'],
    [['drift', '--bins', '1000000000'], {}, '--bins is "1000000000"; expected'],
    [['drift', '--bins', 'NaN'], {}, '--bins is "NaN"; expected a number'],
    [['drift', '--bins'], {}, '--bins needs a value.'],
    [['drift', '--bins', '--shift', '1'], {}, '--bins needs a value.'],
    [['drift', 'ten'], {}, '"ten" stands alone'],
    [['drift'], { seed: '-1' }, '--seed is "-1"; expected 0 to'],
    [['drift'], { seed: '1.5' }, '--seed is "1.5"; expected a whole number'],
    [['drift'], { sweep: 'bins=0..5' }, 'in --sweep, --bins is "0"'],
    [['drift'], { json: true, csv: true }, 'exclude each other'],
    [['drift'], { data: ['a.csv', 'b.csv', 'c.csv'] }, 'takes two files, not 3'],
    [['retrain'], { data: ['a.csv'] }, 'takes no data of your own'],
    [['drift'], { quiz: true }, '--quiz asks at a terminal'],
  ] as const)('%j %j', async (words, options, expected) => {
    const said = await fault(words, options);
    expect(said).toContain(expected);
    expect(said).toMatch(/\(2\)$/u);
  });

  test('a data file at fault is told with its place, exit 1', async () => {
    const outcome: LabOutcome = {
      kind: 'unreadable',
      problems: [{ where: { file: 'a.csv', line: 3, column: 1 }, what: 'a row has 2 cells', mend: 'Give it 3.' }],
    };
    const laboratory = { run: () => Promise.resolve(outcome) };
    const { code, err } = await sim(['drift'], { data: ['a.csv', 'b.csv'] }, { laboratory });
    expect(code).toBe(1);
    expect(err).toContain('a.csv:3:1');
  });
});

test('a run that is stopped shows the rows that were finished, exit 130', async () => {
  const laboratory = {
    run: async (request: LabRequest, onEvent: Parameters<typeof inProcessLab.run>[1]): Promise<LabOutcome> => {
      let rows = 0;
      await inProcessLab.run(request, (event) => {
        if (event.kind === 'row' && (rows += 1) <= 2) onEvent(event);
      });
      return { kind: 'stopped' };
    },
  };
  const { code, out } = await sim(['drift', ...small], {}, { laboratory });
  expect(code).toBe(130);
  expect(out).toContain('Stopped before the end');
  expect(out).not.toContain('The price.');
});
