// Compares the lab's vector search with real peers: HNSW of this project against hnswlib-node, usearch and hnsw.
// Every figure is a ratio of one run: how many times as fast the lab is, or how much of a peer's memory it holds. It
// measures and never fails; a library that cannot be installed or loaded here is told as absent.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { k } from './peer-indexes.mjs';
import { install } from './peer-install.mjs';

const peers = ['hnswlib-node', 'usearch', 'hnsw'];
const targets = [0.95, 0.99];
const rounds = 5;
const queries = 1000;

/** Bars are 0.9 of what PERFORMANCE.md says must be (rows 5 to 8). Peers without one stand there to compare with. */
const settings = [
  {
    name: '20k x 128',
    rows: 20_000,
    dimension: 128,
    builds: 5,
    passes: 2,
    pairs: [
      { lab: 'simd', peer: 'hnswlib-node', query: [0.9, 0.855], build: 0.9 },
      { lab: 'js', peer: 'hnswlib-node', query: [0.495, 0.495] },
      { lab: 'simd', peer: 'usearch', query: [], build: undefined },
    ],
  },
  {
    name: '100k x 64',
    rows: 100_000,
    dimension: 64,
    builds: 1,
    passes: 2,
    pairs: [
      { lab: 'simd', peer: 'hnswlib-node', query: [0.9, 0.855], build: 0.9, memory: true },
      { lab: 'js', peer: 'hnswlib-node', query: [0.495, 0.495] },
      { lab: 'simd', peer: 'usearch', query: [] },
    ],
  },
  {
    name: '5k x 64',
    rows: 5000,
    dimension: 64,
    builds: 5,
    passes: 1,
    pairs: [{ lab: 'simd', peer: 'hnsw', query: [5.4, 5.4], build: 16.2 }],
  },
];

/** @param build esbuild's */
export async function comparePeers({ root, folder, build }) {
  console.log(
    '\nVector search of the lab beside that of others, M 16, efConstruction 200, k 10, clustered data of seed 1',
  );
  console.log(`${''.padEnd(44)}     wall      CPU   (times as fast as the peer, each at its own ef)`);
  const bundle = join(folder, 'vector-search.mjs');
  await bundled(build, root, bundle);
  const lab = await import(pathToFileURL(bundle).href);
  const found = await Promise.all(peers.map(async (name) => [name, await install(name, folder)]));
  const installed = { simd: {}, js: {}, ...Object.fromEntries(found) };
  for (const setting of settings) await compare(setting, installed, { lab, bundle });
}

async function bundled(build, root, outfile) {
  const from = (name) => JSON.stringify(join(root, 'src', 'simulations', name));
  const contents = `
    import { clusteredVectors } from ${from('ann/clustered-vectors.ts')};
    import { createBench } from ${from('bench.ts')};
    export { createBench };
    export { createHnsw } from ${from('ann/hnsw.ts')};
    export { usableKernel } from ${from('ann/arena.ts')};
    export { nearestKeys } from ${from('ann/nearest-keys.ts')};
    export { recallAtK } from ${from('ann/recall.ts')};
    export { exactNearest, vectorTable } from ${from('ann/vector-table.ts')};
    export function vectorsOfBench(rows, dimension, queries) {
      const law = { dimension, intrinsic: 16, noise: 0.1, hard: false, ood: false };
      return clusteredVectors(law, rows, queries, createBench(1, () => 0).stream('data'));
    }`;
  await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
}

async function compare(setting, installed, { lab, bundle }) {
  const { name, rows, dimension, pairs } = setting;
  const wanted = new Set(
    pairs.filter(({ peer }) => !installed[peer].absent).flatMap(({ lab: ours, peer }) => [ours, peer]),
  );
  const variants = new Map();
  for (const library of new Set(pairs.flatMap(({ lab: ours, peer }) => [ours, peer])))
    variants.set(library, { absent: installed[library].absent, builds: [], searches: new Map() });
  const nearest = wanted.size > 0 ? trueNearest(lab, rows, dimension) : undefined;
  try {
    for (const library of wanted) {
      const variant = variants.get(library);
      if (library === 'simd' && lab.usableKernel('simd') !== 'simd') variant.absent = 'no SIMD here';
      else {
        variant.worker = startWorker({
          bundle,
          library,
          rows,
          dimension,
          queries,
          modules: installed[library].modules,
        });
        await tell(variant, 'open', { nearest });
      }
    }
    // 1. Builds: first those that no row compares, side by side to save time, then the others in turn.
    const compared = new Set(pairs.flatMap((pair) => ('build' in pair ? [pair.lab, pair.peer] : [])));
    const others = [...variants].filter(([library, { worker, absent }]) => worker && !absent && !compared.has(library));
    await Promise.all(others.map(([, variant]) => tell(variant, 'build')));
    const present = () => [...variants.values()].filter(({ worker, absent }) => worker && !absent);
    const builders = [...compared].map((library) => variants.get(library));
    await inTurn(setting.builds, builders, async (variant) => variant.builds.push(await tell(variant, 'build')));
    // 2. Each library's own `ef` for each recall, then the same queries in turn.
    for (const target of targets) {
      for (const variant of present())
        variant.searches.set(target, { ...(await tell(variant, 'tune', { target })), times: [] });
      const reaching = () => present().filter(({ searches }) => searches.get(target).ef);
      for (const variant of reaching())
        await tell(variant, 'search', { ef: variant.searches.get(target).ef, passes: 1 });
      await inTurn(rounds, reaching(), async (variant) => {
        const { ef, times } = variant.searches.get(target);
        times.push(await tell(variant, 'search', { ef, passes: setting.passes }));
      });
    }
  } finally {
    for (const { worker } of variants.values()) worker?.kill();
  }
  for (const pair of pairs) print(name, pair, variants.get(pair.lab), variants.get(pair.peer));
}

