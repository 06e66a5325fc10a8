import type { Situation } from '../ports.ts';
import { readWidth } from './settings.ts';

/** The part of a stream that tells whether a person sits at its end. */
export type StreamEnd = { isTTY?: boolean | undefined; columns?: number | undefined };
export type Streams = { stdin: StreamEnd; stdout: StreamEnd };

/** What the settings file says about drawing, and what the package says about itself. */
export type Preferences = { color?: unknown; width?: unknown; version?: string; platform?: NodeJS.Platform };

const usualColumns = 80;

/** Decides once, from flags, variables, streams and settings, how to talk to whoever called. */
export function readSituation(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  streams: Streams,
  preferences: Preferences = {},
): Situation {
  const end = argv.indexOf('--');
  const flags = new Set(end === -1 ? argv : argv.slice(0, end));
  const dumb = env['TERM'] === 'dumb';
  const terminal = streams.stdout.isTTY === true;
  const person = terminal && streams.stdin.isTTY === true;
  return {
    interactive: person && !flags.has('--no-input') && !flags.has('--json'),
    plain: flags.has('--plain') || isSet(env['MLSD_PLAIN']) || (terminal && dumb),
    color: !flags.has('--json') && wantsColor(flags, env, preferences, terminal && !dumb),
    unicode: drawsUnicode(env, preferences.platform ?? process.platform),
    debug: flags.has('--debug'),
    json: flags.has('--json'),
    columns: columnsOf(env, preferences, streams.stdout.columns),
    invokedAs: env['npm_lifecycle_event'] === 'start' ? 'npm start --' : 'mlsd',
    version: preferences.version ?? '0.0.0',
  };
}

/** `--no-color` before `--color` before NO_COLOR before FORCE_COLOR before the setting before the terminal. */
function wantsColor(
  flags: ReadonlySet<string>,
  env: NodeJS.ProcessEnv,
  preferences: Preferences,
  able: boolean,
): boolean {
  if (flags.has('--no-color')) return false;
  if (flags.has('--color')) return true;
  if (isSet(env['NO_COLOR'])) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  const setting = env['MLSD_COLOR'] ?? preferences.color;
  if (setting === 'always') return true;
  return setting === 'never' ? false : able;
}

function drawsUnicode(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (env['TERM'] === 'dumb' || env['TERM'] === 'linux') return false;
  if (platform === 'win32') return isSet(env['WT_SESSION']) || env['TERM_PROGRAM'] === 'vscode' || isSet(env['TERM']);
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return locale === '' || /utf-?8/iu.test(locale);
}

function columnsOf(env: NodeJS.ProcessEnv, preferences: Preferences, seen: number | undefined): number {
  const wanted = readWidth(env['MLSD_WIDTH'] ?? String(preferences.width ?? ''));
  if (wanted !== undefined) return seen === undefined ? wanted : Math.min(wanted, seen);
  return seen !== undefined && seen > 0 ? seen : (readWidth(env['COLUMNS'] ?? '') ?? usualColumns);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
