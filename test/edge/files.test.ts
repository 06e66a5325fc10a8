import { chmod, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAssets } from '../../src/edge/assets.ts';
import { externalEditor, splitCommand } from '../../src/edge/external-editor.ts';
import { createFiles } from '../../src/edge/files.ts';
import { machineFault } from '../../src/edge/machine-fault.ts';
import { createOutput } from '../../src/edge/output.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mlsd-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const at = (name: string) => path.join(folder, name);

async function linesOf(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

describe('files', () => {
  it('reads a file and standard input as UTF-8', async () => {
    await writeFile(at('a.md'), 'naïve α');
    const files = createFiles({ stdin: Readable.from([Buffer.from('日本')]) });
    expect(await files.read(at('a.md'))).toBe('naïve α');
    expect(await files.read('-')).toBe('日本');
  });

  it('reads lines, cut only at line ends, wherever the pieces end', async () => {
    const bytes = Buffer.from('{"a":"\u2028é"}\r\n\nlast');
    const files = createFiles({ stdin: Readable.from(Array.from(bytes, (byte) => Buffer.from([byte]))) });
    expect(await linesOf(files.lines('-'))).toEqual(['{"a":"\u2028é"}', '', 'last']);
    await writeFile(at('a.jsonl'), 'one\ntwo\n');
    expect(await linesOf(files.lines(at('a.jsonl')))).toEqual(['one', 'two']);
  });

  it('says what is wrong with a file', async () => {
    await writeFile(at('binary'), Buffer.from([0xff, 0xfe, 0x00]));
    const files = createFiles();
    await expect(files.read(at('binary'))).rejects.toMatchObject({
      name: 'UserError',
      message: `${at('binary')} is not UTF-8 text.`,
    });
    await expect(files.read(at('nonesuch'))).rejects.toMatchObject({ name: 'UserError', exitCode: 2 });
    await expect(files.read(folder)).rejects.toMatchObject({ name: 'UserError', exitCode: 1 });
    await expect(linesOf(files.lines(at('nonesuch')))).rejects.toMatchObject({ name: 'UserError', exitCode: 2 });
  });

  it('never overwrites unless told to, and keeps mode and link then', async () => {
    const files = createFiles();
    await files.write(at('sheet.md'), 'one', { force: false });
    await expect(files.write(at('sheet.md'), 'two', { force: false })).rejects.toMatchObject({
      name: 'UserError',
      exitCode: 2,
    });
    expect(await readFile(at('sheet.md'), 'utf8')).toBe('one');
    await chmod(at('sheet.md'), 0o600);
    await symlink(at('sheet.md'), at('link.md'));
    await files.write(at('link.md'), 'three', { force: true });
    expect(await readFile(at('sheet.md'), 'utf8')).toBe('three');
    expect((await stat(at('sheet.md'))).mode & 0o777).toBe(0o600);
  });

  it('a folder that is not there is told', async () => {
    await expect(createFiles().write(at('no/sheet.md'), 'x', { force: false })).rejects.toMatchObject({
      name: 'UserError',
      exitCode: 1,
    });
  });
});

describe('machine faults', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EACCES', 'permission is missing'],
    ['EROFS', 'the file system is read-only'],
  ])('%s is told in words, with the way out', (code, words) => {
    const error = machineFault(
      Object.assign(new Error(code), { code }),
      'It cannot be saved',
      '/x/y',
      'another folder',
    );
    expect(error).toMatchObject({ name: 'UserError', message: `It cannot be saved: ${words}.`, exitCode: 1 });
    expect((error as { hint: string }).hint).not.toBe('');
  });

  it('a bug stays a bug', () => {
    const bug = new TypeError('x is not a function');
    expect(machineFault(bug, 'It cannot be saved', '/x')).toBe(bug);
  });
});

describe('external editor', () => {
  const script = async (code: string) => {
    await writeFile(at('editor.mjs'), `import fs from 'node:fs'; const file = process.argv.at(-1); ${code}`);
    return externalEditor(`"${process.execPath}" ${at('editor.mjs')}`, folder);
  };

  it.each([
    ['what was saved comes back', 'fs.appendFileSync(file, " naïve α");', { kind: 'edited', text: 'mine naïve α' }],
    [
      'a line end that the editor added is left out',
      'fs.appendFileSync(file, "\\n");',
      { kind: 'edited', text: 'mine' },
    ],
    [
      'an exit code keeps the text',
      'process.exit(3);',
      { kind: 'failed', why: 'The editor ended with code 3. Your text is as it was.' },
    ],
    [
      'bytes that are no text keep the text',
      'fs.writeFileSync(file, Buffer.from([0xff]));',
      { kind: 'failed', why: 'Your text is as it was: the editor saved something that is not UTF-8' },
    ],
    [
      'the file is for the owner alone',
      'fs.writeFileSync(file, (fs.statSync(file).mode & 0o777).toString(8));',
      { kind: 'edited', text: '600' },
    ],
  ])('%s', async (_, code, outcome) => {
    const open = await script(code);
    expect(await open('mine')).toEqual(outcome);
  });

  it('a program that is not there keeps the text', async () => {
    expect(await externalEditor('nonesuch-editor', folder)('mine')).toMatchObject({ kind: 'failed' });
  });

  it.each([
    ['code --wait', ['code', '--wait']],
    ['"/opt/my editor/ed" -n', ['/opt/my editor/ed', '-n']],
    ['', []],
  ])('%j splits into %j', (line, pieces) => expect(splitCommand(line)).toEqual(pieces));
});

describe('output', () => {
  it('keeps the order of texts and pages, though the renderer is loaded late', async () => {
    let text = '';
    const sink = new Writable({ write: (chunk, _, done) => ((text += String(chunk)), done()) });
    let loads = 0;
    const output = createOutput({ stdout: sink, stderr: sink }, () => {
      loads += 1;
      return Promise.resolve((page) => `[${page.length}]`);
    });
    output.write('a');
    output.show([]);
    output.write('b');
    await new Promise((resolve) => setImmediate(resolve));
    output.show([]);
    output.write('c');
    expect(text).toBe('a[0]b[0]c');
    expect(loads).toBe(1);
  });
});

describe('assets', () => {
  it('a template that is not there is named with those that are', async () => {
    await writeFile(at('answer-sheet.md'), '{{title}}');
    const assets = createAssets({ templatesFolder: folder, distFolder: folder });
    expect(await assets.template('answer-sheet.md')).toBe('{{title}}');
    await expect(assets.template('answer-shet.md')).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('answer-sheet.md'),
    });
    await expect(assets.caseSchema()).rejects.toMatchObject({ name: 'UserError', hint: expect.stringContaining('') });
  });
});
