import type { CommandWords, OptionSpec } from './command.ts';

const json: OptionSpec = { flags: '--json', about: 'as one JSON document' };

/** The commands for what is kept: sessions, sheets, settings. */
export const keepTable: readonly CommandWords[] = [
  {
    name: 'export',
    about: 'write the answer sheet of a session',
    group: 'keep',
    arguments: [{ name: 'session', about: 'id of a session; the newest one if left out', required: false }],
    options: [
      { flags: '--format <format>', about: 'md, html or json', choices: ['md', 'html', 'json'] },
      { flags: '--out <file>', about: 'write to this file; - is standard output' },
      { flags: '--force', about: 'overwrite the file if it exists' },
      { flags: '--blank <case>', about: 'an empty answer sheet for this case' },
      { flags: '--for <readers>', about: 'peers: without verdicts, with a blank scorecard', choices: ['peers'] },
      { flags: '--template <file>', about: 'a frame of your own with slots such as {{steps}}' },
    ],
    examples: [
      'mlsd export --out sheet.md',
      'mlsd export --format html --out sheet.html',
      'mlsd export --blank youtube-search --out sheet.md',
    ],
  },
  {
    name: 'sessions',
    about: 'your sessions, newest first',
    group: 'keep',
    options: [json],
    examples: ['mlsd sessions', 'mlsd sessions --json'],
  },
  {
    name: 'sessions remove',
    about: 'remove a session for good; asks first',
    group: 'keep',
    arguments: [{ name: 'session', about: 'id of the session', required: true }],
    options: [{ flags: '--yes', about: 'do not ask' }],
    examples: ['mlsd sessions remove <session>'],
  },
  {
    name: 'disputes',
    about: 'the verdicts that you held to be wrong',
    group: 'keep',
    options: [json],
    examples: ['mlsd disputes'],
  },
  {
    name: 'config',
    about: 'your settings, with where each comes from',
    group: 'keep',
    options: [json],
    examples: ['mlsd config', 'mlsd config set width 72'],
  },
  {
    name: 'config list',
    about: 'all settings, with where each comes from',
    group: 'keep',
    options: [json],
    examples: ['mlsd config list'],
  },
  {
    name: 'config get',
    about: 'the value of one setting',
    group: 'keep',
    arguments: [{ name: 'name', about: 'name of the setting', required: true }],
    options: [json],
    examples: ['mlsd config get cases'],
  },
  {
    name: 'config set',
    about: 'change one setting',
    group: 'keep',
    arguments: [
      { name: 'name', about: 'name of the setting', required: true },
      { name: 'value', about: 'its new value', required: true },
    ],
    examples: ['mlsd config set editor "code --wait"'],
  },
];
