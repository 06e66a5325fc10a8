import type { ParameterValues, ResultRow } from '../../domain/simulation-result.ts';
import { choiceOf, defineSimulation, isOn, numberOf, type NumberParameter } from '../simulation.ts';
import { columns } from './frontier-row.ts';
import { runAnn } from './run.ts';
import { dataOfRun } from './data-of-run.ts';
import { listsFor, settingsOf } from './settings.ts';

/** The frontier of vector indexes: recall against work against memory. */
export const ann = defineSimulation({
  id: 'ann',
  title: 'Approximate nearest neighbours',
  question: 'You have a billion vectors and 20 ms. Which index, and what do you give up?',
  version: 1,
  parameters: [
    whole('n', 'vectors in the base', 1000, 200_000, 5000, 'log'),
    {
      ...whole('d', 'dimension', 4, 256, 32, 'log'),
      said: { before: ['d', 'dimension'], after: ['d', 'dim', 'dims', 'dimension', 'dimensions', 'dimensional'] },
    },
    whole('r', 'intrinsic dimension of a cluster, at most d', 1, 256, 16, 'log'),
    {
      kind: 'number',
      name: 'noise',
      about: 'standard deviation of the noise in every coordinate',
      from: 0,
      to: 2,
      scale: 'linear',
      whole: false,
      default: 0.1,
    },
    whole('k', 'neighbours asked for', 1, 100, 10, 'log'),
    whole('queries', 'queries, never members of the base', 20, 2000, 200, 'log'),
    whole('m', 'links of an HNSW node (M); layer 0 has twice as many', 4, 48, 8, 'log'),
    whole('ef-construction', 'candidates when a node is inserted', 16, 500, 64, 'log'),
    whole('ef', 'greatest number of candidates of an HNSW search', 10, 640, 160, 'log'),
    whole('nlist', 'lists of IVF; 0 for the root of n', 0, 4096, 0, 'linear'),
    whole('nprobe', 'greatest number of lists that a query scans', 1, 4096, 64, 'log'),
    whole('pq-m', 'parts of a PQ code; lowered to a divisor of d', 1, 64, 8, 'log'),
    whole('pq-codes', 'codes a part', 16, 256, 64, 'log'),
    whole('rerank', 'candidates measured exactly after PQ', 10, 2000, 100, 'log'),
    whole('project-to', 'vectors for which memory is projected', 1000, 1e12, 1e9, 'log'),
    {
      kind: 'number',
      name: 'shard-memory',
      about: 'memory of a shard',
      from: 1,
      to: 10_000,
      scale: 'log',
      whole: false,
      unit: 'GB',
      default: 64,
    },
    { kind: 'switch', name: 'hard', about: 'independent Gaussian vectors instead of clusters', default: false },
    { kind: 'switch', name: 'ood', about: 'queries from another law than the base', default: false },
    {
      kind: 'choice',
      name: 'kernel',
      about: 'what computes distances: WebAssembly or plain TypeScript',
      choices: ['simd', 'js'],
      default: 'simd',
    },
  ],
  columns,
  draw: (params, bench) => {
    const { base, queries } = dataOfRun(settingsOf(params), bench);
    return [
      { name: 'base', data: { kind: 'vectors', ...base } },
      { name: 'queries', data: { kind: 'vectors', ...queries } },
    ];
  },
  predictions: [
    {
      id: 'hnsw-recall',
      ask: (params) =>
        `What is the recall@${numberOf(params, 'k')} of HNSW at ef ${firstEf(params)}, in percent, with ${numberOf(params, 'm')} links a node?`,
      unit: '%',
      answer: (rows, params) => scaled(rows, `HNSW ef ${firstEf(params)}`, 'recall', 100),
    },
    {
      id: 'ivf-recall',
      ask: () => 'IVF scans the single nearest list. What share of the true neighbours does it find, in percent?',
      unit: '%',
      answer: (rows) => scaled(rows, 'IVF nprobe 1', 'recall', 100),
    },
    {
      id: 'pq-recall',
      ask: (params) =>
        `PQ keeps ${numberOf(params, 'pq-m')} bytes of ${4 * numberOf(params, 'd')}. What is its recall@${numberOf(params, 'k')} without re-ranking, in percent?`,
      unit: '%',
      answer: (rows) => {
        const row = rows.find((one) => /^PQ \d+ x \d+$/u.test(String(one['index'])));
        return typeof row?.['recall'] === 'number' ? row['recall'] * 100 : undefined;
      },
    },
  ],
  accepts: { about: 'vectors as .fvecs, .bvecs or .npy: the base, then the queries', files: 2, kind: 'vectors' },
  estimateSeconds,
  run: runAnn,
  explain: explain(),
});

