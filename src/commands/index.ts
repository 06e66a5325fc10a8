import type { CommandSpec } from './command.ts';
import { commandWords } from './command-words.ts';

/** Where the work of each command is found; a part is loaded only when its command runs. */
const parts: Readonly<Record<string, CommandSpec['load']>> = {
  practice: () => import('./practice.ts'),
  resume: () => import('./resume.ts'),
  demo: () => import('./demo.ts'),
  list: () => import('./list.ts'),
  show: () => import('./show.ts'),
  ask: () => import('./ask.ts'),
  grade: () => import('./grade.ts'),
  sim: () => import('./sim.ts'),
  export: () => import('./export.ts'),
  sessions: () => import('./sessions.ts'),
  'sessions remove': () => import('./sessions-remove.ts'),
  disputes: () => import('./disputes.ts'),
  config: () => import('./config-list.ts'),
  'config list': () => import('./config-list.ts'),
  'config get': () => import('./config-get.ts'),
  'config set': () => import('./config-set.ts'),
  'cases check': () => import('./cases-check.ts'),
  'cases new': () => import('./cases-new.ts'),
  'cases schema': () => import('./cases-schema.ts'),
};

/** Every command of the program with its work. */
export const commandTable: readonly CommandSpec[] = commandWords.map((words) => ({
  ...words,
  load: partOf(words.name),
}));

/** What runs when `mlsd` is called alone at a terminal. */
export const loadHome: CommandSpec['load'] = () => import('./home.ts');

function partOf(name: string): CommandSpec['load'] {
  const part = parts[name];
  if (!part) throw new RangeError(`\`commandTable\` has no part for "${name}"`);
  return part;
}
