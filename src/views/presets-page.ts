import type { Preset } from '../domain/simulation-presets.ts';
import type { Page } from '../page.ts';

const origins: Readonly<Record<Preset['from'], string>> = {
  answer: 'your answer',
  case: 'the case',
  default: 'default',
};

/** The numbers that a simulation will run with, and where they come from. */
export function presetsPage(
  simulation: { title: string; question: string },
  predict: string,
  presets: readonly Preset[],
): Page {
  const told = presets.filter((one) => one.from !== 'default');
  const rest = presets.filter((one) => one.from === 'default').map(({ name, value }) => `${name} ${String(value)}`);
  return [
    { kind: 'heading', level: 3, text: simulation.title },
    { kind: 'prose', markdown: simulation.question },
    { kind: 'prose', markdown: predict },
    ...(told.length > 0
      ? ([
          {
            kind: 'table',
            columns: [
              { title: 'Number' },
              { title: 'Value', align: 'right' },
              { title: 'From' },
              { title: 'What it is' },
            ],
            rows: told.map(({ name, value, from, about }) => [name, String(value), origins[from], about]),
          },
        ] as const)
      : []),
    ...(rest.length > 0 ? ([{ kind: 'prose', markdown: `By default: ${rest.join(', ')}.` }] as const) : []),
  ];
}