function whole(
  name: string,
  about: string,
  from: number,
  to: number,
  standard: number,
  scale: 'linear' | 'log',
): NumberParameter {
  return { kind: 'number', name, about, from, to, scale, whole: true, default: standard };
}

function firstEf(params: ParameterValues): number {
  return Math.min(Math.max(10, numberOf(params, 'k')), Math.max(numberOf(params, 'k'), numberOf(params, 'ef')));
}

function scaled(rows: readonly ResultRow[], index: string, key: string, factor: number): number | undefined {
  const figure = rows.find((row) => row['index'] === index)?.[key];
  return typeof figure === 'number' ? figure * factor : undefined;
}

/** From counted operations, with the cost of each as measured once on two cores. */
function estimateSeconds(params: ParameterValues): number {
  const [n, d, queries] = [numberOf(params, 'n'), numberOf(params, 'd'), numberOf(params, 'queries')];
  const [plain, hard] = [choiceOf(params, 'kernel') === 'js', isOn(params, 'hard')];
  const whole = d * (plain ? 7.5e-10 : 2.5e-10);
  const lists = listsFor(n, numberOf(params, 'nlist'));
  const learnt = (k: number): number => 13 * Math.min(n, 50 * k) * k + n * k;
  const drawn = n * d * (4e-8 + (hard ? 0 : Math.min(d, numberOf(params, 'r')) * 1.2e-9));
  const inserted = n * numberOf(params, 'm') * (numberOf(params, 'ef-construction') + 40) * (hard ? 1.6 : 0.8);
  const graph = inserted * (3e-8 + (plain ? whole : 0.4 * whole));
  const scans = queries * n * (whole + 8e-9);
  const codes = learnt(numberOf(params, 'pq-codes')) * (whole + numberOf(params, 'pq-m') * 1.5e-9);
  return 0.2 + drawn + graph + scans + learnt(lists) * whole + codes;
}

function explain(): string {
  return `Every index buys fewer distances with missed neighbours; they differ in what else they charge.

- **Exact search** is the ceiling: N distances a query, and nothing to tune. Below a few ten thousand vectors, or after a strict filter, it is the right answer.
- **HNSW** walks a graph. Its cost grows about with the logarithm of N, and \`ef\` moves you along the frontier at query time. The price is memory: all vectors and 2M links each stay in memory, inserts are slow, deletions awkward.
- **IVF** scans \`nprobe\` of \`nlist\` lists. Cheap to build, easy to shard and update. The last percent is dear, because neighbours hide across borders.
- **PQ** rounds vectors to a few bytes. Its recall stops at a floor that no \`nprobe\` crosses; exact re-ranking of a hundred candidates lifts it, if the whole vectors can be fetched in time.

**Take into the interview**: a billion vectors of 256 floats are 1 TB before any link. So either shard a graph, or keep IVF-PQ codes in memory and re-rank from disk. State recall@k against exact search on your own queries, with its interval; then latency at that recall. Ask where the queries come from: with \`--ood\` (texts against images) the same index finds less. \`--hard\` shows vectors without clusters, the worst case. Deletions, filters and index rebuilds decide as often as the frontier.`;
}
