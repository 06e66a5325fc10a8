import { didYouMean } from '../domain/near-names.ts';
import { UserError } from '../errors.ts';
import type { CommandWords } from './command.ts';
import { argumentsText, globalOptionRows } from './help-text.ts';
import { commandWords } from './command-words.ts';

/** What the grammar found wrong: commander's error, read by its code. */
export type GrammarFault = { code: string; message: string };

/** The fault of a command line, in words with a way out. */
export function commandLineFault(fault: GrammarFault, spec?: CommandWords, noun?: string): UserError {
  const quoted = /'([^']*)'/u.exec(fault.message)?.[1] ?? '';
  switch (fault.code) {
    case 'commander.unknownCommand':
      return unknownCommand(quoted, noun);
    case 'commander.unknownOption':
      return unknownOption(quoted, spec);
    case 'commander.missingArgument':
      return usageFault(`${commandName(spec)} needs <${quoted}>.`, spec);
    case 'commander.optionMissingArgument':
      return usageFault(`The option ${quoted} needs a value.`, spec, quoted.split(' ')[0]);
    case 'commander.excessArguments':
      return excessArguments(spec);
    default:
      return usageFault(`${fault.message.replace(/^error: /u, '')}.`, spec);
  }
}

/** A word that is no command, with the commands that it may have meant. */
export function unknownCommand(word: string, noun?: string): UserError {
  const below = noun === undefined ? '' : `${noun} `;
  const names = commandWords.map((spec) => spec.name).filter((name) => name.startsWith(below));
  const last = names.map((name) => name.slice(below.length).split(' ')[0] ?? '');
  const guess = didYouMean(word, [...new Set(last)]);
  return new UserError(sentence(`There is no command "${below}${word}".`, guess), `mlsd ${below}--help`, 2);
}

/** A flag that the command does not take, with the flags that it may have meant. */
export function unknownOption(flag: string, spec?: CommandWords): UserError {
  const own = (spec?.options ?? []).map((option) => option.flags.split(' ')[0] ?? '');
  const everywhere = globalOptionRows.flatMap(([flags]) => flags.split(', '));
  const name = flag.split('=')[0] ?? flag;
  const meant = (sameInOthers[name] ?? []).find((one) => own.includes(one));
  const guess = meant ? `Did you mean "${meant}"?` : didYouMean(name, [...own, ...everywhere]);
  return new UserError(sentence(`${commandName(spec)} has no option "${name}".`, guess), helpCommand(spec), 2);
}

/** A value outside the choices of an option. */
export function unknownChoice(value: string, choices: readonly string[], flags: string): UserError {
  const flag = flags.split(' ')[0] ?? flags;
  const guess = didYouMean(value, choices);
  const fault = `${flag} takes ${choices.map((choice) => `"${choice}"`).join(', ')}, not "${value}".`;
  return new UserError(sentence(fault, guess), `${flag} ${choices[0] ?? ''}`.trim(), 2);
}

/** Something is missing or wrong in the way a command was typed; an example of it is the way out. */
export function usageFault(what: string, spec?: CommandWords, flag?: string): UserError {
  const fitting = spec?.examples.find((example) => flag !== undefined && example.split(' ').includes(flag));
  return new UserError(what, fitting ?? spec?.examples[0] ?? 'mlsd --help', 2);
}

/** What another command, or another program, calls the same thing. */
const sameInOthers: Readonly<Record<string, readonly string[]>> = {
  '--step': ['--only'],
  '--only': ['--step'],
  '--json': ['--format'],
  '--output': ['--out'],
  '--file': ['--answers', '--out'],
};

function excessArguments(spec: CommandWords | undefined): UserError {
  const verbs = commandWords.filter((one) => one.name.startsWith(`${spec?.name} `));
  if (spec && verbs.length > 0) {
    const known = verbs.map((verb) => `"${verb.name}"`).join(', ');
    return new UserError(`"mlsd ${spec.name}" takes no such word; there is ${known}.`, helpCommand(spec), 2);
  }
  const expected = argumentsText(spec?.arguments);
  const what = expected === '' ? 'takes no arguments' : `takes ${expected} and no more`;
  return usageFault(`${commandName(spec)} ${what}. Put quotes around text with spaces.`, spec);
}

function commandName(spec: CommandWords | undefined): string {
  return spec ? `"mlsd ${spec.name}"` : '"mlsd"';
}

function helpCommand(spec: CommandWords | undefined): string {
  return spec ? `mlsd ${spec.name} --help` : 'mlsd --help';
}

function sentence(fault: string, guess: string): string {
  return guess === '' ? fault : `${fault} ${guess}`;
}
