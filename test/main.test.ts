import { describe, expect, it } from 'vitest';
import { UserError } from '../src/errors.ts';
import { tellError } from '../src/main.ts';
import { plainSituation } from './support/command-world.ts';

const fault = new UserError('There is no case "x".', 'mlsd list', 2);

describe('tellError', () => {
  it("tells a user's fault in one sentence and one way out", () => {
    expect(tellError(fault, plainSituation)).toEqual({ text: 'There is no case "x".\nTry: mlsd list\n', code: 2 });
  });

  it('writes commands in the form that works as invoked', () => {
    const told = tellError(fault, { ...plainSituation, invokedAs: 'npm start --' });
    expect(told.text).toContain('Try: npm start -- list\n');
  });

  it('breaks lines between words at a terminal, and leaves a command whole', () => {
    const long = new UserError(
      'The session "youtube-search-20261121-013245" is open in another terminal (process 25961).',
      'mlsd practice youtube-search --only serving --new',
      2,
    );
    const told = tellError(long, { ...plainSituation, interactive: true, columns: 40 }).text;
    expect(told).toBe(
      'The session\n"youtube-search-20261121-013245" is open\nin another terminal (process 25961).\nTry: mlsd practice youtube-search --only serving --new\n',
    );
    expect(tellError(long, { ...plainSituation, columns: 40 }).text.split('\n')).toHaveLength(3);
  });

  it('keeps the exit code of the fault', () => {
    expect(tellError(new UserError('The disk is full.', 'free some space'), plainSituation).code).toBe(1);
  });

  it('tells anything else as a bug, with the version and how to report it', () => {
    const told = tellError(new TypeError('x is not a function'), plainSituation);
    expect(told.code).toBe(70);
    expect(told.text).toContain('This is a bug in mlsd 0.1.0: x is not a function');
    expect(told.text).toContain('report');
    expect(told.text).not.toContain('at ');
  });

  it.each([fault, new TypeError('x'), new Error('outer', { cause: new Error('inner') })])(
    'shows the stack of %s with --debug alone',
    (error) => {
      const debug = tellError(error, { ...plainSituation, debug: true });
      expect(debug.text).toMatch(/\n\s+at /u);
      if (error.cause) expect(debug.text).toContain('Caused by: Error: inner');
      expect(tellError(error, plainSituation).text).not.toMatch(/\n\s+at /u);
    },
  );

  it.each([
    [fault, { kind: 'user', message: 'There is no case "x".', try: 'mlsd list', code: 2 }],
    [new TypeError('x'), { kind: 'bug', message: 'x', code: 70 }],
    ['thrown text', { kind: 'bug', message: 'thrown text' }],
  ])('writes %s as JSON with --json', (error, expected) => {
    const told = tellError(error, { ...plainSituation, json: true });
    expect(JSON.parse(told.text)).toMatchObject({ schemaVersion: 1, error: expected });
  });

  it('keeps escape sequences and bidi overrides from the terminal', () => {
    const sly = new UserError('There is no case "\u001b[31m\u202Ex\u009b2J".', 'mlsd list', 2);
    for (const json of [false, true]) {
      expect(tellError(sly, { ...plainSituation, json }).text).not.toMatch(/[\u001B\u0080-\u009F\u202A-\u202E]/u);
    }
  });
});
