import { authorTable } from './author-table.ts';
import type { CommandGroup, CommandWords } from './command.ts';
import { keepTable } from './keep-table.ts';
import { labTable } from './lab-table.ts';
import { lookTable } from './look-table.ts';
import { practiseTable } from './practise-table.ts';

/** Every command that can be typed, in the order of the help; the work behind them stands in `index.ts`. */
export const commandWords: readonly CommandWords[] = [
  ...practiseTable,
  ...lookTable,
  ...labTable,
  ...keepTable,
  ...authorTable,
];

export const groupTitles: Readonly<Record<CommandGroup, string>> = {
  practise: 'Practise',
  look: 'Look and check',
  keep: 'What you keep',
  author: 'Case studies of your own',
};

/** What a noun without an action of its own is for. */
export const nouns: Readonly<Record<string, string>> = { cases: 'check, start and describe case studies of your own' };
