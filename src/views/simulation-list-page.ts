import type { ResultColumn } from '../domain/simulation-result.ts';
import type { Page } from '../page.ts';

type Listed = { id: string; title: string; question: string };

/** A parameter in words: what it is, its range, and what it is without a flag. */
export type ParameterWords = {
  name: string;
  about: string;
  kind: 'number' | 'choice' | 'switch';
  default: number | string | boolean;
  from?: number;
  to?: number;
  unit?: string;
  choices?: readonly string[];
};

/** The simulations, each with the question that it answers. */
export function simulationListPage(entries: readonly Listed[]): Page {
  return [
    { kind: 'heading', level: 1, text: 'The simulation lab' },
    {
      kind: 'table',
      columns: [{ title: 'Id' }, { title: 'The question it answers' }],
      rows: entries.map((one) => [{ text: one.id, tone: 'strong' }, one.question]),
    },
    { kind: 'note', tone: 'next', text: `mlsd sim ${entries[0]?.id ?? '<id>'}` },
  ];
}

/** What a simulation shows, its parameters and its columns. */
export function simulationAboutPage(
  simulation: Listed & {
    explain: string;
    parameters: readonly ParameterWords[];
    columns: readonly ResultColumn[];
    accepts?: { about: string };
  },
): Page {
  const { id, title, question, explain, parameters, accepts } = simulation;
  return [
    { kind: 'heading', level: 1, text: title },
    { kind: 'prose', markdown: question },
    { kind: 'prose', markdown: explain },
    { kind: 'heading', level: 2, text: 'Parameters' },
    {
      kind: 'table',
      columns: [{ title: 'Flag' }, { title: 'What it is' }, { title: 'Range' }, { title: 'Default', align: 'right' }],
      rows: parameters.map((one) => [
        `--${one.name}`,
        one.about,
        rangeOf(one),
        one.kind === 'switch' ? 'off' : String(one.default),
      ]),
    },
    ...(accepts ? ([{ kind: 'prose', markdown: `**Data of your own** (\`--data\`): ${accepts.about}` }] as const) : []),
    { kind: 'note', tone: 'next', text: `mlsd sim ${id}` },
  ];
}

function rangeOf({ kind, from, to, unit, choices }: ParameterWords): string {
  if (kind === 'choice') return (choices ?? []).join(', ');
  if (kind === 'switch') return '';
  return `${String(from)} to ${String(to)}${unit ? ` ${unit}` : ''}`;
}
