import type { CommandWords, OptionSpec } from './command.ts';

const json: OptionSpec = { flags: '--json', about: 'as one JSON document' };

/** The commands that show a case or check a text, without a conversation. */
export const lookTable: readonly CommandWords[] = [
  {
    name: 'list',
    about: 'the case studies, your own among them',
    group: 'look',
    options: [json],
    examples: ['mlsd list', 'mlsd list --json'],
  },
  {
    name: 'show',
    about: 'the brief and the questions of a case; answers only when asked for',
    group: 'look',
    arguments: [{ name: 'case', about: 'id of a case study, or a path that ends in .yaml', required: true }],
    options: [
      { flags: '--step <step>', about: 'one step: its question and its purpose' },
      { flags: '--model-answer', about: 'how a strong candidate answers (a spoiler)' },
      { flags: '--diagram', about: 'the reference architecture (a spoiler)' },
      { flags: '--sources', about: 'where the facts come from' },
      json,
    ],
    examples: ['mlsd show youtube-search', 'mlsd show youtube-search --step serving --model-answer'],
  },
  {
    name: 'ask',
    about: 'put questions to the interviewer of a case',
    group: 'look',
    arguments: [
      { name: 'case', about: 'id of a case study, or a path that ends in .yaml', required: true },
      { name: 'question', about: 'in quotes, one or several', required: false, many: true },
    ],
    options: [{ flags: '--batch <file>', about: 'one JSON object a line with "text"; - is standard input' }, json],
    examples: [
      'mlsd ask youtube-search "How many videos are there?"',
      'mlsd ask youtube-search --batch questions.jsonl',
    ],
  },
  {
    name: 'grade',
    about: 'check answers from a file, without a conversation',
    group: 'look',
    arguments: [{ name: 'case', about: 'id of a case study, when the file does not name it', required: false }],
    options: [
      { flags: '--answers <file>', about: 'an answer sheet in Markdown or JSON; - is standard input' },
      { flags: '--batch <file>', about: 'one JSON object a line with "step" and "text"; - is standard input' },
      { flags: '--step <step>', about: 'check this step alone; the file may then be the plain answer' },
      { flags: '--min-score <percent>', about: 'exit with 3 when the score is lower, from 0 to 100' },
      json,
    ],
    examples: [
      'mlsd grade youtube-search --answers sheet.md',
      'mlsd grade youtube-search --answers - --step frame',
      'mlsd grade youtube-search --batch answers.jsonl',
    ],
  },
];
