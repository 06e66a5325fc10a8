import { UnusableData } from '../unusable-data.ts';
import type { ResultRow } from '../../domain/simulation-result.ts';
import { chiSquareStatistic } from '../../math/chi-square-statistic.ts';
import { familyWiseError } from '../../math/family-wise-error.ts';
import type { Bench, DataTable, Findings, RunEvent, SimulationData } from '../simulation.ts';
import { figureConventions, smallPrint } from './conventions.ts';
import { driftTests, habits } from './drift-tests.ts';
import type { Settings } from './settings.ts';
import { compareColumn, type ComparedColumn } from './table-columns.ts';
import { percent } from './words.ts';

/** Two tables compared column by column; columns that are in one of them only are named, not compared. */
export function* runTables(settings: Settings, data: SimulationData, bench: Bench): Generator<RunEvent, Findings> {
  const started = bench.elapsed();
  const [reference, current] = twoTables(data);
  const rows: ResultRow[] = [];
  const compared: ComparedColumn[] = [];
  for (const [index, { name, values }] of reference.columns.entries()) {
    const other = current.columns.find((column) => column.name === name);
    if (!other) continue;
    const column = compareColumn(name, values, other.values, settings.bins, settings.smoothing);
    compared.push(column);
    const row = columnRow(column, settings.alpha);
    rows.push(row);
    yield { kind: 'row', row };
    yield { kind: 'progress', share: (index + 1) / reference.columns.length };
  }
  return {
    plots: [],
    ...sentencesOf(rows, settings.alpha),
    conventions: { ...figureConventions(settings), ...readAs(compared, reference, current) },
    ...smallPrint,
    timings: { total: bench.elapsed() - started },
  };
}

function twoTables({ files }: SimulationData): [DataTable, DataTable] {
  const [first, second] = files;
  if (first?.kind !== 'table' || second?.kind !== 'table')
    throw new UnusableData(
      'one table alone cannot have drifted',
      'Give two: --data last-month.csv --data this-month.csv',
    );
  if (first.rows === 0 || second.rows === 0)
    throw new UnusableData('one of the tables has no row', 'Give each at least one row below its header.');
  return [first, second];
}

function columnRow({ name, comparison, missingBefore, missingAfter }: ComparedColumn, alpha: number): ResultRow {
  const of = (test: string): number | null => driftTests.find((one) => one.name === test)?.measure(comparison) ?? null;
  const psi = of('PSI') as number;
  const tail = (test: string, value: number): number =>
    driftTests.find((one) => one.name === test)?.tail?.(value, comparison) ?? NaN;
  const p = tail('chi-square', chiSquareStatistic(comparison.reference, comparison.current).statistic);
  return {
    test: name,
    value: psi,
    threshold: habits.psi,
    p,
    falseAlarms: tail('PSI', habits.psi),
    alarm: psi > habits.psi ? 'yes' : 'no',
    significant: p < alpha ? 'yes' : 'no',
    ks: of('KS'),
    wasserstein: of('Wasserstein'),
    missingBefore,
    missingAfter,
  };
}

function sentencesOf(rows: readonly ResultRow[], alpha: number): Pick<Findings, 'claim' | 'price'> {
  if (rows.length === 0) return { claim: 'The two files have no column in common.', price: '' };
  const loud = rows.filter((row) => row.alarm === 'yes').map((row) => String(row.test));
  const found = rows.filter((row) => Number(row.p) < alpha);
  const kept = rows.filter((row) => Number(row.p) < alpha / rows.length);
  const noisiest = Math.max(...rows.map((row) => Number(row.falseAlarms)));
  const which = loud.length > 0 ? ` (${listed(loud)})` : '';
  return {
    claim: `${loud.length} of ${rows.length} columns have a PSI above ${habits.psi}${which}; chi-square at ${alpha} finds a change in ${found.length}, and in ${kept.length} after Bonferroni.`,
    price: `Of clean comparisons of these sizes up to ${percent(noisiest)} exceed ${habits.psi}; ${rows.length} independent clean columns tested at ${alpha} ring in ${percent(familyWiseError(alpha, rows.length))} of the weeks.`,
  };
}

function readAs(compared: readonly ComparedColumn[], first: DataTable, second: DataTable): Record<string, string> {
  const as = (kind: ComparedColumn['as']): string =>
    listed(compared.filter((column) => column.as === kind).map((column) => column.name));
  const only = (table: DataTable, other: DataTable): string =>
    listed(table.columns.map(({ name }) => name).filter((name) => !other.columns.some((one) => one.name === name)));
  const notes = {
    'read as numbers': as('numbers'),
    'read as categories': as('categories'),
    'only in the first file': only(first, second),
    'only in the second file': only(second, first),
  };
  return {
    'how a column is read':
      'as numbers where both files hold numbers and the first has more distinct ones than bins; else as categories, the commonest of the first file in a bin each, rarer and new ones together',
    ...Object.fromEntries(Object.entries(notes).filter(([, names]) => names !== '')),
  };
}

const mostNamed = 12;

function listed(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  return rest > 0 ? `${names.slice(0, mostNamed).join(', ')} and ${rest} more` : names.join(', ');
}
