import { describe, expect, it } from 'vitest';
import { readSituation, type Preferences } from '../../src/edge/situation.ts';
import type { Situation } from '../../src/ports.ts';

type Given = {
  argv?: string[];
  env?: NodeJS.ProcessEnv;
  stdin?: boolean;
  stdout?: boolean;
  columns?: number;
  preferences?: Preferences;
};

function situation({
  argv = [],
  env = {},
  stdin = true,
  stdout = true,
  columns = 100,
  preferences = {},
}: Given): Situation {
  const streams = { stdin: { isTTY: stdin }, stdout: { isTTY: stdout, columns: stdout ? columns : undefined } };
  return readSituation(argv, env, streams, { platform: 'linux', ...preferences });
}

describe('situation', () => {
  it.each<[string, Given, Partial<Situation>]>([
    ['a person at both ends', {}, { interactive: true, color: true, plain: false, columns: 100 }],
    ['input from a pipe', { stdin: false }, { interactive: false, color: true }],
    ['output into a pipe', { stdout: false }, { interactive: false, color: false, columns: 80 }],
    ['--no-input', { argv: ['--no-input'] }, { interactive: false }],
    ['--json', { argv: ['list', '--json'] }, { json: true, interactive: false, color: false }],
    ['--json asked for behind --', { argv: ['ask', '--', '--json'] }, { json: false, interactive: true }],
    ['--plain', { argv: ['--plain'] }, { plain: true }],
    ['--debug', { argv: ['--debug'] }, { debug: true }],
    ['a dumb terminal', { env: { TERM: 'dumb' } }, { plain: true, color: false, unicode: false }],
    ['--no-color before --color', { argv: ['--color', '--no-color'] }, { color: false }],
    ['--color before NO_COLOR', { argv: ['--color'], env: { NO_COLOR: '1' }, stdout: false }, { color: true }],
    ['NO_COLOR before FORCE_COLOR', { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, { color: false }],
    ['an empty NO_COLOR is none', { env: { NO_COLOR: '' } }, { color: true }],
    ['FORCE_COLOR in a pipe', { env: { FORCE_COLOR: '1' }, stdout: false }, { color: true }],
    ['FORCE_COLOR=0', { env: { FORCE_COLOR: '0' } }, { color: false }],
    [
      'the variable before the file',
      { env: { MLSD_COLOR: 'always' }, stdout: false, preferences: { color: 'never' } },
      { color: true },
    ],
    ['the file', { preferences: { color: 'never' } }, { color: false }],
    ['a UTF-8 locale', { env: { LANG: 'C.UTF-8' } }, { unicode: true }],
    ['another locale', { env: { LANG: 'C' } }, { unicode: false }],
    ['LC_ALL before LANG', { env: { LC_ALL: 'C', LANG: 'en_GB.utf8' } }, { unicode: false }],
    ['no locale at all', {}, { unicode: true }],
    ['a width that was set', { preferences: { width: '72' } }, { columns: 72 }],
    ['a width wider than the window', { env: { MLSD_WIDTH: '200' } }, { columns: 100 }],
    ['a width that is none', { env: { MLSD_WIDTH: 'wide' } }, { columns: 100 }],
    ['COLUMNS in a pipe', { stdout: false, env: { COLUMNS: '40' } }, { columns: 40 }],
    ['npm start', { env: { npm_lifecycle_event: 'start' } }, { invokedAs: 'npm start --' }],
    ['npm exec', { env: { npm_lifecycle_event: 'npx' } }, { invokedAs: 'mlsd' }],
  ])('%s', (_, given, expected) => {
    expect(situation(given)).toMatchObject(expected);
  });
});
