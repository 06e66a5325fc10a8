import type { Prompter, Reply } from '../../src/ports.ts';

/** Thrown as a process that is killed: nothing runs after it. */
export class Killed extends Error {}

export type Wanderer = Prompter & { readonly words: readonly string[] };

/**
 * A person who does anything: each number of the path decides one reply. Words are only ever added, each of them new,
 * so that every one of them can be looked for afterwards. When the path has ended, the person leaves.
 */
export function wanderingPrompter(path: number[], words: string[]): Wanderer {
  const next = (): number => path.shift() ?? -1;
  const word = (): string => {
    const text = `word${words.length}`;
    words.push(text);
    return text;
  };
  const leaving = (draft: string): Reply<never> => {
    const by = (['SIGINT', 'SIGTERM', 'SIGHUP', 'end-of-input'] as const)[words.length % 4] ?? 'SIGINT';
    return { kind: 'left', by, draft };
  };
  const choose: Prompter['choose'] = ({ choices }) => {
    const step = next();
    if (step < 0 || step % 23 === 0) return Promise.resolve(leaving(''));
    if (step % 29 === 0) return Promise.reject(new Killed());
    const onward = choices.find((one) => one.value === 'go-on' || one.value === 'finish');
    const choice = (step % 3 === 0 ? onward : undefined) ?? choices[step % choices.length];
    return choice ? Promise.resolve({ kind: 'answered', value: choice.value }) : Promise.resolve(leaving(''));
  };
  return {
    words,
    choose,
    confirm: ({ initial }) => Promise.resolve({ kind: 'answered', value: initial }),
    line: ({ initial = '' }) => {
      const step = next();
      if (step < 0) return Promise.resolve(leaving(initial));
      // Enter on what stands there already: nothing new is typed.
      if (step % 7 === 0) return Promise.resolve({ kind: 'answered', value: initial });
      const text = `${initial} ${word()}`.trim();
      if (step % 5 === 0) return Promise.resolve(leaving(text));
      if (step % 5 === 1)
        return Promise.resolve({ kind: 'command', name: step % 2 ? 'quit' : 'hint', argument: '', draft: text });
      return Promise.resolve({ kind: 'answered', value: text });
    },
    answer: async ({ draft, elapsedSeconds, onDraft, onQuestion, commands }) => {
      const step = next();
      if (step < 0) {
        await onDraft(draft, elapsedSeconds);
        return leaving(draft);
      }
      const marks = [
        '',
        'unsure-frame-a.',
        'covered-frame-b.',
        'unsure-frame-b.',
        'partial-data-a.',
        'how many articles?',
      ];
      const text = step % 11 === 0 ? draft : `${draft}\n${marks[step % marks.length]} ${word()}`.trim();
      if (step % 3 === 0) onQuestion?.(`${word()}?`);
      await onDraft(text, elapsedSeconds + 1);
      if (step % 31 === 0) throw new Killed();
      if (step % 5 === 0) return leaving(text);
      if (step % 5 === 1) {
        const name = commands[step % commands.length] ?? 'quit';
        const argument = name === 'ask' ? `${word()} ${word()}` : '';
        return { kind: 'command', name, argument, draft: text };
      }
      return { kind: 'answered', value: { text, elapsedSeconds: elapsedSeconds + 1 } };
    },
  };
}
