import { writeFileSync } from 'node:fs';
import { createPrompter } from '../../src/edge/inquirer-prompter.ts';
import { processSignals } from '../../src/edge/leave-signals.ts';

/** Asks one question at a real terminal; the drafts and the reply go to files. Bundled and run by the pty tests. */
const [kind = 'answer', folder = '.', mode = ''] = process.argv.slice(2);
const prompter = createPrompter({
  situation: {
    interactive: true,
    plain: mode === 'plain',
    color: false,
    unicode: true,
    debug: false,
    json: false,
    columns: process.stdout.columns,
    invokedAs: 'mlsd',
    version: '0.0.0',
  },
  settings: {
    list: () =>
      Promise.resolve([{ name: 'editor', value: process.env['EDITOR'] ?? '', origin: 'default', about: '' } as const]),
  },
  signals: processSignals,
});
const reply =
  kind === 'choose'
    ? await prompter.choose({
        message: 'What next?',
        choices: [
          { name: 'Hint', value: 'hint', key: 'h' },
          { name: 'Go on', value: 'on', key: 'n' },
        ],
      })
    : await prompter.answer({
        title: 'Step 1 of 7: Clarify requirements',
        draft: '',
        minutes: 5,
        elapsedSeconds: 0,
        wordsAdvised: 200,
        commands: ['hint', 'quit', '?'],
        onDraft: (draft) => writeFileSync(`${folder}/draft.txt`, draft),
        onQuestion: () => '800 million.',
      });
writeFileSync(`${folder}/reply.json`, JSON.stringify(reply));
process.stdout.write('END\n');
