import type { Figure, ResultColumn, SimulationResult } from '../domain/simulation-result.ts';
import type { Block, Cell, Page } from '../page.ts';

/** What a page about a result needs to know of its simulation. */
export type SimulationWords = { title: string; question: string };

/**
 * A simulation's result as a page: the table with its ceiling, the plots, the answer and its price in a sentence, how
 * the figures are defined, and what the toy cannot show.
 */
export function simulationPage(result: SimulationResult, words: SimulationWords): Page {
  return [
    { kind: 'heading', level: 1, text: words.title },
    { kind: 'prose', markdown: words.question },
    ...resultBlocks(result),
  ];
}

/** The same beside an answer: table, first plot, claim and price; where the rest is read stands below it. */
export function briefSimulationPage(result: SimulationResult, title: string, invokedAs: string): Page {
  return [
    { kind: 'heading', level: 3, text: title },
    ...result.plots.slice(0, 1).map((plot): Block => ({ kind: 'plot', ...plot })),
    tableOf(result),
    ...conclusions(result),
    {
      kind: 'note',
      tone: 'next',
      text: `How it is counted, and what it does not model: ${invokedAs} sim ${result.sim}`,
    },
  ];
}

function resultBlocks(result: SimulationResult): Block[] {
  return [
    ...(result.complete ? [] : [stoppedNote(result)]),
    tableOf(result),
    ...result.plots.map((plot): Block => ({ kind: 'plot', ...plot })),
    ...conclusions(result),
    { kind: 'prose', markdown: smallPrint(result) },
  ];
}

function conclusions({ claim, price }: SimulationResult): Block[] {
  return [
    ...(claim ? [{ kind: 'note', tone: 'info', text: claim } as const] : []),
    ...(price ? [{ kind: 'prose', markdown: `**The price.** ${price}` } as const] : []),
  ];
}

function stoppedNote({ rows }: SimulationResult): Block {
  const found =
    rows.length === 0 ? 'No row was finished.' : 'These rows were finished; nothing is concluded from them.';
  return { kind: 'note', tone: 'warning', text: `Stopped before the end. ${found}` };
}

function tableOf({ columns, rows }: SimulationResult): Block {
  const shown = columns.filter(
    (column) => !column.detail && rows.some((row) => row[column.key] !== undefined && row[column.key] !== null),
  );
  return {
    kind: 'table',
    columns: shown.map((column) => ({
      title: titleOf(column),
      align: rows.some((row) => typeof row[column.key] === 'number') ? 'right' : 'left',
    })),
    rows: rows.map((row) => shown.map((column): Cell => figureText(row[column.key] ?? null, column))),
  };
}

function titleOf({ title, unit }: ResultColumn): string {
  return unit ? `${title}, ${unit}` : title;
}

function smallPrint(result: SimulationResult): string {
  const params = Object.entries(result.params).map(([name, value]) => `${name} ${String(value)}`);
  return [
    ...listOf(
      'How it is counted',
      Object.entries(result.conventions).map(([name, text]) => `${name}: ${text}`),
    ),
    ...listOf('Does not model', result.doesNotModel),
    ...listOf('Sources', result.sources),
    `Seed ${result.seed}, kernel ${result.kernel}; ${params.join(', ')}.`,
  ].join('\n\n');
}

function listOf(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`**${title}**`, lines.map((line) => `- ${line}`).join('\n')];
}

const kilo = 1000;
const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** A figure as it is written in a table: "98.6 %", "4.1 kB", "1,234", "0.0123". */
export function figureText(value: Figure, { format = 'figure', digits = 3 }: ResultColumn): string {
  if (value === null) return '';
  if (typeof value !== 'number') return String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'none' : value > 0 ? 'infinite' : '-infinite';
  switch (format) {
    case 'percent':
      return `${(value * 100).toFixed(1)} %`;
    case 'bytes':
      return bytesText(value);
    case 'integer':
      return grouped(Math.round(value));
    case 'figure':
      return significant(value, digits);
  }
}

function bytesText(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (Math.abs(size) >= kilo && unit < byteUnits.length - 1) [size, unit] = [size / kilo, unit + 1];
  return `${Number(size.toPrecision(3))} ${byteUnits[unit] ?? ''}`;
}

function significant(value: number, digits: number): string {
  const size = Math.abs(value);
  if (size >= Number(`1e${digits}`)) return grouped(Math.round(value));
  if (size !== 0 && size < 1e-4) return value.toExponential(digits - 1);
  return size >= 1 ? value.toPrecision(digits) : value.toFixed(digits);
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ',');
}
