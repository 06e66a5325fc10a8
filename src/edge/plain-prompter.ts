import type { Clock, Prompter, Reply } from '../ports.ts';
import type { OpenEditor } from './external-editor.ts';
import type { LeaveSignals } from './leave-signals.ts';
import { createLineReader, type Heard, type LineReader } from './line-reader.ts';
import { plainAnswer } from './plain-answer.ts';
import { safeLine, safeText } from '../render/safe-text.ts';
import { wrapWords } from '../render/wrap-words.ts';
import type { ChooseRequest } from './choose-prompt.ts';

export type PlainSurroundings = {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  signals: LeaveSignals;
  clock: Clock;
  openEditor: OpenEditor;
};

const usualColumns = 80;

/** Asks line by line, for screen readers: numbered choices, nothing drawn twice. */
export function createPlainPrompter(surroundings: PlainSurroundings): Prompter {
  const { input, output, signals } = surroundings;
  const withReader = async <T>(work: (reader: LineReader) => Promise<T>): Promise<T> => {
    const reader = createLineReader(input, output, signals);
    try {
      return await work(reader);
    } finally {
      reader.close();
    }
  };
  return {
    choose: (request) => withReader((reader) => chooseByNumber(request, reader, output.columns ?? usualColumns)),
    confirm: ({ message, initial }) => withReader((reader) => confirmByWord(message, initial, reader)),
    line: (request) => withReader((reader) => oneLine(request, reader)),
    answer: (request) => withReader((reader) => plainAnswer(request, surroundings, reader)),
  };
}

async function chooseByNumber<T>(request: ChooseRequest<T>, reader: LineReader, columns: number): Promise<Reply<T>> {
  const { choices, initial } = request;
  reader.say(`${safeText(request.message)}\n`);
  choices.forEach(({ name, key, about }, i) => {
    const detail = [key === undefined ? '' : `or ${key}`, about === undefined ? '' : safeLine(about)].filter(
      (one) => one !== '',
    );
    const line = `${i + 1}: ${safeLine(name)}${detail.length > 0 ? ` (${detail.join('; ')})` : ''}`;
    reader.say(`${wrapWords(line, columns)}\n`);
  });
  const usual = choices.findIndex((choice) => choice.value === initial);
  const ask = usual === -1 ? 'Number: ' : `Number, or Enter for ${usual + 1}: `;
  for (;;) {
    reader.say(ask);
    const heard = await reader.next();
    if (heard.kind !== 'line') return left(heard);
    const typed = heard.text.trim();
    const index =
      typed === '' ? usual : choices.findIndex((choice, i) => typed === String(i + 1) || typed === choice.key);
    const choice = choices[index];
    if (choice) return { kind: 'answered', value: choice.value };
    reader.say(`Type a number from 1 to ${choices.length}.\n`);
  }
}

async function confirmByWord(message: string, initial: boolean, reader: LineReader): Promise<Reply<boolean>> {
  for (;;) {
    reader.say(`${safeText(message)} Yes or no, or Enter for ${initial ? 'yes' : 'no'}: `);
    const heard = await reader.next();
    if (heard.kind !== 'line') return left(heard);
    const typed = heard.text.trim().toLowerCase();
    if (typed === '') return { kind: 'answered', value: initial };
    if (/^(y|yes|n|no)$/u.test(typed)) return { kind: 'answered', value: typed.startsWith('y') };
  }
}

async function oneLine(request: { message: string; initial?: string }, reader: LineReader): Promise<Reply<string>> {
  const initial = request.initial ?? '';
  const kept = initial === '' ? '' : ` Enter alone keeps: ${safeLine(initial)}`;
  reader.say(`${safeText(request.message)}${kept}\nYour line: `);
  const heard = await reader.next();
  if (heard.kind === 'left' || (heard.kind === 'end' && heard.text === '')) return left(heard);
  return { kind: 'answered', value: heard.text === '' ? initial : heard.text };
}

function left(heard: Exclude<Heard, { kind: 'line' }>): Reply<never> {
  return { kind: 'left', draft: heard.text, by: heard.kind === 'left' ? heard.by : 'end-of-input' };
}
