import type { Page } from '../page.ts';
import type { Setting } from '../ports.ts';
import type { RunCommand } from './command.ts';
import { jsonText } from './json-text.ts';

/** Shows every setting with where it comes from, and the file that holds the user's own. */
export const run: RunCommand = async (_, world) => {
  const settings = await world.settings();
  const all = await settings.list();
  if (world.situation.json) world.output.write(jsonText({ file: settings.file, settings: all }));
  else world.output.show(settingsPage(all, settings.file, world.situation.invokedAs));
  return 0;
};

/** The settings as a page: value, origin, and what each is for. */
export function settingsPage(all: readonly Setting[], file: string, invokedAs: string): Page {
  return [
    { kind: 'heading', level: 1, text: 'Settings' },
    {
      kind: 'table',
      columns: [{ title: 'name' }, { title: 'value' }, { title: 'from' }, { title: 'what it is for' }],
      rows: all.map(({ name, value, origin, about }) => [name, value, origin, about]),
    },
    { kind: 'quote', label: 'Your settings are kept in', text: file },
    { kind: 'note', tone: 'next', text: `${invokedAs} config set width 72` },
  ];
}
