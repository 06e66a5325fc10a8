import type { CommandWords } from './command.ts';

/** The commands for writing case studies of one's own. */
export const authorTable: readonly CommandWords[] = [
  {
    name: 'cases check',
    about: 'find every fault in case studies, and prove that they grade as they say',
    group: 'author',
    arguments: [{ name: 'files', about: 'YAML files; all case studies if left out', required: false, many: true }],
    options: [
      { flags: '--advice', about: 'also what is a law only for the cases that ship: counts, lengths, balance' },
      { flags: '--json', about: 'as one JSON document' },
    ],
    examples: ['mlsd cases check my-case.yaml', 'mlsd cases check'],
  },
  {
    name: 'cases new',
    about: 'start a case study of your own; the comments in it are the manual',
    group: 'author',
    arguments: [{ name: 'id', about: 'lower case with hyphens, for example spam-filter', required: true }],
    options: [
      { flags: '--out <file>', about: 'write to this file; <id>.yaml in this folder if left out' },
      { flags: '--own', about: 'write into the folder of your own cases, where it is listed' },
      { flags: '--force', about: 'overwrite the file if it exists' },
    ],
    examples: ['mlsd cases new spam-filter', 'mlsd cases new spam-filter --own'],
  },
  {
    name: 'cases schema',
    about: 'the JSON Schema of a case study, for your editor',
    group: 'author',
    examples: ['mlsd cases schema > case-study.schema.json'],
  },
];
