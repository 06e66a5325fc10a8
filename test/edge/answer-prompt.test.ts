import { render } from '@inquirer/testing';
import { describe, expect, it } from 'vitest';
import { answerDialogue, type AnswerReply } from '../../src/edge/answer-prompt.ts';
import { chooseDialogue } from '../../src/edge/choose-prompt.ts';
import { runDialogue, type DialogueConfig } from '../../src/edge/dialogue.ts';
import type { OpenEditor } from '../../src/edge/external-editor.ts';
import type { LeaveSignal } from '../../src/edge/leave-signals.ts';
import { lineDialogue } from '../../src/edge/line-prompt.ts';
import { promptLook } from '../../src/edge/prompt-look.ts';
import { systemClock } from '../../src/edge/system-clock.ts';
import type { AnswerRequest, Reply } from '../../src/ports.ts';

const look = promptLook({ color: false, unicode: true });
const tick = (milliseconds = 20) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function open<T>(make: DialogueConfig<T>['make'], size = { columns: 60, rows: 24 }) {
  const hearing: ((by: LeaveSignal) => void)[] = [];
  const window = {
    size: () => size,
    onResize: () => () => undefined,
    signals: {
      subscribe: (listener: (by: LeaveSignal) => void) => {
        hearing.push(listener);
        return () => void hearing.splice(hearing.indexOf(listener), 1);
      },
    },
  };
  const prompt = await render(runDialogue, { window, make } as DialogueConfig<unknown>);
  const keys = async (text: string) => {
    prompt.input.write(text);
    await tick();
  };
  const signal = (by: LeaveSignal) => hearing.forEach((listener) => listener(by));
  return { keys, signal, hearing, answer: prompt.answer as Promise<T>, screen: () => prompt.getFullOutput() };
}

type Draft = [string, number];

async function openAnswer(
  given: Partial<AnswerRequest> = {},
  openEditor: OpenEditor = () => Promise.reject(new Error('no editor')),
) {
  const drafts: Draft[] = [];
  const request: AnswerRequest = {
    title: 'Step 1 of 7: Clarify requirements',
    draft: '',
    minutes: 5,
    elapsedSeconds: 83,
    wordsAdvised: 200,
    commands: ['hint', 'ask', 'quit', '?'],
    onDraft: (draft, seconds) => void drafts.push([draft, seconds]),
    ...given,
  };
  const opened = await open<AnswerReply>((host) =>
    answerDialogue(request, { clock: systemClock, look, openEditor }, host),
  );
  return { ...opened, drafts };
}

