import { Argument, Command, Option, type CommanderError } from 'commander';
import type { CommandSpec, Invocation } from './commands/command.ts';
import { helpText, type HelpLayout } from './commands/help-text.ts';
import { nouns } from './commands/command-words.ts';
import { commandTable, loadHome } from './commands/index.ts';
import { commandLineFault, unknownChoice, unknownCommand, unknownOption } from './commands/command-line-fault.ts';
import type { World } from './ports.ts';

export { helpText };

/** Runs what was typed and returns the exit code; a command line that cannot be served is a UserError. */
export async function runProgram(argv: readonly string[], world: World): Promise<number> {
  const words = argv.slice(0, endOfOptions(argv));
  if (words.some((word) => word === '-h' || word === '--help') || words[0] === 'help') {
    const own = ownHelp(words.filter((word) => word !== 'help'));
    if (own) return (await own.spec.load()).run(own.invocation, world);
    world.output.write(helpText(nameTyped(words), layoutOf(world)));
    return 0;
  }
  if (words[0] === '-V' || words[0] === '--version') {
    world.output.write(`${world.situation.version}\n`);
    return 0;
  }
  if (argv.every((word) => word.startsWith('-'))) return runAlone(argv, world);
  let code = 0;
  const perform = async (spec: CommandSpec, invocation: Invocation) => {
    if (world.situation.json && !takesJson(spec)) throw unknownOption('--json', spec);
    const { run } = await spec.load();
    code = await run(invocation, world);
  };
  const program = createProgram(perform, world, specsFor(words));
  await program.parseAsync([...argv], { from: 'user' });
  return code;
}

/** `mlsd sim ann --help` is answered by the command, which knows the flags of `ann`. */
function ownHelp(words: readonly string[]): { spec: CommandSpec; invocation: Invocation } | undefined {
  const [name, about = '-'] = words;
  const spec = commandTable.find((one) => one.ownFlags && one.name === name);
  const argument = spec?.arguments?.[0]?.name;
  if (!spec || argument === undefined || about.startsWith('-')) return undefined;
  return { spec, invocation: { arguments: { [argument]: about }, options: { explain: true } } };
}

/** Those commands alone that the first word can mean, because each takes time to make; all of them where it means none. */
function specsFor(words: readonly string[]): readonly CommandSpec[] {
  const first = words.find((word) => !word.startsWith('-'));
  const meant = commandTable.filter((spec) => spec.name.split(' ')[0] === first);
  return meant.length > 0 ? meant : commandTable;
}

/** The grammar of the command line, built from the table of commands. */
export function createProgram(
  perform: (spec: CommandSpec, invocation: Invocation) => Promise<void>,
  world?: World,
  specs: readonly CommandSpec[] = commandTable,
): Command {
  const root = withGlobalOptions(quiet(new Command('mlsd')));
  root.addOption(new Option('--json').hideHelp());
  root.exitOverride((error) => fail(error));
  for (const spec of specs) {
    const [noun = spec.name, verb] = spec.name.split(' ');
    if (verb === undefined) root.addCommand(commandOf(spec, perform));
    else (findChild(root, noun) ?? addNoun(root, noun, world)).addCommand(commandOf(spec, perform));
  }
  return root;
}

function commandOf(spec: CommandSpec, perform: (spec: CommandSpec, invocation: Invocation) => Promise<void>): Command {
  const command = withGlobalOptions(quiet(new Command(spec.name.split(' ').at(-1))));
  for (const { name, about, required, many } of spec.arguments ?? []) {
    const inside = many ? `${name}...` : name;
    command.addArgument(new Argument(required ? `<${inside}>` : `[${inside}]`, about));
  }
  for (const { flags, about, choices, repeatable } of spec.options ?? []) {
    const option = new Option(flags, about);
    if (choices) option.argParser((value: string) => chosen(value, choices, flags));
    else if (repeatable) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
    command.addOption(option);
  }
  if (spec.ownFlags) command.allowUnknownOption();
  command.exitOverride((error) => fail(error, spec));
  return command.action(() => perform(spec, invocationOf(spec, command)));
}

function invocationOf(spec: CommandSpec, command: Command): Invocation {
  const names = (spec.arguments ?? []).map((argument) => argument.name);
  const values = command.processedArgs as (string | string[] | undefined)[];
  return {
    arguments: Object.fromEntries(names.map((name, index) => [name, values[index]])),
    options: command.opts(),
  };
}

/** Commands that print data; a noun's help and a conversation are none. */
function takesJson(spec: CommandSpec): boolean {
  return (spec.options ?? []).some(({ flags }) => flags === '--json');
}

/** A noun without an action of its own answers with its help. */
function addNoun(root: Command, noun: string, world: World | undefined): Command {
  const command = withGlobalOptions(quiet(new Command(noun).description(nouns[noun] ?? '')));
  command.exitOverride((error) => fail(error, undefined, noun));
  command.allowUnknownOption().allowExcessArguments();
  command.argument('[verb]').action((verb: string | undefined) => {
    if (verb !== undefined) throw unknownCommand(verb, noun);
    world?.output.write(helpText(noun, layoutOf(world)));
  });
  root.addCommand(command);
  return command;
}

function fail(error: CommanderError, spec?: CommandSpec, noun?: string): never {
  throw commandLineFault(error, spec, noun);
}

function chosen(value: string, choices: readonly string[], flags: string): string {
  if (choices.includes(value)) return value;
  throw unknownChoice(value, choices, flags);
}

async function runAlone(argv: readonly string[], world: World): Promise<number> {
  const unknown = argv.find((word) => !globalFlags.includes(word) && word !== '--');
  if (unknown !== undefined) throw unknownOption(unknown);
  if (!world.situation.interactive) {
    world.output.write(helpText(undefined, layoutOf(world)));
    return 0;
  }
  const { run } = await loadHome();
  return run({ arguments: {}, options: {} }, world);
}

const globalFlags = ['--plain', '--color', '--no-color', '--no-input', '--debug'];

function withGlobalOptions(command: Command): Command {
  for (const flag of globalFlags) command.addOption(new Option(flag).hideHelp());
  return command;
}

/** Errors travel as exceptions and help is our own: commander itself writes nothing. */
function quiet(command: Command): Command {
  const silent = { writeOut: () => undefined, writeErr: () => undefined };
  return command.helpOption(false).helpCommand(false).showSuggestionAfterError(false).configureOutput(silent);
}

function findChild(parent: Command, name: string): Command | undefined {
  return parent.commands.find((child) => child.name() === name);
}

/** The command that the first words name: two words for a verb below a noun, else one. */
function nameTyped(words: readonly string[]): string | undefined {
  const [first = '', second = ''] = words.filter((word) => !word.startsWith('-') && word !== 'help');
  const known = [...commandTable.map((spec) => spec.name), ...Object.keys(nouns)];
  return [`${first} ${second}`, first].find((name) => known.includes(name));
}

function endOfOptions(argv: readonly string[]): number {
  const end = argv.indexOf('--');
  return end === -1 ? argv.length : end;
}

function layoutOf(world: World): HelpLayout {
  return { columns: Math.min(world.situation.columns, 80), invokedAs: world.situation.invokedAs };
}
