import { UserError } from '../errors.ts';
import type { Clock, Prompter, Settings, Situation } from '../ports.ts';
import { answerDialogue, type AnswerReply } from './answer-prompt.ts';
import { chooseDialogue } from './choose-prompt.ts';
import { ask, type Window } from './dialogue.ts';
import type { LeaveSignals } from './leave-signals.ts';
import { lineDialogue } from './line-prompt.ts';
import { createPlainPrompter } from './plain-prompter.ts';
import { promptLook } from './prompt-look.ts';
import { systemClock } from './system-clock.ts';
import { createWindow } from './window.ts';

export type PrompterSurroundings = {
  situation: Situation;
  settings: Pick<Settings, 'list'>;
  signals: LeaveSignals;
  clock?: Clock;
  input?: NodeJS.ReadStream;
  output?: NodeJS.WriteStream;
};

/** Asks the person at the terminal; leaving by Ctrl-C, a signal or a closed terminal is a reply. */
export function createPrompter(surroundings: PrompterSurroundings): Prompter {
  const { situation, signals, clock = systemClock, input = process.stdin, output = process.stdout } = surroundings;
  if (!situation.interactive) return nobodyThere(situation.invokedAs);
  // A terminal that is gone answers each read and write with an error; its signal tells us, and the draft is still saved.
  for (const stream of [input, output]) stream.on('error', () => undefined);
  const openEditor = async (text: string) => {
    const { externalEditor } = await import('./external-editor.ts');
    return externalEditor(await editorCommand(surroundings.settings))(text);
  };
  if (situation.plain) return createPlainPrompter({ input, output, signals, clock, openEditor });
  const look = promptLook(situation);
  const streams = { input, output };
  const window: Window = createWindow(output, situation.columns, signals);
  return {
    choose: (request) => ask({ window, make: (host) => chooseDialogue(request, look, host) }, streams),
    confirm: ({ message, initial }) => {
      const choices = [
        { name: 'Yes', value: true, key: 'y' },
        { name: 'No', value: false, key: 'n' },
      ];
      return ask({ window, make: (host) => chooseDialogue({ message, choices, initial }, look, host) }, streams);
    },
    line: (request) => ask({ window, make: (host) => lineDialogue(request, look, host) }, streams),
    answer: (request) =>
      ask<AnswerReply>({ window, make: (host) => answerDialogue(request, { clock, look, openEditor }, host) }, streams),
  };
}

async function editorCommand(settings: Pick<Settings, 'list'>): Promise<string> {
  return (await settings.list()).find((setting) => setting.name === 'editor')?.value ?? '';
}

/** A value that only a person could give is missing: said in words, never waited for. */
function nobodyThere(invokedAs: string): Prompter {
  const refuse = (): Promise<never> =>
    Promise.reject(
      new UserError('This asks for an answer, and there is no terminal to ask at.', `${invokedAs} --help`, 2),
    );
  return { choose: refuse, confirm: refuse, line: refuse, answer: refuse };
}
