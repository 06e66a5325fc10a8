import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundled, openPty, type PtyOptions } from './pty-terminal.ts';

let driver = '';
const open: ReturnType<typeof openPty>[] = [];
beforeAll(async () => {
  driver = await bundled('prompt-driver.ts');
}, 60_000);
afterEach(() => open.splice(0).forEach((terminal) => terminal.close()));

async function start(kind: string, options: PtyOptions = {}, mode = '') {
  const terminal = openPty(process.execPath, [driver, kind, '{folder}', mode], options);
  open.push(terminal);
  await terminal.shows(kind === 'choose' ? 'What next?' : mode === 'plain' ? 'Ctrl-D submits' : 'Ctrl-D submit');
  return terminal;
}

async function replyOf(terminal: ReturnType<typeof openPty>): Promise<unknown> {
  await terminal.shows('END');
  await terminal.ended();
  return JSON.parse(terminal.read('reply.json')) as unknown;
}

const pasteMarksOff = '\u001b[?2004l';
const line = 'We encode the query and the title, and compare both by cosine within 100 ms.';
const large = `${line}\n`.repeat(1300);

describe.skipIf(process.platform === 'win32')('the answer prompt in a real terminal', { timeout: 60_000 }, () => {
  it('takes typed lines, answers a question below them, and submits', async () => {
    const terminal = await start('answer');
    terminal.write('How many videos?\r');
    await terminal.shows('→ 800 million.');
    terminal.write('日本語 👩‍👩‍👧 titles');
    await terminal.shows('titles');
    expect(terminal.lines().slice(2, 6)).toEqual([
      '│ How many videos?',
      '│ 日本語 👩‍👩‍👧 titles',
      'How many videos?',
      '→ 800 million.',
    ]);
    terminal.write('\u0004');
    expect(await replyOf(terminal)).toMatchObject({
      kind: 'answered',
      value: { text: 'How many videos?\n日本語 👩‍👩‍👧 titles' },
    });
  });

  it.each([
    ['with paste marks', `\u001b[200~${large.replaceAll('\n', '\r')}\u001b[201~`],
    ['without paste marks', large.replaceAll('\n', '\r')],
  ])('takes a paste of 100 KB %s whole, without drawing each key', async (_, paste) => {
    const terminal = await start('answer');
    const started = performance.now();
    terminal.write(paste);
    await terminal.shows('of 1301');
    expect(performance.now() - started).toBeLessThan(8000);
    expect(terminal.raw().length).toBeLessThan(60_000);
    terminal.write('\u0004');
    expect(await replyOf(terminal)).toMatchObject({ kind: 'answered', value: { text: large } });
  });

  it('Ctrl-C keeps the draft and gives the terminal back', async () => {
    const terminal = await start('answer');
    terminal.write('half a sent');
    await terminal.shows('half a sent');
    terminal.write('\u0003');
    expect(await replyOf(terminal)).toEqual({ kind: 'left', draft: 'half a sent', by: 'SIGINT' });
    expect(terminal.read('draft.txt')).toBe('half a sent');
    expect(terminal.raw()).toContain(pasteMarksOff);
    expect(terminal.raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(terminal.raw().lastIndexOf('\u001b[?25l'));
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('%s keeps the draft', async (signal) => {
    const terminal = await start('answer');
    terminal.write('half a sent');
    await terminal.shows('half a sent');
    process.kill(terminal.pid, signal);
    expect(await replyOf(terminal)).toEqual({ kind: 'left', draft: 'half a sent', by: signal });
  });

  it('SIGKILL loses at most the last second', async () => {
    const terminal = await start('answer');
    terminal.write('typed before');
    await terminal.until('the draft', () => existsSync(`${terminal.folder}/draft.txt`), 1500);
    process.kill(terminal.pid, 'SIGKILL');
    await terminal.ended();
    expect(terminal.read('draft.txt')).toBe('typed before');
  });

  it('a typed command comes back with the rest', async () => {
    const terminal = await start('answer');
    terminal.write('text\r');
    await terminal.shows('│ text');
    terminal.write(':hint\r');
    expect(await replyOf(terminal)).toEqual({ kind: 'command', name: 'hint', argument: '', draft: 'text\n' });
  });

  it.skipIf(!existsSync('/bin/bash'))('Ctrl-Z stops, fg goes on with the text', async () => {
    const terminal = openPty('/bin/bash', ['--norc', '--noprofile', '-i'], { env: { PS1: 'ready> ' } });
    open.push(terminal);
    await terminal.shows('ready>');
    terminal.write(`'${process.execPath}' '${driver}' answer .\r`);
    await terminal.shows('Ctrl-D submit');
    terminal.write('before');
    await terminal.shows('│ before');
    terminal.write('\u001a');
    await terminal.shows('Stopped');
    terminal.write('fg\r');
    await terminal.until(
      'the prompt again',
      () => terminal.lines().filter((one) => one.includes('│ before')).length === 2,
    );
    terminal.write(' and after');
    await terminal.shows('before and after');
    terminal.write('\u0004');
    await terminal.shows('END');
    expect(JSON.parse(terminal.read('reply.json'))).toMatchObject({ value: { text: 'before and after' } });
  });

  it('Ctrl-Z where nobody could wake the process goes on by itself', async () => {
    const terminal = await start('answer');
    terminal.write('before');
    await terminal.shows('│ before');
    terminal.write('\u001a');
    await terminal.until(
      'the prompt again',
      () => terminal.lines().filter((one) => one.includes('│ before')).length === 2,
    );
    terminal.write('!\u0004');
    expect(await replyOf(terminal)).toMatchObject({ value: { text: 'before!' } });
  });

  it('fits 40 columns and survives a change of the window', async () => {
    const terminal = await start('answer', { columns: 40, rows: 12 });
    terminal.write(`${line}\r`.repeat(3).trim());
    await terminal.shows('by cosine');
    const drawn = terminal.lines().filter((one) => one !== '');
    expect(drawn.length).toBeLessThanOrEqual(8);
    expect(drawn[0]).toBe('Step 1 of 7: Clarify requirements');
    expect(drawn.at(-1)).toBe('Ctrl-D submit, ^O editor, ^Y undo, :?');
    terminal.resize(80, 24);
    await terminal.until('the wider text', () => terminal.lines().some((one) => one.length > 60));
    terminal.resize(30, 20);
    await terminal.until(
      'the narrower text',
      () =>
        terminal.lines().every((one) => one.length <= 30) &&
        terminal.lines().some((one) => one.startsWith('│ We encode')),
    );
    expect(terminal.lines().filter((one) => one.startsWith('Step 1'))).toHaveLength(1);
    terminal.write('\u0004');
    await replyOf(terminal);
  });

  it('opens the editor on its key, and takes over what it saved', async () => {
    const terminal = await start('answer', { env: { EDITOR: 'sed -i s/mine/naïve/' } });
    terminal.write('mine');
    await terminal.shows('│ mine');
    terminal.write('\u000f');
    await terminal.shows('│ naïve');
    expect(terminal.lines().filter((one) => one.startsWith('Step 1'))).toHaveLength(1);
    terminal.write('\u0004');
    expect(await replyOf(terminal)).toMatchObject({ value: { text: 'naïve' } });
  });

  it.skipIf(!existsSync('/bin/bash'))('Ctrl-Z in the editor leaves screen and keyboard to the editor', async () => {
    const terminal = openPty('/bin/bash', ['--norc', '--noprofile', '-i'], { env: { PS1: 'ready> ' } });
    open.push(terminal);
    await terminal.shows('ready>');
    writeFileSync(
      `${terminal.folder}/editor.sh`,
      `#!/bin/bash\n${'echo EDITING; kill -TSTP 0; echo AGAIN; read -r line; echo "$line" > "$1"'}\n`,
    );
    chmodSync(`${terminal.folder}/editor.sh`, 0o700);
    terminal.write(`EDITOR=./editor.sh '${process.execPath}' '${driver}' answer .\r`);
    await terminal.shows('Ctrl-D submit');
    terminal.write('before\u000f');
    await terminal.shows('Stopped');
    const drawn = terminal.raw().length;
    terminal.write('fg\r');
    await terminal.shows('AGAIN');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(terminal.raw().slice(drawn)).not.toContain('Step 1 of 7');
    terminal.write('typed to the editor\r');
    await terminal.shows('│ typed to the editor');
    terminal.write('\u0004');
    await terminal.shows('END');
    expect(JSON.parse(terminal.read('reply.json'))).toMatchObject({ value: { text: 'typed to the editor' } });
  });

  it('SIGTERM while the editor is open ends both, keeps what was saved, and leaves nothing behind', async () => {
    const terminal = await start('answer', { env: { EDITOR: 'sh -c \'echo saved > "$0"; echo EDITING; sleep 30\'' } });
    terminal.write('before\u000f');
    await terminal.shows('EDITING');
    process.kill(terminal.pid, 'SIGTERM');
    expect(await replyOf(terminal)).toEqual({ kind: 'left', draft: 'saved', by: 'SIGTERM' });
  });

  it('escape sequences in a paste do not reach the screen', async () => {
    const terminal = await start('answer');
    terminal.write('\u001b[200~safe\u202e\u0007 text\u001b[201~');
    await terminal.shows('│ safe text');
    expect(terminal.raw()).not.toContain('\u202e');
    terminal.write('\u0004');
    await replyOf(terminal);
  });

  it.each([
    ['the editor', ''],
    ['plain mode', 'plain'],
  ])('a window that is closed loses nothing in %s', async (_, mode) => {
    const terminal = await start('answer', {}, mode);
    terminal.write('half a sent');
    await terminal.shows('half a sent');
    terminal.hangUp();
    await terminal.until('the reply', () => existsSync(`${terminal.folder}/reply.json`));
    expect(JSON.parse(terminal.read('reply.json'))).toMatchObject({ kind: 'left', draft: 'half a sent' });
    expect(terminal.read('draft.txt')).toBe('half a sent');
  });
});

describe.skipIf(process.platform === 'win32')('plain mode in a real terminal', { timeout: 60_000 }, () => {
  it('takes lines and draws nothing twice', async () => {
    const terminal = await start('answer', {}, 'plain');
    terminal.write('How many videos?\r');
    await terminal.shows('Interviewer: 800 million.');
    terminal.write('second line');
    await terminal.shows('second line');
    terminal.write('\u0004');
    expect(await replyOf(terminal)).toMatchObject({
      kind: 'answered',
      value: { text: 'How many videos?\nsecond line' },
    });
    expect(terminal.raw().split('How many videos?')).toHaveLength(2);
  });

  it('a command inside a paste is text, a typed one is a command', async () => {
    const terminal = await start('answer', {}, 'plain');
    terminal.write('one\r:hint\rtwo\r');
    await terminal.shows('two');
    await new Promise((resolve) => setTimeout(resolve, 100));
    terminal.write(':quit\r');
    expect(await replyOf(terminal)).toEqual({ kind: 'command', name: 'quit', argument: '', draft: 'one\n:hint\ntwo' });
  });

  it('Ctrl-C keeps the line that is not finished', async () => {
    const terminal = await start('answer', {}, 'plain');
    terminal.write('one\r');
    await terminal.shows('one');
    terminal.write('half\u0003');
    expect(await replyOf(terminal)).toEqual({ kind: 'left', draft: 'one\nhalf', by: 'SIGINT' });
    expect(terminal.read('draft.txt')).toBe('one\nhalf');
  });

  it('choices are numbered', async () => {
    const terminal = await start('choose', {}, 'plain');
    await terminal.shows('2: Go on (or n)');
    terminal.write('2\r');
    expect(await replyOf(terminal)).toEqual({ kind: 'answered', value: 'on' });
  });
});