describe('answer prompt', () => {
  it('shows title, time, length and how to submit', async () => {
    const { screen, keys } = await openAnswer();
    await keys('two words');
    const shown = await screen();
    expect(shown).toContain('Step 1 of 7: Clarify requirements');
    expect(shown).toContain('1:23 of 5 min · 2 of about 200 words');
    expect(shown).toContain('Ctrl-D submit');
    await keys('\u0004');
  });

  it('takes several lines; Ctrl-D submits them', async () => {
    const { keys, answer } = await openAnswer();
    await keys('one');
    await keys('\r');
    await keys('two \u65e5\u672c');
    await keys('\u0004');
    expect(await answer).toEqual({ kind: 'answered', value: { text: 'one\ntwo 日本', elapsedSeconds: 83 } });
  });

  it('goes on with the draft and saves before it returns', async () => {
    const { keys, answer, drafts } = await openAnswer({ draft: 'kept\n' });
    await keys('more');
    await keys('\u0004');
    expect(await answer).toMatchObject({ value: { text: 'kept\nmore' } });
    expect(drafts.at(-1)).toEqual(['kept\nmore', 83]);
  });

  it('saves within a second of a change', async () => {
    const { keys, drafts } = await openAnswer();
    await keys('typed');
    expect(drafts).toEqual([]);
    await tick(600);
    expect(drafts).toEqual([['typed', 83]]);
    await keys('\u0004');
  });

  it('a save that fails is told, and typing goes on', async () => {
    const { keys, screen, answer } = await openAnswer({ onDraft: () => Promise.reject(new Error('the disk is full')) });
    await keys('typed');
    await tick(1600);
    expect(await screen()).toContain('Not saved yet: the disk is full');
    await keys(' on\u0004');
    expect(await answer).toMatchObject({ kind: 'answered', value: { text: 'typed on' } });
  });

  it.each<[string, string[], string]>([
    ['a typed command comes back with the rest as draft', ['text\r', ':hint', '\r'], 'text\n'],
    ['a command that arrives with its Enter is typed', ['text\r', ':hint\r'], 'text\n'],
    ['Ctrl-D behind a command runs it', [':hint', '\u0004'], ''],
    ['a command between other lines leaves them', ['a\r', 'b', '\u001b[A', '\u001b[F', '\r', ':hint', '\r'], 'a\nb'],
  ])('%s', async (_, keys, draft) => {
    const prompt = await openAnswer();
    for (const one of keys) await prompt.keys(one);
    expect(await prompt.answer).toEqual({ kind: 'command', name: 'hint', argument: '', draft });
    expect(prompt.drafts.at(-1)?.[0]).toBe(draft);
  });

  it.each<[string, string[], string]>([
    ['a pasted command is text', ['\u001b[200~:hint\r\u001b[201~'], ':hint\n'],
    ['a pasted command is text when Enter follows', ['\u001b[200~:hint\u001b[201~', '\r'], ':hint\n'],
    ['a command in a paste without marks is text', ['one\r:hint\rtwo'], 'one\n:hint\ntwo'],
    ['a command inside a sentence is text', ['try :hint', '\r'], 'try :hint\n'],
    ['an unknown command is text', [':dance', '\r'], ':dance\n'],
  ])('%s', async (_, keys, text) => {
    const prompt = await openAnswer();
    for (const one of keys) await prompt.keys(one);
    await prompt.keys('\u0004');
    expect(await prompt.answer).toMatchObject({ kind: 'answered', value: { text } });
  });

  it('hands over the argument of a command', async () => {
    const { keys, answer } = await openAnswer();
    await keys(':ask How many?');
    await keys('\r');
    expect(await answer).toEqual({ kind: 'command', name: 'ask', argument: 'How many?', draft: '' });
  });

  it('answers each finished question once, below the text', async () => {
    const asked: string[] = [];
    const onQuestion = (line: string) => {
      asked.push(line);
      return '800 million.';
    };
    const { keys, screen } = await openAnswer({ onQuestion });
    await keys('How many videos?\r');
    await keys('No question.\r');
    await keys('How many videos?\r');
    await keys('\u001b[200~Which languages?\rWho types?\u001b[201~');
    expect(asked).toEqual(['How many videos?', 'Which languages?']);
    expect(await screen()).toContain('→ 800 million.');
    await keys('\u0004');
  });

  it.each<[string, (prompt: Awaited<ReturnType<typeof openAnswer>>) => unknown, string]>([
    ['Ctrl-C', (prompt) => prompt.keys('\u0003'), 'SIGINT'],
    ['SIGTERM', (prompt) => prompt.signal('SIGTERM'), 'SIGTERM'],
    ['SIGHUP', (prompt) => prompt.signal('SIGHUP'), 'SIGHUP'],
  ])('%s is a reply with the draft, which is saved', async (_, leave, by) => {
    const prompt = await openAnswer();
    await prompt.keys('half a sent');
    await leave(prompt);
    expect(await prompt.answer).toEqual({ kind: 'left', draft: 'half a sent', by });
    expect(prompt.drafts.at(-1)?.[0]).toBe('half a sent');
    expect(prompt.hearing).toEqual([]);
  });

  it('takes the text of the editor, and keeps the text when the editor fails', async () => {
    const outcomes = [
      { kind: 'failed', why: 'The editor ended with code 1.' },
      { kind: 'edited', text: 'naïve α' },
    ] as const;
    let call = 0;
    const given: string[] = [];
    const { keys, screen, answer } = await openAnswer({ draft: 'mine' }, (text) => {
      given.push(text);
      return Promise.resolve(outcomes[call++] ?? outcomes[0]);
    });
    await keys('\u000f');
    expect(await screen()).toContain('The editor ended with code 1.');
    await keys('\u000f');
    await keys('\u0004');
    expect(given).toEqual(['mine', 'mine']);
    expect(await answer).toMatchObject({ value: { text: 'naïve α' } });
  });

  it('never writes escape sequences or bidi overrides of a draft to the terminal', async () => {
    const { keys, screen } = await openAnswer({ draft: 'a\u001b]0;owned\u0007b\u202ec' });
    const shown = await screen();
    expect(shown).toContain('a]0;ownedbc');
    await keys('\u0004');
  });
});

