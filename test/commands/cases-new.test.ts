import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCaseStudy } from '../../src/cases/read-case-study.ts';
import { run } from '../../src/commands/cases-new.ts';
import { createCommandWorld } from '../support/command-world.ts';

const template = readFileSync(join(import.meta.dirname, '../../templates/case-study.yaml'), 'utf8');
const glossary = { formatVersion: 1, concepts: [] } as const;

async function written(id: string, options = {}, files: Record<string, string> = {}) {
  const made = createCommandWorld({ templates: { 'case-study.yaml': template }, files });
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
