import type { ParameterValues, ResultPlot } from '../../domain/simulation-result.ts';
import type { Bench, Findings, RunEvent } from '../simulation.ts';
import { usableKernel } from './arena.ts';
import { claimOf, priceOf } from './claim.ts';
import { dataOfRun } from './data-of-run.ts';
import { frontierRow, type Family, type FrontierRow } from './frontier-row.ts';
import { createHnsw, type Hnsw } from './hnsw.ts';
import { exactBytes, hnswBytes, ivfBytes, ivfPqBytes, pqBytes, type IndexBytes } from './index-bytes.ts';
import { buildInvertedFile, type InvertedFile } from './inverted-file.ts';
import { measure, trueDistances, type Answer } from './measure.ts';
import { conventionsOf, costUnit, doesNotModel, sources } from './notes.ts';
import { codedAnswer, listedAnswer, type CodedBase } from './coded-search.ts';
import { encode, trainQuantiser } from './product-quantiser.ts';
import { exactNearest } from './vector-table.ts';
import { fittingParts, listsFor, settingsOf, steps } from './settings.ts';

/** Rows inserted between two looks at the outside. */
const insertedAtOnce = 256;

/** Builds every index on the same vectors, and measures each at its settings. */
export function* runAnn(params: ParameterValues, bench: Bench): Generator<RunEvent, Findings> {
  const settings = settingsOf(params);
  const { k } = settings;
  const kernel = usableKernel(settings.kernel);
  const timings: Record<string, number> = {};
  let since = bench.elapsed();
  const lap = (name: string): void => {
    timings[name] = bench.elapsed() - since;
    since = bench.elapsed();
  };
  const { base, queries } = dataOfRun(settings, bench);
  const { rows: n, dimension } = base;
  lap('data');

  const init = bench.stream('init');
  const shape = { links: settings.links, efConstruction: settings.efConstruction, mostEf: settings.efs.at(-1) ?? k };
  const hnsw = createHnsw(base, queries, shape, init, kernel);
  const { table } = hnsw;
  const kth = yield* reported(trueDistances(table, k), 0, 0.1);
  const sampling = bench.stream('sampling');
  const rows: FrontierRow[] = [];
  const lines = new Map<Family, (readonly [number, number])[]>();
  const add = (family: Family, name: string, answer: Answer, held: Held): RunEvent => {
    const row = frontierRow(name, measure(answer, table, kth, k, sampling), held, settings, n);
    rows.push(row);
    lines.set(family, [...(lines.get(family) ?? []), [row.distances, row.recall]]);
    return { kind: 'row', row };
  };

  // 1. Exact search: the ceiling.
  const exact: Answer = (query, nearest) => {
    nearest.offer(exactNearest(table, query, k).keys, 0, Math.min(k, n));
    return { ...free, distances: n };
  };
  yield add('Exact', 'Exact', exact, { bytes: exactBytes(dimension), build: 0 });
  lap('exact');

  // 2. The graph.
  yield* reported(inserted(hnsw, n), 0.1, 0.6);
  const build = hnsw.takeWork().distances;
  const reachable = hnsw.reachable();
  lap('hnswBuild');
  const graphBytes = hnswBytes(dimension, hnsw.graph.bytes, n);
  for (const ef of settings.efs) {
    yield add('HNSW', `HNSW ef ${ef}`, graphAnswer(hnsw, ef), { bytes: graphBytes, build, reachable });
  }
  lap('hnswSearch');

  // 3. Lists.
  const lists = listsFor(n, settings.nlist);
  const file = yield* reported(buildInvertedFile(base, queries, lists, init, kernel), 0.6, 0.7);
  lap('ivfBuild');
  const probes = steps(1, Math.min(settings.mostProbes, lists), 4);
  const listBytes = ivfBytes(dimension, (rowsThere) => listsFor(rowsThere, settings.nlist));
  for (const nprobe of probes) {
    yield add('IVF', `IVF nprobe ${nprobe}`, fileAnswer(file, nprobe), {
      bytes: listBytes,
      build: file.buildDistances,
    });
  }
  lap('ivfSearch');

  // 4. Codes, alone and as candidates for exact distances.
  const parts = fittingParts(dimension, settings.pqParts);
  const training = trainQuantiser(base, { parts, codes: settings.pqCodes }, init, kernel);
  const { quantiser, distances } = yield* reported(training, 0.7, 0.9);
  const codes = encode(quantiser, base, kernel);
  const coding = distances + n * quantiser.codes;
  lap('pqBuild');
  const coded: CodedBase = { table, quantiser, queries, codes };
  const codeBytes = pqBytes(dimension, parts, quantiser.codes);
  const named = `PQ ${parts} x ${quantiser.codes}`;
  yield add('PQ', named, codedAnswer(coded, 0), { bytes: codeBytes, build: coding });
  const reranked = `${named} + re-rank ${settings.rerank}`;
  yield add('PQ + re-rank', reranked, codedAnswer(coded, settings.rerank), { bytes: codeBytes, build: coding });
  lap('pqSearch');

  // 5. Codes in lists.
  const both = { bytes: ivfPqBytes(codeBytes, listBytes), build: coding + file.buildDistances };
  const answer = listedAnswer(coded, file, settings.rerank);
  for (const nprobe of probes) yield add('IVF-PQ + re-rank', `IVF-PQ nprobe ${nprobe}`, answer(nprobe), both);
  lap('ivfPqSearch');

  return {
    kernel,
    plots: [frontierPlot(lines, k)],
    claim: claimOf(rows, k),
    price: priceOf(rows, settings.projectTo),
    costUnit,
    conventions: conventionsOf(settings),
    doesNotModel,
    sources,
    timings,
  };
}

type Held = { bytes: IndexBytes; build: number; reachable?: number };

const free = { distances: 0, codes: 0, hops: 0, fetched: 0 };

function graphAnswer(hnsw: Hnsw, ef: number): Answer {
  return (query, nearest) => {
    hnsw.search(query, ef, nearest);
    return { ...free, ...hnsw.takeWork() };
  };
}

function fileAnswer(file: InvertedFile, nprobe: number): Answer {
  return (query, nearest) => ({ ...free, distances: file.search(query, nprobe, nearest) });
}

function* inserted(hnsw: Hnsw, rows: number): Generator<number, void> {
  for (let from = 0; from < rows; from += insertedAtOnce) {
    hnsw.insert(from, Math.min(rows, from + insertedAtOnce));
    yield from / rows;
  }
}

/** Turns the share of a part that is done into the share of the whole run. */
function* reported<T>(part: Generator<number, T>, from: number, to: number): Generator<RunEvent, T> {
  let step = part.next();
  for (; !step.done; step = part.next()) yield { kind: 'progress', share: from + (to - from) * step.value };
  return step.value;
}

function frontierPlot(lines: ReadonlyMap<Family, (readonly [number, number])[]>, k: number): ResultPlot {
  return {
    title: `Recall@${k} against work`,
    x: { title: 'distances a query', scale: 'log' },
    y: { title: `recall@${k}`, scale: 'linear' },
    series: [...lines].map(([name, points]) => ({ name, points })),
  };
}