describe('choose prompt', () => {
  const choices = [
    { name: 'Improve', value: 'improve', key: 'i', about: 'the better attempt counts' },
    { name: 'Hint', value: 'hint', key: 'h' },
    { name: 'Go on', value: 'next' },
  ];
  const ask = (initial?: string) =>
    open<Reply<string>>((host) =>
      chooseDialogue({ message: 'What next?', choices, ...(initial ? { initial } : {}) }, look, host),
    );

  it.each<[string, string[], string]>([
    ['a key reacts at once', ['h'], 'hint'],
    ['a key counts in either case', ['H'], 'hint'],
    ['a choice without a key has a digit', ['1'], 'next'],
    ['arrow and Enter', ['\u001b[B', '\r'], 'hint'],
    ['up from the first is the last', ['\u001b[A', '\r'], 'next'],
    ['Enter alone takes the first', ['\r'], 'improve'],
    ['a key that is not there does nothing', ['x', '\r'], 'improve'],
    ['a paste chooses nothing', ['\u001b[200~h\u001b[201~', '\r'], 'improve'],
  ])('%s', async (_, keys, value) => {
    const prompt = await ask();
    for (const one of keys) await prompt.keys(one);
    expect(await prompt.answer).toEqual({ kind: 'answered', value });
  });

  it('starts at the initial choice', async () => {
    const prompt = await ask('next');
    await prompt.keys('\r');
    expect(await prompt.answer).toEqual({ kind: 'answered', value: 'next' });
  });

  it.each([
    ['\u0003', 'SIGINT'],
    ['\u0004', 'end-of-input'],
  ])('%j leaves as %s', async (key, by) => {
    const prompt = await ask();
    await prompt.keys(key);
    expect(await prompt.answer).toEqual({ kind: 'left', draft: '', by });
  });

  it('shows keys and what the chosen row is about', async () => {
    const prompt = await ask();
    expect(await prompt.screen()).toMatch(
      /› i {2}Improve\n {2}h {2}Hint\n {2}1 {2}Go on\n {2}the better attempt counts/u,
    );
    await prompt.keys('\r');
  });

  const short = ['one', 'two', 'three', 'four', 'five'].map((name, i) => ({
    name: `${name}, ${'in many words '.repeat(i === 4 ? 2 : 1)}`.trim(),
    short: name,
    value: name,
    key: name.charAt(i === 2 ? 1 : i === 4 ? 3 : 0),
  }));
  const askShort = (columns: number) =>
    open<Reply<string>>((host) => chooseDialogue({ message: 'What next?', choices: short }, look, host), {
      columns,
      rows: 24,
    });

  it.each([
    [80, /What next\? {2}.*\n› o one, in many words +f four, in many words\n/u],
    [40, /What next\?\n› o one +f four\n {2}t two +e five\n {2}h three$/u],
  ])('stands in two columns at %i columns where the choices have short names', async (columns, drawn) => {
    const prompt = await askShort(columns);
    expect((await prompt.screen()).trimEnd()).toMatch(drawn);
    await prompt.keys('\r');
  });

  it('goes to the other column and back by the arrow keys', async () => {
    const prompt = await askShort(80);
    for (const key of ['\u001b[C', '\u001b[B', '\u001b[D', '\u001b[C', '\u001b[C', '\r']) await prompt.keys(key);
    expect(await prompt.answer).toEqual({ kind: 'answered', value: 'five' });
  });

  it('stands in one column where the window is too narrow for two', async () => {
    const prompt = await askShort(20);
    expect((await prompt.screen()).split('\n').length).toBeGreaterThanOrEqual(6);
    await prompt.keys('\r');
  });

  it('scrolls where the window is lower than the menu', async () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ name: `row ${i}`, value: i }));
    const prompt = await open<Reply<number>>(
      (host) => chooseDialogue({ message: 'Which?', choices: many, initial: 20 }, look, host),
      { columns: 40, rows: 10 },
    );
    const shown = (await prompt.screen()).split('\n');
    expect(shown.length).toBeLessThanOrEqual(6);
    expect(shown.join('\n')).toContain('› row 20');
    await prompt.keys('\r');
    expect(await prompt.answer).toEqual({ kind: 'answered', value: 20 });
  });
});

describe('line prompt', () => {
  const ask = (initial?: string) =>
    open<Reply<string>>((host) =>
      lineDialogue({ message: 'What would you change?', ...(initial ? { initial } : {}) }, look, host),
    );

  it.each<[string, string | undefined, string[], Reply<string>]>([
    ['Enter sends', undefined, ['more data', '\r'], { kind: 'answered', value: 'more data' }],
    ['text with its Enter sends', undefined, ['more data\r'], { kind: 'answered', value: 'more data' }],
    ['the initial text can be edited', 'old', ['\u007f', 'x', '\r'], { kind: 'answered', value: 'olx' }],
    [
      'pasted line ends become spaces',
      undefined,
      ['\u001b[200~a\rb\u001b[201~', '\r'],
      { kind: 'answered', value: 'a b' },
    ],
    ['Ctrl-C leaves with the draft', undefined, ['half', '\u0003'], { kind: 'left', draft: 'half', by: 'SIGINT' }],
    ['Ctrl-D on nothing leaves', undefined, ['\u0004'], { kind: 'left', draft: '', by: 'end-of-input' }],
  ])('%s', async (_, initial, keys, reply) => {
    const prompt = await ask(initial);
    for (const one of keys) await prompt.keys(one);
    expect(await prompt.answer).toEqual(reply);
  });
});
