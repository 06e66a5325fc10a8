import { describe, expect, it } from 'vitest';
import { run } from '../../src/commands/grade.ts';
import { blankSheet, writeAnswers } from '../../src/sheets/write-answers.ts';
import { createCommandWorld, type CommandWorldStart } from '../support/command-world.ts';
import { tinyCase, tinyFramework } from '../support/tiny-case.ts';

const good = 'First I retrieve, then I rank. We rank articles by their use.';
const sheet = writeAnswers(
  { clarify: 'How many articles are there?', frame: good, data: 'It depends.' },
  tinyCase,
  tinyFramework,
);

async function grade(
  file: string,
  options: Record<string, string> = {},
  start: CommandWorldStart = {},
  caseId?: string,
) {
  const made = createCommandWorld({
    cases: [tinyCase, { ...tinyCase, id: 'other' }],
    files: { 'a.md': file },
    ...start,
  });
  const code = await run({ arguments: { case: caseId }, options: { answers: 'a.md', ...options } }, made.world);
  return { code, ...made };
}

type Document = { case: string; share: { auto: number }; steps: { step: string; share: { auto: number } }[] };
const json = { situation: { json: true } };
const read = (text: string) => JSON.parse(text) as Document;

describe('grade --answers', () => {
  it('reads the case from the sheet, and checks the steps that it holds', async () => {
    const { code, stdout } = await grade(sheet, {}, json);
    expect(code).toBe(0);
    expect(read(stdout())).toMatchObject({ schemaVersion: 1, case: 'help-search', graderVersion: 1, caseHash: 'abc' });
    expect(read(stdout()).steps.map((one) => [one.step, one.share.auto])).toEqual([
      ['clarify', 1],
      ['frame', 1],
      ['data', 0],
    ]);
  });

  it('weighs the answered steps by their minutes, and names those left out', async () => {
    const file = (data: string) => writeAnswers({ clarify: '', frame: good, data }, tinyCase, tinyFramework);
    const { stdout } = await grade(file('It depends.'), {}, json);
    expect(read(stdout()).share.auto).toBeCloseTo(5 / (5 + 8));
    const { stdout: less } = await grade(file(' \n'), {}, json);
    expect(read(less())).toMatchObject({ share: { auto: 1 }, leftOut: ['clarify', 'data'] });
    const words = (await grade(file(''))).stdout().replace(/\s+/gu, ' ');
    expect(words).toContain('100 %, over the one answered step');
    expect(words).toContain('2 steps left out, and not counted: 1 Clarify, 3 Data.');
  });

  it('says once that an empty sheet holds nothing to grade', async () => {
    const { stdout } = await grade(blankSheet(tinyCase, tinyFramework));
    expect(stdout()).toMatch(/^Nothing to grade yet: no step has an answer\.\n[^\n]*\n[^\n]*\n?$/u);
  });

  it('reads JSON, and JSON as the export writes it', async () => {
    for (const file of [
      { frame: good },
      { schemaVersion: 1, case: 'help-search', answers: { frame: good }, steps: [] },
    ]) {
      const { stdout } = await grade(JSON.stringify(file), {}, json, 'help-search');
      expect(read(stdout()).steps).toMatchObject([{ step: 'frame', share: { auto: 1 } }]);
    }
  });

  it('takes a plain text as the answer to the step that is asked for', async () => {
    const { code, stdout } = await grade(`${good}\n\n## Notes\n- none`, { step: 'frame' }, json, 'help-search');
    expect(code).toBe(0);
    expect(read(stdout()).steps).toMatchObject([{ step: 'frame', share: { auto: 1 } }]);
  });

  it('takes one step out of a sheet', async () => {
    const { stdout } = await grade(sheet, { step: '1' }, json);
    expect(read(stdout()).steps.map((one) => one.step)).toEqual(['clarify']);
  });

  it('gives credit for what another step said, with the place named', async () => {
    const { stdout } = await grade(
      JSON.stringify({ frame: 'I rank articles.', model: 'I retrieve and then rank.' }),
      {},
      json,
      'help-search',
    );
    expect(stdout()).toContain('"saidIn": "model"');
  });

  it('shows words, not only JSON', async () => {
    const { stdout } = await grade(sheet);
    expect(stdout()).toContain('Earned, in your words');
    const one = await grade(sheet, { step: 'frame' });
    expect(one.stdout()).toContain('Retrieves first and ranks second.');
  });

  it.each([
    ['0', 0],
    ['55', 0],
    ['55.6', 3],
    ['100 %', 3],
  ])('with --min-score %s it exits with %i', async (minScore, code) => {
    expect((await grade(sheet, { minScore }, json)).code).toBe(code);
  });

  it('gives an empty sheet nothing', async () => {
    const { code, stdout } = await grade(blankSheet(tinyCase, tinyFramework), { minScore: '1' }, json);
    expect([code, read(stdout()).share.auto, read(stdout()).steps.length]).toEqual([3, 0, 7]);
  });

  it('lets the case that was typed win, and says so', async () => {
    const { stdout, stderr } = await grade(sheet, {}, {}, 'other');
    expect(stderr()).toBe('The sheet was written for help-search; it is checked against other.\n');
    expect(stdout()).toContain('Frame');
  });

  it('tells a sheet at fault with its place, and exits with 1', async () => {
    const { code, stdout, stderr } = await grade('## Modle development\n\ntext', {}, {}, 'help-search');
    expect([code, stdout()]).toEqual([1, '']);
    expect(stderr()).toMatch(/^a\.md:1:\d+: .+\n/u);
  });
});

describe('grade, typed wrongly', () => {
  it.each<[string, Record<string, string | undefined>, string]>([
    ['nothing to check', { answers: undefined }, 'There is nothing to check: --answers or --batch is missing.'],
    ['two sources', { batch: 'b.jsonl' }, '--batch and --answers exclude each other: give one of them.'],
    [
      'a minimum of a batch',
      { answers: undefined, batch: 'b', minScore: '60' },
      '--batch and --min-score exclude each other: give one of them.',
    ],
    ['a minimum that is none', { minScore: 'high' }, '--min-score takes a number from 0 to 100, not "high".'],
    ['a minimum above 100', { minScore: '101' }, '--min-score takes a number from 0 to 100, not "101".'],
    ['a negative minimum', { minScore: '-1' }, '--min-score takes a number from 0 to 100, not "-1".'],
    ['no case anywhere', {}, 'The file names no case, and none was given.'],
  ])('tells %s', async (_, options, message) => {
    const start = { cases: [tinyCase], files: { 'a.md': JSON.stringify({ frame: good }) } };
    const { world } = createCommandWorld(start);
    const invocation = { arguments: {}, options: { answers: 'a.md', ...options } };
    await expect(run(invocation, world)).rejects.toMatchObject({ exitCode: 2, message });
  });
});
