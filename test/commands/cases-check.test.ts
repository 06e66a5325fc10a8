import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCaseStudy } from '../../src/cases/read-case-study.ts';
import { checkCases, run } from '../../src/commands/cases-check.ts';
import { newCaseStudy } from '../../src/cases/new-case.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { createCommandWorld, type CommandWorldStart } from '../support/command-world.ts';
import { tinyCase } from '../support/tiny-case.ts';

const problem: Problem = {
  where: { file: 'bad.yaml', line: 7, column: 3 },
  what: 'unknown key "titel"',
  mend: 'Did you mean "title"?',
};
const skeleton = readFileSync(join(import.meta.dirname, '../../templates/case-study.yaml'), 'utf8');

async function check(files: string[], start: CommandWorldStart = {}, options = {}) {
  const made = createCommandWorld({
    brokenCases: { 'bad.yaml': [problem, { ...problem, what: 'another' }] },
    ...start,
  });
  const code = await run({ arguments: { files }, options }, made.world);
  return { code, ...made };
}

describe('cases check', () => {
  it('writes one line a problem, with its place and the way out, and exits with 1', async () => {
    const { code, stdout, stderr } = await check(['bad.yaml']);
    expect(code).toBe(1);
    expect(stdout()).toBe(
      'bad.yaml:7:3: unknown key "titel". Did you mean "title"?\nbad.yaml:7:3: another. Did you mean "title"?\n',
    );
    expect(stderr()).toBe('1 case study checked, 2 at fault.\n');
  });

  it('is one document with --json', async () => {
    const { stdout } = await check(['bad.yaml'], { situation: { json: true } });
    expect(JSON.parse(stdout())).toMatchObject({
      schemaVersion: 1,
      checked: ['bad.yaml'],
      problems: [
        { file: 'bad.yaml', line: 7, column: 3, what: 'unknown key "titel"', mend: 'Did you mean "title"?' },
        {},
      ],
      advice: [],
    });
  });

  it('reads every case first, and proves those that can be read', async () => {
    const proven: string[] = [];
    const { world } = createCommandWorld({ cases: [tinyCase], brokenCases: { 'bad.yaml': [problem] } });
    const proof = ({ caseStudy, placeOf }: { caseStudy: { id: string }; placeOf: (path: []) => Problem['where'] }) => {
      proven.push(caseStudy.id);
      return [{ where: placeOf([]), what: 'unproven', mend: 'Prove it.' }];
    };
    const { checked, faults } = await checkCases(world, [], [proof]);
    expect([checked, proven]).toEqual([['help-search'], ['help-search']]);
    expect(faults[0]).toEqual(problem);
    expect(faults).toContainEqual({
      where: { file: 'help-search', line: 1, column: 1 },
      what: 'unproven',
      mend: 'Prove it.',
    });
  });

  it('gives advice on counts for a case of one’s own, which is no fault', async () => {
    const text = newCaseStudy('my-case', 'My case', skeleton);
    const reading = readCaseStudy(text, 'my-case.yaml');
    if (!reading.ok) throw new Error('the skeleton is at fault');
    const start = { cases: [tinyCase], caseFiles: { 'my-case.yaml': reading.value }, files: { 'my-case.yaml': text } };
    const silent = await check(['my-case.yaml'], start);
    expect([silent.code, silent.stdout()]).toEqual([0, '']);
    expect(silent.stderr()).toMatch(/^1 case study checked, nothing at fault; --advice shows \d+ more remarks/u);
    const { code, stdout } = await check(['my-case.yaml'], start, { advice: true });
    const lines = stdout().trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/^my-case\.yaml:\d+:\d+: advice: /u);
  });

  it('knows no case of another name', async () => {
    await expect(check(['nil'])).rejects.toMatchObject({ exitCode: 2 });
  });
});
