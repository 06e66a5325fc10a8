// A fresh process for one library on one set of vectors. It does what it is told, one thing at a time, and answers with
// the time that took, wall and CPU of all threads; or with `absent` and why.
import { pathToFileURL } from 'node:url';
import { k, libraries, mostEf } from './peer-indexes.mjs';

const { bundle, modules, library, rows, dimension, queries: asked } = JSON.parse(process.argv[2]);
let lab, index, ids, truth;

const acts = {
  async open({ nearest }) {
    truth = nearest;
    lab = await import(pathToFileURL(bundle).href);
    const setting = { lab, modules, ...lab.vectorsOfBench(rows, dimension, asked) };
    index = libraries[library](setting);
    ids = new Int32Array(k * asked);
    await index.build(Math.min(rows, 1000));
    return {};
  },
  async build() {
    const before = residentBytes();
    const time = await timed(() => index.build(rows));
    return { ...time, bytes: residentBytes() - before };
  },
  /** The least `ef` that reaches the recall; none where even the greatest does not. */
  tune({ target }) {
    let low = k - 1;
    let high = k;
    while (recallAt(high) < target) {
      if (high >= mostEf) return { ef: undefined };
      low = high;
      high = Math.min(2 * high, mostEf);
    }
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (recallAt(middle) < target) low = middle;
      else high = middle;
    }
    return { ef: high, recall: recallAt(high) };
  },
  search({ ef, passes }) {
    return timed(() => {
      for (let pass = 0; pass < passes; pass += 1) index.search(ef, ids);
    });
  },
};

process.on('message', async ({ act, ...rest }) => {
  try {
    process.send(await acts[act](rest));
  } catch (error) {
    process.send({ absent: `${library}: ${error.message.split('\n')[0].slice(0, 70)}` });
  }
});

function recallAt(ef) {
  index.prepare?.(ef);
  index.search(ef, ids);
  let sum = 0;
  for (let from = 0; from < ids.length; from += k)
    sum += lab.recallAtK([...truth.subarray(from, from + k)], [...ids.subarray(from, from + k)]);
  return sum / asked;
}

async function timed(work) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1000 };
}

/** Memory that the process holds outside V8's own heap, where vectors and links of every one of these indexes stand. */
function residentBytes() {
  globalThis.gc();
  globalThis.gc();
  const { rss, heapTotal } = process.memoryUsage();
  return rss - heapTotal;
}
