import type { ResultRow } from '../../domain/simulation-result.ts';
import type { Bench, Findings, RunEvent } from '../simulation.ts';
import { cleanComparisons, type CleanComparisons } from './clean-comparisons.ts';
import { binReference, compareCategories, compareNumbers, type Comparison } from './comparison.ts';
import { conventionsOf, smallPrint } from './conventions.ts';
import { habits } from './drift-tests.ts';
import { errorRates, repetitionsOf } from './error-rates.ts';
import { driftPlots } from './plots.ts';
import { changeOf, drawFrom } from './population.ts';
import { cleanRow, conceptRows, emptyBinRows, featureRows, largeSampleRows, testRows } from './rows.ts';
import type { Settings } from './settings.ts';
import { claimOf, priceOf } from './words.ts';

const featureSize = 200;
const fewestWeeks = 20;

/** Sizes at which clean samples are compared, and how often. */
export function cleanPlan(features: number): [rows: number, times: number][] {
  return [
    [100, 4000],
    [featureSize, Math.max(fewestWeeks * features, 6000)],
    [1000, 1000],
  ];
}

/** A comparison of generated samples, and the demonstrations beside it. */
export function* runGenerated(settings: Settings, bench: Bench): Generator<RunEvent, Findings> {
  const started = bench.elapsed();
  const rows: ResultRow[] = [];
  function* show(finished: readonly ResultRow[]): Generator<RunEvent, void> {
    for (const row of finished) {
      rows.push(row);
      yield { kind: 'row', row };
    }
  }

  // 1. This comparison, and how often its tests would be wrong if it were repeated.
  const { n, m, bins, smoothing } = settings;
  const { reference, current } = changeOf(settings.kind, settings.shift, settings.scale, bins);
  const compareTo = (before: Float64Array): ((after: Float64Array) => Comparison) => {
    if (reference.kind === 'categories')
      return (after) => compareCategories(before, after, reference.shares.length, smoothing);
    const binned = binReference(before, bins);
    return (after) => compareNumbers(binned, after, smoothing);
  };
  const data = bench.stream('data');
  const before = drawFrom(reference, n, data);
  const after = drawFrom(current, m, data);
  const repetitions = repetitionsOf(n, m);
  const rates = yield* part(
    errorRates(
      repetitions,
      settings.alpha,
      (random) => ({
        reference: drawFrom(reference, n, random),
        clean: drawFrom(reference, m, random),
        changed: drawFrom(current, m, random),
      }),
      compareTo,
      bench.stream('policy'),
    ),
    0,
    0.5,
  );
  yield* show(testRows(compareTo(before)(after), settings, rates));

  // 2. Clean samples of other sizes, and many clean features.
  const clean = new Map<number, CleanComparisons>();
  const sampling = bench.stream('sampling');
  const plan = cleanPlan(settings.features);
  for (const [index, [size, times]] of plan.entries()) {
    const [from, to] = [0.5 + (0.5 * index) / plan.length, 0.5 + (0.5 * (index + 1)) / plan.length];
    const found = yield* part(cleanComparisons(size, bins, smoothing, times, sampling), from, to);
    clean.set(size, found);
    yield* show([habits.psi, habits.psiStrong].map((threshold) => cleanRow(size, threshold, bins, found)));
  }
  const ofFeatures = clean.get(featureSize);
  if (ofFeatures) yield* show(featureRows(ofFeatures, settings.features, settings.alpha));

  // 3. What needs no repeating.
  const { current: inputs } = changeOf('none', 0, 1, bins);
  yield* show([...largeSampleRows(settings), ...emptyBinRows(), ...conceptRows(drawFrom(inputs, m, data))]);
  return {
    plots: driftPlots(settings, clean),
    claim: claimOf(rows, settings),
    price: priceOf(rows, settings),
    conventions: conventionsOf(settings, repetitions),
    ...smallPrint,
    timings: { total: bench.elapsed() - started },
  };
}

/** A part of the work, whose progress is a part of the whole. */
function* part<T>(work: Generator<RunEvent, T>, from: number, to: number): Generator<RunEvent, T> {
  let event = work.next();
  for (; !event.done; event = work.next())
    yield event.value.kind === 'progress'
      ? { kind: 'progress', share: from + (to - from) * event.value.share }
      : event.value;
  return event.value;
}
