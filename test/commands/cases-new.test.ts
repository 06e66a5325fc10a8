import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCaseStudy } from '../../src/cases/read-case-study.ts';
import { run } from '../../src/commands/cases-new.ts';
import { tinyCase } from '../support/tiny-case.ts';
import { createCommandWorld } from '../support/command-world.ts';

const template = readFileSync(join(import.meta.dirname, '../../templates/case-study.yaml'), 'utf8');
const glossary = { formatVersion: 1, concepts: [] } as const;

const settings = [{ name: 'cases', value: '/config/cases', origin: 'default', about: '' }] as const;

async function written(id: string, options = {}, files: Record<string, string> = {}) {
  const made = createCommandWorld({ templates: { 'case-study.yaml': template }, files, cases: [tinyCase], settings });
  const code = await run({ arguments: { id }, options }, made.world);
  return { code, ...made };
}

describe('cases new', () => {
  it('writes a case in which nothing is at fault', async () => {
    const { code, files, stdout } = await written('spam-filter');
    expect(code).toBe(0);
    const reading = readCaseStudy(files['spam-filter.yaml'] ?? '', 'spam-filter.yaml', { glossary });
    expect(reading.ok ? [] : reading.problems).toEqual([]);
    expect(reading.ok && reading.value.title).toBe('Spam filter');
    expect(stdout()).toContain('mlsd cases check spam-filter.yaml');
  });

  it('says that a file here is not listed, and where it would be', async () => {
    const { stdout } = await written('spam-filter');
    expect(stdout()).toContain('It is not listed yet.');
    expect(stdout().replace(/\s+/gu, ' ')).toContain('mlsd practice ./spam-filter.yaml');
    expect(stdout()).toContain('/config/cases');
  });

  it('--own writes where it is listed', async () => {
    const { files, stdout } = await written('spam-filter', { own: true });
    expect(Object.keys(files)).toEqual(['/config/cases/spam-filter.yaml']);
    expect(stdout()).toContain('mlsd practice spam-filter');
    await expect(written('spam-filter', { own: true, out: 'a.yaml' })).rejects.toMatchObject({ exitCode: 2 });
  });

  it('refuses an id that is taken', async () => {
    await expect(written(tinyCase.id, { force: true })).rejects.toMatchObject({
      exitCode: 2,
      message: `The id "${tinyCase.id}" is taken by a case that comes with mlsd.`,
    });
  });

  it('overwrites only by force', async () => {
    await expect(written('spam-filter', {}, { 'spam-filter.yaml': 'mine' })).rejects.toThrow('exists');
    const { files } = await written('spam-filter', { force: true, out: 'mine.yaml' }, { 'mine.yaml': 'mine' });
    expect(files['mine.yaml']).toContain('id: spam-filter');
  });

  it.each([
    ['Spam Filter', 'mlsd cases new spam-filter'],
    ['spam.yaml', 'mlsd cases new spam'],
    ['../../etc', 'mlsd cases new etc'],
    ['…', 'mlsd cases new spam-filter'],
  ])('refuses the id "%s" and offers "%s"', async (id, hint) => {
    await expect(written(id)).rejects.toMatchObject({ exitCode: 2, hint });
  });
});
