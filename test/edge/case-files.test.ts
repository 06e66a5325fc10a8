import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseStudy } from '../../src/domain/case-study.ts';
import { createCaseLibrary, type CaseReader } from '../../src/edge/case-files.ts';
import { wordLookup } from '../../src/edge/word-list.ts';

let root: string;
let readerLoads = 0;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'mlsd-test-'));
  readerLoads = 0;
  await mkdir(path.join(root, 'dist', 'cases'), { recursive: true });
  await mkdir(path.join(root, 'dist', 'shared'));
  const index = [
    { id: 'youtube-search', title: 'YouTube video search', origin: 'built-in' },
    { id: 'fraud-detection', title: 'Fraud detection', origin: 'example' },
  ];
  await writeFile(path.join(root, 'dist', 'cases', 'index.json'), JSON.stringify(index));
  await writeFile(path.join(root, 'dist', 'cases', 'youtube-search.json'), '{"id": "youtube-search"}');
  await writeFile(path.join(root, 'dist', 'shared', 'glossary.json'), '{"concepts": []}');
  await writeFile(path.join(root, 'dist', 'shared', 'framework.json'), '{"steps": []}');
  await writeFile(path.join(root, 'dist', 'words.txt'), 'apple\nbanana\ncherry\n');
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Stands in for the YAML reader: a case is a line "id: x", anything else is a fault. */
const reader: CaseReader = {
  readCaseStudy: (text, file) => {
    const id = /^id: (\S+)/u.exec(text)?.[1];
    if (id) return { ok: true, value: { id, title: `Case ${id}` } as CaseStudy };
    return { ok: false, problems: [{ where: { file, line: 3, column: 5 }, what: 'fault', mend: 'mend it' }] };
  },
  summariseCase: ({ id, title }) => ({
    id,
    title,
    summary: '',
    difficulty: 'easy',
    tags: [],
    minutes: 45,
    criteria: 7,
  }),
};

function library() {
  const loadReader = () => {
    readerLoads += 1;
    return Promise.resolve(reader);
  };
  return createCaseLibrary({ distFolder: path.join(root, 'dist'), ownFolder: path.join(root, 'own'), loadReader });
}

async function own(name: string, text: string): Promise<string> {
  await mkdir(path.join(root, 'own'), { recursive: true });
  await writeFile(path.join(root, 'own', name), text);
  return path.join(root, 'own', name);
}

describe('case library', () => {
  it('lists and loads built-in cases without the YAML reader', async () => {
    expect((await library().list()).cases.map((one) => one.id)).toEqual(['youtube-search', 'fraud-detection']);
    expect(await library().load('youtube-search')).toEqual({ ok: true, value: { id: 'youtube-search' } });
    expect(readerLoads).toBe(0);
  });

  it('lists own cases between the built-in ones and the example, and names the faults of the others', async () => {
    const file = await own('mine.yaml', 'id: mine');
    await own('broken.yml', 'nonsense');
    await own('notes.txt', 'not a case');
    const { cases, problems } = await library().list();
    expect(cases.map((one) => [one.id, one.origin])).toEqual([
      ['youtube-search', 'built-in'],
      ['mine', 'own'],
      ['fraud-detection', 'example'],
    ]);
    expect(cases[1]?.file).toBe(file);
    expect(problems).toEqual([
      { where: { file: path.join(root, 'own', 'broken.yml'), line: 3, column: 5 }, what: 'fault', mend: 'mend it' },
    ]);
  });

  it('loads an own case by id and any case by path; a broken one comes with its problems', async () => {
    const file = await own('mine.yaml', 'id: mine');
    await own('broken.yaml', 'nonsense');
    expect(await library().load('mine')).toMatchObject({ ok: true, value: { id: 'mine' } });
    expect(await library().load(file)).toMatchObject({ ok: true, value: { id: 'mine' } });
    expect(await library().load('broken')).toMatchObject({ ok: false });
  });

  it('an id that is taken is a problem', async () => {
    await own('again.yaml', 'id: youtube-search');
    const { cases, problems } = await library().list();
    expect(cases).toHaveLength(2);
    expect(problems[0]?.what).toBe('the id "youtube-search" is taken by mlsd itself');
  });

  it.each([
    ['youtube-serach', 'Did you mean "youtube-search"?', 'mlsd list'],
    ['../../etc/passwd', 'There is no case', 'mlsd list'],
    ['nonesuch.yaml', 'there is no such file', 'the path where it is now'],
  ])('%s is a usage error with a way out', async (id, message, hint) => {
    await expect(library().load(id)).rejects.toMatchObject({
      name: 'UserError',
      exitCode: 2,
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    });
  });

  it('refuses a large file before reading it, and one that is not text', async () => {
    const large = await own('large.yaml', `id: large\n#${'x'.repeat(1_000_000)}`);
    expect(await library().load(large)).toMatchObject({
      ok: false,
      problems: [{ what: expect.stringContaining('1.0 MB') }],
    });
    const binary = await own('binary.yaml', '');
    await writeFile(binary, Buffer.from([0x69, 0xff, 0xfe]));
    expect(await library().load(binary)).toMatchObject({
      ok: false,
      problems: [{ what: 'the file is not UTF-8 text' }],
    });
  });

  it('says what to do where the program was not built', async () => {
    await rm(path.join(root, 'dist'), { recursive: true });
    await expect(library().list()).rejects.toMatchObject({ name: 'UserError' });
  });

  it('knows the words of its list', async () => {
    const isWord = await library().isWord();
    expect(['apple', 'Banana', 'cherry'].map(isWord)).toEqual([true, true, true]);
    expect(['', 'app', 'applee', 'aardvark', 'zebra', 'apple\nbanana'].map(isWord)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('finds every word of a list, and nothing in an empty one', () => {
    const words = Array.from({ length: 500 }, (_, i) => `w${i.toString(36)}`).sort();
    const isWord = wordLookup(Buffer.from(words.join('\n')));
    expect(words.every(isWord)).toBe(true);
    expect(wordLookup(Buffer.from(''))('a')).toBe(false);
  });
});
