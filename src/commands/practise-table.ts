import type { CommandWords } from './command.ts';

const caseArgument = { name: 'case', about: 'id of a case study, or a path that ends in .yaml', required: true };

/** The commands that hold a conversation. */
export const practiseTable: readonly CommandWords[] = [
  {
    name: 'practice',
    about: 'go through a case step by step, in your own words',
    group: 'practise',
    arguments: [caseArgument],
    options: [
      { flags: '--from <step>', about: 'start at this step' },
      { flags: '--only <step>', about: 'practise one step alone, about 20 minutes' },
      { flags: '--new', about: 'start afresh, even if a session of this case is unfinished' },
    ],
    examples: [
      'mlsd practice youtube-search',
      'mlsd practice youtube-search --only frame',
      'mlsd practice ./my-case.yaml --new',
    ],
  },
  {
    name: 'resume',
    about: 'go on where you left off',
    group: 'practise',
    arguments: [{ name: 'session', about: 'id of a session; the newest unfinished one if left out', required: false }],
    examples: ['mlsd resume'],
  },
  {
    name: 'demo',
    about: "a minute's tour, nothing to type",
    group: 'practise',
    examples: ['mlsd demo'],
  },
];
