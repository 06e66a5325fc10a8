import type { ResultRow } from '../../domain/simulation-result.ts';
import { populationStabilityQuantile } from '../../math/population-stability-null.ts';
import { habits } from './drift-tests.ts';
import { names } from './rows.ts';
import type { Settings } from './settings.ts';

/** A figure of the row with this name; undefined where the table has none. */
export function figureOf(rows: readonly ResultRow[], test: string, key: string): number | undefined {
  const value = rows.find((row) => row.test === test)?.[key];
  return typeof value === 'number' ? value : undefined;
}

/** 0.348 as "35 %", a small share with its digits. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return 'less than 0.1 %';
  return `${Number((share * 100).toPrecision(share > 0.1 ? 2 : 1))} %`;
}

function figure(value: number): string {
  if (value === 0) return '0';
  return Math.abs(value) < 0.001 ? value.toExponential(1) : String(Number(value.toPrecision(2)));
}

/** The answer: what PSI says here, whether that could be noise, and what the same rule does elsewhere. */
export function claimOf(rows: readonly ResultRow[], settings: Settings): string {
  const psi = figureOf(rows, names.psi, 'value') ?? NaN;
  const truth = figureOf(rows, names.psi, 'truth') ?? NaN;
  const p = figureOf(rows, names.chiSquare, 'p') ?? NaN;
  const loud = psi > habits.psi;
  const real = p < settings.alpha;
  const read = `PSI reads ${figure(psi)} (${figure(truth)} on infinite samples): ${loud ? 'an' : 'no'} alarm at ${habits.psi}`;
  const noise = `chi-square ${real ? 'finds a change' : 'finds nothing'} (p ${figure(p)})`;
  const joined = loud === real ? `${read}, and ${noise}.` : `${read}, but ${noise}.`;
  const clean = figureOf(rows, names.clean(200, habits.psi), 'truth') ?? NaN;
  const own = figureOf(rows, names.psi, 'falseAlarms') ?? NaN;
  return [
    joined,
    `At n = 200 a clean week raises the alarm in ${percent(clean)} of the comparisons, at these sizes in ${percent(own)}.`,
    ...(settings.kind === 'concept' ? [conceptSentence(rows)] : []),
  ].join(' ');
}

function conceptSentence(rows: readonly ResultRow[]): string {
  const [before, after] = [names.before, names.after].map((name) => figureOf(rows, name, 'value') ?? NaN);
  return `No input moved, and yet log loss went from ${(before as number).toFixed(3)} to ${(after as number).toFixed(3)}: no test on inputs can see that.`;
}

/** What PSI and the test that misses least cost, and what many features cost both. */
export function priceOf(rows: readonly ResultRow[], settings: Settings): string {
  const { alpha, bins, features } = settings;
  const any = figureOf(rows, names.any, 'truth') ?? NaN;
  const equal = Math.round(populationStabilityQuantile(1 - alpha, 1, 1, bins) / habits.psi);
  return [
    missedSentence(rows),
    `${features} clean ${features === 1 ? 'feature' : 'features'} tested at ${alpha} ring in ${percent(any)} of the weeks; PSI above ${habits.psi} in ${bins} bins is a test at ${alpha} only where both samples have about ${equal} rows.`,
  ]
    .filter(Boolean)
    .join(' ');
}

type Rated = { test: string; missed: number; falseAlarms: number };

function missedSentence(rows: readonly ResultRow[]): string {
  const rated = rows.flatMap(({ test, missed, falseAlarms }): Rated[] =>
    typeof missed === 'number' && typeof falseAlarms === 'number' ? [{ test: String(test), missed, falseAlarms }] : [],
  );
  const psi = rated.find(({ test }) => test === names.psi);
  const [sharpest] = [...rated].sort((a, b) => a.missed - b.missed || a.falseAlarms - b.falseAlarms);
  if (!psi || !sharpest) return '';
  const own = `${costOf(psi)}, at false alarms in ${percent(psi.falseAlarms)}`;
  if (sharpest.missed === psi.missed) return `${own}; no other test here misses less.`;
  return `${own}; ${costOf(sharpest)}, at ${percent(sharpest.falseAlarms)}.`;
}

function costOf({ test, missed }: Rated): string {
  return `${test} misses this change in ${percent(missed)} of the weeks`;
}