function trueNearest(lab, rows, dimension) {
  const { base, queries: asked } = lab.vectorsOfBench(rows, dimension, queries);
  const table = lab.vectorTable(base, asked, lab.usableKernel('simd'));
  const ids = new Int32Array(queries * k);
  for (let query = 0; query < queries; query += 1) {
    const nearest = lab.exactNearest(table, query, k);
    for (let i = 0; i < k; i += 1) ids[query * k + i] = nearest.idAt(i);
  }
  return ids;
}

/** Lets every variant do something in each round; who begins moves on by one from round to round. */
async function inTurn(times, variants, act) {
  for (let round = 0; round < times; round += 1) {
    for (let i = 0; i < variants.length; i += 1) {
      const variant = variants[(i + round) % variants.length];
      if (variant.worker && !variant.absent) await act(variant);
    }
  }
}

function startWorker(setup) {
  return fork(join(import.meta.dirname, 'peer-worker.mjs'), [JSON.stringify(setup)], {
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
  });
}

/** Has a worker do something and waits; whatever goes wrong there makes the library absent. */
async function tell(variant, act, more = {}) {
  const answer = await new Promise((resolve) => {
    const ended = (code, signal) => resolve({ absent: `its process ended with ${signal ?? code}` });
    variant.worker.once('exit', ended);
    variant.worker.once('message', (message) => {
      variant.worker.off('exit', ended);
      resolve(message);
    });
    variant.worker.send({ act, ...more });
  });
  if (answer.absent) variant.absent = answer.absent;
  return answer;
}

function print(name, pair, ours, peer) {
  const named = (what) => `${name}${pair.lab === 'js' ? ' plain' : ''}, ${what} / ${pair.peer}`;
  const absent = ours.absent ?? peer.absent;
  const shown = ({ recall }) => recall.toFixed(3).slice(recall < 1 ? 1 : 0);
  targets.forEach((target, i) => {
    const label = named(`recall ${String(target).slice(1)}`);
    const [a, b] = [ours.searches.get(target), peer.searches.get(target)];
    if (absent) tellAbsent(label, absent);
    else if (!a.ef || !b.ef) tellAbsent(label, `${a.ef ? pair.peer : 'the lab'} does not reach this recall`);
    else
      reportAtLeast(
        label,
        speeds(a.times, b.times),
        pair.query[i],
        `ef ${a.ef} / ${b.ef}, recall ${shown(a)} / ${shown(b)}`,
      );
  });
  if ('build' in pair) {
    if (absent) tellAbsent(named('build'), absent);
    else reportAtLeast(named('build'), speeds(ours.builds, peer.builds), pair.build, `builds: ${peer.builds.length}`);
  }
  if (pair.memory) {
    if (absent) tellAbsent(named('bytes held'), absent);
    else
      reportAtLeast(
        named('bytes held'),
        [ours.builds[0].bytes / peer.builds[0].bytes],
        undefined,
        'growth of a fresh process by its first build',
      );
  }
}

function speeds(ours, peer) {
  return ['wall', 'cpu'].map(
    (clock) => median(peer.map((time) => time[clock])) / median(ours.map((time) => time[clock])),
  );
}

function tellAbsent(label, reason) {
  console.log(`${label.padEnd(44)}   absent            ${reason}`);
}

/** As the bench's `report`, for figures of which more is better. */
function reportAtLeast(label, [figure, beside], bar, note) {
  const shown = [figure, beside].map((value) => (value === undefined ? '' : value.toFixed(2)).padStart(8)).join(' ');
  const aims = (bar === undefined ? 'no bar' : `bar at least ${bar}`).padEnd(18);
  const verdict = bar === undefined ? '' : figure >= bar ? 'holds' : 'MISSED';
  console.log(`${label.padEnd(44)} ${shown}   ${aims} ${verdict.padEnd(6)}  ${note}`);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
