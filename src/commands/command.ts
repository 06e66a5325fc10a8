import type { World } from '../ports.ts';

export type CommandGroup = 'practise' | 'look' | 'keep' | 'author';

export type OptionSpec = {
  /** As commander writes it: `--step <step>`, `--json`. */
  flags: string;
  about: string;
  choices?: readonly string[];
  repeatable?: boolean;
};

export type ArgumentSpec = { name: string; about: string; required: boolean; many?: boolean };

/** One verb of the command line, as a value; the grammar is built from the table of these. */
export type CommandSpec = {
  /** `practice`, or `cases check` for a verb below a noun. */
  name: string;
  about: string;
  group: CommandGroup;
  arguments?: readonly ArgumentSpec[];
  options?: readonly OptionSpec[];
  /** Flags that are not listed are the command's own to read: they come as words of the last argument. */
  ownFlags?: boolean;
  /** First in the help: what people type. */
  examples: readonly string[];
  load: () => Promise<{ run: RunCommand }>;
};

/** What the grammar and the help know of a command: everything but the work. */
export type CommandWords = Omit<CommandSpec, 'load'>;

/** What was typed, by the names of arguments and long options in camelCase. */
export type Invocation = {
  arguments: Readonly<Record<string, string | readonly string[] | undefined>>;
  options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
};

/** Does the work of a command and returns the exit code. */
export type RunCommand = (invocation: Invocation, world: World) => Promise<number>;
