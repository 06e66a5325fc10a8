import type { ArgumentSpec, CommandGroup, CommandWords } from './command.ts';
import { commandWords, groupTitles, nouns } from './command-words.ts';

/** How a help text is laid out, and how the program was called. */
export type HelpLayout = { columns: number; invokedAs: string };

const byDefault: HelpLayout = { columns: 80, invokedAs: 'mlsd' };

/** The help of the whole program, of a noun such as `cases`, or of one command, as plain text. */
export function helpText(name?: string, layout: HelpLayout = byDefault): string {
  const spec = commandWords.find((one) => one.name === name);
  const verbs = name === undefined ? [] : commandWords.filter((one) => one.name.startsWith(`${name} `));
  const sections = spec
    ? commandHelp(spec, verbs, layout)
    : verbs.length > 0 && name
      ? nounHelp(name, verbs, layout)
      : programHelp(layout);
  const text = `${sections.join('\n\n')}\n`;
  return layout.invokedAs === 'mlsd' ? text : text.replace(/\bmlsd (?=[a-z<-])/gu, `${layout.invokedAs} `);
}

/** What stands after the name of a command: `<case> [question...]`. */
export function argumentsText(specs: readonly ArgumentSpec[] = []): string {
  return specs.map(argumentText).join(' ');
}

function argumentText({ name, required, many }: ArgumentSpec): string {
  const inside = many ? `${name}...` : name;
  return required ? `<${inside}>` : `[${inside}]`;
}

function programHelp(layout: HelpLayout): string[] {
  const groups = (Object.keys(groupTitles) as CommandGroup[]).map((group) => {
    const rows = commandWords.filter((spec) => spec.group === group && isListed(spec)).map(commandRow);
    return section(groupTitles[group], rows, layout);
  });
  return [
    wrap(programLine, layout.columns, ''),
    'Usage: mlsd <command> [options]',
    section('Examples', programExamples, layout),
    ...groups,
    section('Everywhere', globalOptionRows, layout),
    wrap('Help on one command: mlsd <command> --help', layout.columns, ''),
  ];
}

/** `config list` is what `config` does alone: one row is enough. */
function isListed(spec: CommandWords): boolean {
  return spec.name !== 'config list';
}

function commandRow(spec: CommandWords): Row {
  return [`${spec.name} ${argumentsText(spec.arguments)}`.trim(), spec.about];
}

function nounHelp(noun: string, verbs: readonly CommandWords[], layout: HelpLayout): string[] {
  return [
    wrap(`${noun}: ${nouns[noun] ?? verbs.map((verb) => verb.about).join('; ')}.`, layout.columns, ''),
    `Usage: mlsd ${noun} <command>`,
    section(
      'Examples',
      verbs.flatMap((verb) => verb.examples).map((example): Row => [example]),
      layout,
    ),
    section('Commands', verbs.map(commandRow), layout),
  ];
}

function commandHelp(spec: CommandWords, verbs: readonly CommandWords[], layout: HelpLayout): string[] {
  const options = (spec.options ?? []).map(({ flags, about }): Row => [flags, about]);
  const usage = ['Usage: mlsd', spec.name, argumentsText(spec.arguments), options.length > 0 ? '[options]' : ''];
  const parts = [
    wrap(`${spec.name}: ${spec.about}.`, layout.columns, ''),
    wrap(usage.filter((piece) => piece !== '').join(' '), layout.columns, '  '),
    section(
      'Examples',
      spec.examples.map((example): Row => [example]),
      layout,
    ),
  ];
  if (spec.arguments)
    parts.push(
      section(
        'Arguments',
        spec.arguments.map((one): Row => [argumentText(one), one.about]),
        layout,
      ),
    );
  if (options.length > 0) parts.push(section('Options', options, layout));
  if (verbs.length > 0) parts.push(section('Commands', verbs.map(commandRow), layout));
  return [...parts, section('Everywhere', globalOptionRows, layout)];
}

type Row = readonly [left: string, right?: string];

/** A title and rows in two columns; below each other where the window is narrow. */
function section(title: string, rows: readonly Row[], { columns }: HelpLayout): string {
  const left = Math.max(...rows.map(([text, about]) => (about === undefined ? 0 : text.length)));
  const stacked = columns < 64 || left > 42;
  const lines = rows.map(([text, about]) => {
    if (about === undefined) return wrap(`  ${text}`, columns, '    ');
    if (stacked) return `${wrap(`  ${text}`, columns, '    ')}\n${wrap(`      ${about}`, columns, '      ')}`;
    return wrap(`  ${text.padEnd(left)}  ${about}`, columns, ' '.repeat(left + 4));
  });
  return [title, ...lines].join('\n');
}

/** Breaks a line between words; the first words keep their spacing, and what follows is indented. */
function wrap(line: string, columns: number, indent: string): string {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > columns) {
    const cut = rest.lastIndexOf(' ', columns);
    if (cut <= indent.length || rest.slice(0, cut).trim() === '') break;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = indent + rest.slice(cut + 1);
  }
  return [...lines, rest].join('\n');
}

const programLine = 'mlsd: practise the ML system design interview in your own words, offline.';

const programExamples: readonly Row[] = [
  ['mlsd demo', "a minute's tour, nothing to type"],
  ['mlsd practice youtube-search', 'seven steps of one case'],
  ['mlsd practice youtube-search --only frame', 'one step, about 20 minutes'],
  ['mlsd resume', 'go on where you left off'],
];

/** Options that every command takes; the situation of the process is decided from them. */
export const globalOptionRows: readonly Row[] = [
  ['--plain', 'for screen readers: no boxes, no redraw, numbered choices'],
  ['--no-color', 'no colour; --color asks for it where it is off'],
  ['--no-input', 'never ask; what is missing is a fault'],
  ['--debug', 'show where an error came from'],
  ['-h, --help', 'this help'],
  ['-V, --version', 'the version'],
];
