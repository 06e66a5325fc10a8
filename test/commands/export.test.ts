import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/commands/export.ts';
import { run as grade } from '../../src/commands/grade.ts';
import { createCommandWorld, type CommandWorldStart } from '../support/command-world.ts';
import { tinyCase } from '../support/tiny-case.ts';
import { tinyAnswer, tinySession } from '../support/tiny-session.ts';

const folder = join(import.meta.dirname, '../../templates');
const templates = Object.fromEntries(
  ['answer-sheet.md', 'report.html'].map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

async function exported(options: Record<string, string | boolean>, start: CommandWorldStart = {}, session?: string) {
  const made = createCommandWorld({ cases: [tinyCase], sessions: [tinySession], templates, ...start });
  const code = await run({ arguments: { session }, options }, made.world);
  return { code, ...made };
}

describe('export', () => {
  it('writes the own text, the verdicts, the gaps, the sources, the diagram and the time', async () => {
    const { code, stdout } = await exported({});
    expect(code).toBe(0);
    for (const words of [
      'I rank the articles.',
      'not detected',
      'Retrieves first and ranks second.',
      'Own experience',
      '```mermaid',
      '2 min',
    ]) {
      expect(stdout()).toContain(words);
    }
  });

  it.each([{}, { format: 'json' }, { for: 'peers' }])(
    'with %j it can be graded again: only the own words are read, whatever stands in them',
    async (options) => {
      const sheet = (await exported(options)).stdout();
      const { world, stdout } = createCommandWorld({
        cases: [tinyCase],
        files: { 'sheet.md': sheet },
        situation: { json: true },
      });
      expect(await grade({ arguments: {}, options: { answers: 'sheet.md' } }, world)).toBe(0);
      const again = JSON.parse(stdout()) as { steps: { step: string; score: { auto: number } }[] };
      expect(again.steps.find((one) => one.step === 'frame')?.score.auto).toBe(
        tinySession.steps.frame?.attempts[0]?.score.auto,
      );
      expect(again.steps.find((one) => one.step === 'monitoring')?.score.auto).toBe(0);
    },
  );

  it('has the share that grading it gives, over the same steps', async () => {
    const session = { ...tinySession, steps: { frame: tinySession.steps.frame } } as typeof tinySession;
    const sheet = (await exported({}, { sessions: [session] })).stdout();
    const again = createCommandWorld({ cases: [tinyCase], files: { 'sheet.md': sheet }, situation: { json: true } });
    await grade({ arguments: {}, options: { answers: 'sheet.md' } }, again.world);
    const document = JSON.parse(again.stdout()) as { share: { auto: number }; leftOut: string[] };
    expect(document.share.auto).toBeGreaterThan(0);
    expect(sheet).toContain(`**${Math.round(document.share.auto * 100)} %** by the checker alone`);
    expect(sheet).toContain('6 steps left out, and not counted: 1 Clarify, 3 Data, 4 Model,');
    expect(document.leftOut).toHaveLength(6);
    const changed = await exported({}, { sessions: [{ ...session, caseHash: 'older' }] });
    expect(changed.stdout()).toContain('The case has changed since these answers were graded');
  });

  it('leaves out verdicts and spoilers for peers, and adds the criteria as a scorecard', async () => {
    const { stdout } = await exported({ for: 'peers' });
    expect(stdout()).toContain('I rank the articles.');
    expect(stdout()).toContain('Did you say this: ');
    for (const spoiler of ['not detected', 'mermaid', 'Own experience', 'points'])
      expect(stdout()).not.toContain(spoiler);
  });

  it('writes HTML that needs nothing else and runs nothing', async () => {
    const session = {
      ...tinySession,
      steps: { frame: { ...tinySession.steps.frame, draft: '' } },
      caseTitle: '<script>',
    };
    const { stdout } = await exported({ format: 'html' }, { sessions: [session as typeof tinySession] });
    expect(stdout()).toMatch(/^<!doctype html>/u);
    expect(stdout()).toContain('<svg');
    expect(stdout()).not.toMatch(/\{\{|<script|<link/u);
  });

  it('writes JSON with the answers and the verdicts, without them for peers', async () => {
    const document = JSON.parse((await exported({ format: 'json' })).stdout()) as { answers: object; steps: object[] };
    expect(document).toMatchObject({
      schemaVersion: 1,
      case: 'help-search',
      answers: { frame: tinyAnswer, data: 'A draft about data.', model: '' },
    });
    expect(document.steps[1]).toMatchObject({ step: 'frame', elapsedSeconds: 125, score: { max: 3 } });
    expect((await exported({ format: 'json', for: 'peers' })).stdout()).not.toMatch(/verdict|disputes|share/u);
  });

  it.each([
    ['sheet.html', '<!doctype html>'],
    ['sheet.json', '{\n  "schemaVersion"'],
    ['sheet.md', '# Answer sheet'],
  ])('tells the format by the name %s', async (out, start) => {
    const { files, stdout } = await exported({ out });
    expect(files[out]?.startsWith(start)).toBe(true);
    expect(stdout()).toBe('');
  });

  it('never overwrites without --force', async () => {
    const files = { 'sheet.md': 'mine' };
    await expect(exported({ out: 'sheet.md' }, { files })).rejects.toThrow('exists');
    expect(files['sheet.md']).toBe('mine');
    expect((await exported({ out: 'sheet.md', force: true }, { files })).files['sheet.md']).toContain(
      'I rank the articles.',
    );
  });

  it('fills a frame of one’s own, and tells an unknown slot with its place', async () => {
    const own = await exported({ template: 'mine.md' }, { files: { 'mine.md': 'Mine: {{title}}\n{{steps}}' } });
    expect(own.stdout()).toMatch(/^Mine: Help-centre search\n/u);
    const wrong = await exported({ template: 'mine.md' }, { files: { 'mine.md': 'a\n  {{stepz}}' } });
    expect([wrong.code, wrong.stdout()]).toEqual([1, '']);
    expect(wrong.stderr()).toMatch(/^mine\.md:2:3: /u);
  });

  it('keeps escape sequences and bidi overrides out of standard output and files; JSON has every letter', async () => {
    const draft = 'a\u001b[31mb\u202Ec';
    const sessions = [{ ...tinySession, steps: { data: { ...tinySession.steps.data, draft } } } as typeof tinySession];
    expect((await exported({}, { sessions })).stdout()).not.toMatch(/[\u001B\u202E]/u);
    for (const out of ['a.md', 'a.html']) {
      const file = (await exported({ out }, { sessions })).files[out];
      expect(file).toContain('abc');
      expect(file).not.toMatch(/[\u001B\u202E]/u);
    }
    const json = JSON.parse((await exported({ out: 'a.json' }, { sessions })).files['a.json'] ?? '') as object;
    expect(json).toMatchObject({ answers: { data: draft } });
  });

  it('at a terminal it writes a file of its own, and never over another', async () => {
    const start = { situation: { interactive: true }, files: { 'help-search-0102-a3f.md': 'mine' } };
    const { code, files, stdout, stderr } = await exported({}, start);
    expect([code, stdout(), stderr()]).toEqual([0, '', 'Wrote help-search-0102-a3f-2.md.\n']);
    expect(files['help-search-0102-a3f.md']).toBe('mine');
    expect(files['help-search-0102-a3f-2.md']).toContain('I rank the articles.');
    for (const [options, name] of [
      [{ format: 'html' }, 'help-search-0102-a3f.html'],
      [{ for: 'peers' }, 'help-search-0102-a3f-peers.md'],
      [{ blank: 'help-search' }, 'help-search-answers.md'],
    ] as const)
      expect((await exported(options, { situation: { interactive: true } })).files).toHaveProperty([name]);
    expect((await exported({ out: '-' }, start)).stdout()).toContain('I rank the articles.');
  });

  it('leaves no gap where a part is empty', async () => {
    expect((await exported({ for: 'peers' })).stdout()).not.toMatch(/\n\n\n|\n\n$/u);
  });

  it('writes an empty sheet of a case', async () => {
    const { code, stdout } = await exported({ blank: 'help-search' });
    expect(code).toBe(0);
    expect(stdout().match(/^## /gmu)).toHaveLength(7);
    await expect(exported({ blank: 'help-search', for: 'peers' })).rejects.toMatchObject({ exitCode: 2 });
    await expect(exported({ blank: 'help-search', format: 'html' })).rejects.toMatchObject({ exitCode: 2 });
    await expect(exported({ blank: 'help-serch' })).rejects.toMatchObject({
      exitCode: 2,
      message: 'There is no case "help-serch". Did you mean "help-search"?',
    });
  });

  it('takes the newest session when none is named, and says so when there is none', async () => {
    const newer = { ...tinySession, id: 'newer' };
    const { stdout } = await exported({ format: 'json' }, { sessions: [newer, tinySession] });
    expect(JSON.parse(stdout())).toMatchObject({ session: { id: 'newer' } });
    await expect(exported({}, { sessions: [] })).rejects.toMatchObject({
      exitCode: 2,
      message: 'There is no session yet.',
    });
  });
});
